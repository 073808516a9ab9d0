package io.crmviews.merge.evaluate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many records each entity shares with each cluster. All measures follow from these counts. */
final class Contingency {

    private final Map<Object, Group> entities = new HashMap<>();
    private final Map<Object, Group> clusters = new HashMap<>();
    private final Map<Cell, long[]> cells = new LinkedHashMap<>();
    private final long records;
    private final long unknown;
    private long missing;

    <R> Contingency(Map<R, ?> truth, Map<R, ?> predicted) {
        records = truth.size();
        unknown = predicted.keySet().stream()
                .filter(record -> !truth.containsKey(record))
                .count();
        truth.forEach((record, entity) -> {
            Object cluster = predicted.get(record);
            missing += cluster == null ? 1 : 0;
            count(entity, cluster == null ? new Alone(record) : cluster);
        });
    }

    private void count(Object entity, Object cluster) {
        Group e = entities.computeIfAbsent(entity, unseen -> new Group());
        Group c = clusters.computeIfAbsent(cluster, unseen -> new Group());
        e.size++;
        c.size++;
        long[] cell = cells.computeIfAbsent(new Cell(e, c), unseen -> new long[1]);
        if (cell[0]++ == 0) {
            e.cells++;
            c.cells++;
        }
    }

    Evaluation evaluate() {
        Sums sums = new Sums();
        cells.forEach((cell, count) -> sums.add(cell.entity, cell.cluster, count[0]));
        return new Evaluation(
                records,
                entities.size(),
                clusters.size(),
                pairs(entities),
                pairs(clusters),
                sums.sharedPairs,
                records == 0 ? 1 : sums.precision / records,
                records == 0 ? 1 : sums.recall / records,
                sums.exact,
                entities.values().stream().filter(group -> group.size > 1).count(),
                sums.exactSeveral,
                entities.values().stream().filter(group -> group.cells > 1).count(),
                entities.values().stream().filter(group -> group.shares).count(),
                clusters.values().stream().filter(group -> group.cells > 1).count(),
                missing,
                unknown);
    }

    private static long pairs(Map<Object, Group> groups) {
        return groups.values().stream()
                .mapToLong(group -> group.size * (group.size - 1) / 2)
                .sum();
    }

    /** What the cells add up to. */
    private static final class Sums {
        private long sharedPairs;
        private long exact;
        private long exactSeveral;
        private double precision;
        private double recall;

        void add(Group entity, Group cluster, long count) {
            sharedPairs += count * (count - 1) / 2;
            precision += (double) (count * count) / cluster.size;
            recall += (double) (count * count) / entity.size;
            if (count == entity.size && count == cluster.size) {
                exact++;
                exactSeveral += count > 1 ? 1 : 0;
            }
            entity.shares |= cluster.cells > 1;
        }
    }

    /** An entity or a cluster; compared by identity. */
    private static final class Group {
        private long size;
        private long cells;
        private boolean shares;
    }

    private record Cell(Group entity, Group cluster) {}

    /** The cluster of a record that was put into none. */
    private record Alone(Object record) {}
}

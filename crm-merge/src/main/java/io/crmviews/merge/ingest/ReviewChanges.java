package io.crmviews.merge.ingest;

import io.crmviews.merge.internal.LongList;
import io.crmviews.merge.internal.LongMap;
import io.crmviews.merge.partition.Partition;
import io.crmviews.merge.partition.Refusal;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.model.review.ReviewReason;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredReview;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The reviews that one step opens and closes. Two nodes are under review if their edge weighs enough and some of their
 * records are different customers: a pure function of edges and partition.
 */
final class ReviewChanges {

    private static final Integer SEVERAL = -1;

    private final StoreReader reader;
    private final int review;
    private final Set<StoredReview> wanted = new LinkedHashSet<>();
    private final LongList asked = new LongList();

    ReviewChanges(StoreReader reader, Model model) {
        this.reader = reader;
        review = model.parameters().get(Parameter.REVIEW);
    }

    /** A pair of nodes. */
    private record Pair(long a, long b) {

        static Pair of(long one, long other) {
            return one <= other ? new Pair(one, other) : new Pair(other, one);
        }
    }

    /** Takes the reviews of nodes whose customers were decided; of the section's other nodes nothing changes. */
    void take(Section section, Partition partition, List<WorkNode> settled) {
        for (WorkNode node : settled) {
            if (node.stored) {
                asked.add(node.id);
            }
        }
        if (isAlone(settled)) {
            return;
        }
        LongMap<Integer> clusters = clusters(section, partition);
        Map<Pair, ReviewReason> refused = refused(section, partition);
        for (int i = 0; i < settled.size(); i++) {
            WorkNode node = section.members().get(i);
            if (Objects.equals(clusters.get(node.id), SEVERAL) && section.selfWeight(i) >= review) {
                add(node.id, node.id, section.selfWeight(i), refused);
            }
        }
        for (WorkNode node : settled) {
            edges(node, clusters, refused);
        }
    }

    private static boolean isAlone(List<WorkNode> settled) {
        return settled.size() == 1
                && settled.get(0).degree() == 0
                && settled.get(0).recordCount() == 1;
    }

    private void edges(WorkNode node, LongMap<Integer> clusters, Map<Pair, ReviewReason> refused) {
        Integer own = clusters.get(node.id);
        for (int i = 0; i < node.degree(); i++) {
            if (node.weight(i) >= review) {
                // A neighbour outside of the section hangs on an edge too weak to unite anything.
                Integer other = clusters.get(node.neighbour(i));
                if (other == null || Objects.equals(own, SEVERAL) || !other.equals(own)) {
                    add(node.id, node.neighbour(i), node.weight(i), refused);
                }
            }
        }
    }

    private void add(long a, long b, int weight, Map<Pair, ReviewReason> refused) {
        wanted.add(new StoredReview(a, b, weight, refused.getOrDefault(Pair.of(a, b), ReviewReason.POSSIBLE)));
    }

    /** In which cluster the records of each member are, or that they are in {@link #SEVERAL}. */
    private static LongMap<Integer> clusters(Section section, Partition partition) {
        List<List<RecordKey>> found = partition.clusters();
        LongMap<Integer> clusters = new LongMap<>(2 * section.members().size());
        if (found.size() == 1) {
            section.members().forEach(node -> clusters.put(node.id, 0));
            return clusters;
        }
        Map<RecordKey, Integer> clusterOf = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            for (RecordKey key : found.get(i)) {
                clusterOf.put(key, i);
            }
        }
        for (WorkNode node : section.members()) {
            Integer first = clusterOf.getOrDefault(node.records().get(0), SEVERAL);
            boolean same = true;
            for (RecordKey key : node.records()) {
                same &= first.equals(clusterOf.get(key));
            }
            clusters.put(node.id, same ? first : SEVERAL);
        }
        return clusters;
    }

    /** Why a pair of nodes was refused: for competitors if any of its records were, else for the first reason. */
    private Map<Pair, ReviewReason> refused(Section section, Partition partition) {
        if (partition.refusals().isEmpty()) {
            return Map.of();
        }
        Map<RecordKey, Long> nodeOf = new HashMap<>();
        section.members().forEach(node -> node.records().forEach(key -> nodeOf.put(key, node.id)));
        Map<Pair, ReviewReason> refused = new HashMap<>();
        for (Refusal refusal : partition.refusals()) {
            Long a = nodeOf.get(refusal.a());
            Long b = nodeOf.get(refusal.b());
            if (a != null && b != null) {
                refused.merge(
                        Pair.of(a, b),
                        refusal.reason(),
                        (first, next) -> next == ReviewReason.COMPETING_EDGES ? next : first);
            }
        }
        return refused;
    }

    /** Whether an edge, as it was stored, was refused for its competitors, or it is not known why. */
    boolean mayCompete(long a, long b) {
        return reader.reviewsOf(new long[] {a}).stream()
                .filter(stored -> Pair.of(stored.a(), stored.b()).equals(Pair.of(a, b)))
                .allMatch(stored -> stored.reason() == ReviewReason.COMPETING_EDGES);
    }

    /** The reviews of nodes that are gone end. */
    void close(List<Long> gone) {
        gone.forEach(asked::add);
    }

    /** What to write: the first list to put, the second to remove. */
    List<List<StoredReview>> changes() {
        List<StoredReview> stored = asked.size() == 0 ? List.of() : reader.reviewsOf(asked.toArray());
        if (stored.isEmpty()) {
            return List.of(List.copyOf(wanted), List.of());
        }
        Set<StoredReview> closed = new LinkedHashSet<>(stored);
        List<StoredReview> opened = new ArrayList<>();
        for (StoredReview one : wanted) {
            if (!closed.remove(one)) {
                opened.add(one);
            }
        }
        return List.of(opened, List.copyOf(closed));
    }
}

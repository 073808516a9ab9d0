package io.crmviews.merge.ingest;

import io.crmviews.merge.internal.LongSet;
import io.crmviews.merge.partition.Partition;
import io.crmviews.merge.partition.Partitioner;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Cuts again what a step touched. A small component is cut as a whole. Of a large one only the customers that were
 * touched, together with the customers next to them: the history of a customer depends on its own records and the edges
 * among them, so a neighbour that comes out as it was before would have decided everything beyond it as before. One that
 * comes out otherwise is touched too, and the region grows. Either way the result is that of the whole component.
 */
final class Regions {

    private final Graph graph;
    private final Records records;
    private final StatedMatches stated;
    private final PairScorer scorer;
    private final Partitioner partitioner;
    private final Counters counters;
    private final ReviewChanges reviews;
    private final int least;
    private final int whole;
    private final LongSet visited = new LongSet();
    private final List<List<RecordKey>> clusters = new ArrayList<>();

    /** {@code whole}: up to how many nodes a component is cut as a whole. */
    Regions(Step.Parts parts, Graph graph, Records records, StatedMatches stated, Counters counters) {
        scorer = parts.scorer();
        partitioner = parts.partitioner();
        whole = parts.wholeComponent();
        this.graph = graph;
        this.records = records;
        this.stated = stated;
        this.counters = counters;
        reviews = new ReviewChanges(parts.reader(), scorer.model());
        least = Partitioner.leastWeight(scorer.model());
    }

    ReviewChanges reviews() {
        return reviews;
    }

    /** The customers of everything that was touched. */
    List<List<RecordKey>> clusters() {
        LongSet touched = graph.touched();
        graph.load(touched);
        LongSet large = new LongSet();
        for (int i = 0; i < touched.size(); i++) {
            WorkNode node = graph.nodes().get(touched.get(i));
            if (node == null || node.isEmpty() || visited.contains(node.id)) {
                continue;
            }
            List<WorkNode> component = component(node);
            if (component.isEmpty()) {
                large.add(node.id);
            } else {
                component.forEach(member -> visited.add(member.id));
                cut(new Section(component, least, scorer, counters), component);
            }
        }
        if (large.size() > 0) {
            cutLocally(large);
        }
        reviews.close(graph.nodesToRemove());
        return clusters;
    }

    private void cut(Section section, List<WorkNode> settled) {
        Partition partition = section.cut(partitioner, stated.about(section.members()));
        clusters.addAll(partition.clusters());
        reviews.take(section, partition, settled);
    }

    /** The whole component of a node, or nothing if it is large. */
    private List<WorkNode> component(WorkNode start) {
        List<WorkNode> members = new ArrayList<>();
        LongSet seen = new LongSet();
        seen.add(start.id);
        members.add(start);
        for (int from = 0; from < members.size(); ) {
            if (members.size() > whole) {
                return List.of();
            }
            LongSet next = new LongSet();
            links(members.subList(from, members.size()), seen, next);
            from = members.size();
            graph.load(next);
            for (int i = 0; i < next.size(); i++) {
                members.add(graph.nodes().require(next.get(i)));
            }
        }
        return members;
    }

    /** Adds the nodes that an edge or an assertion links to some nodes and that were not seen. */
    private void links(Collection<WorkNode> from, LongSet seen, LongSet next) {
        List<RecordKey> keys = new ArrayList<>();
        for (WorkNode node : from) {
            keys.addAll(node.records());
            for (int i = 0; i < node.degree(); i++) {
                counters.edgesVisited++;
                if (node.weight(i) >= least && seen.add(node.neighbour(i))) {
                    next.add(node.neighbour(i));
                }
            }
        }
        stated.load(keys);
        Set<RecordKey> same = new LinkedHashSet<>();
        keys.forEach(key -> same.addAll(stated.sameAs(key)));
        records.load(same);
        for (RecordKey key : same) {
            long node = records.require(key).node;
            if (node != StoredRecord.NONE && seen.add(node)) {
                next.add(node);
            }
        }
    }

    private void cutLocally(LongSet large) {
        LongSet region = new LongSet();
        addAll(large, region);
        for (RecordState state : records.all()) {
            if (state.isNewVersion() && state.customerBefore() != StoredRecord.NONE) {
                addCustomers(Set.of(state.customerBefore()), region);
            }
        }
        close(region);
        while (true) {
            LongSet seen = new LongSet();
            addAll(region, seen);
            LongSet frontier = new LongSet();
            links(loaded(region), seen, frontier);
            close(frontier);
            List<WorkNode> members = loaded(region);
            List<WorkNode> settled = List.copyOf(members);
            members.addAll(loaded(frontier));
            // The customers next door are cut as they were before: by what is said about their records too.
            stated.load(
                    members.stream().flatMap(node -> node.records().stream()).toList());
            Section section = new Section(members, least, scorer, counters);
            Partition partition = section.cut(partitioner, stated.about(members));
            LongSet grown = changed(partition, frontier);
            addRivals(settled, region, frontier, grown);
            if (grown.size() == 0) {
                settle(section, partition, settled, region);
                return;
            }
            addAll(grown, region);
            close(region);
        }
    }

    private void settle(Section section, Partition partition, List<WorkNode> settled, LongSet region) {
        for (List<RecordKey> cluster : partition.clusters()) {
            if (region.contains(records.require(cluster.get(0)).node)) {
                clusters.add(cluster);
            }
        }
        reviews.take(section, partition, settled);
    }

    /** The frontier's nodes whose customer did not come out as it was before. */
    private LongSet changed(Partition partition, LongSet frontier) {
        LongSet changed = new LongSet();
        for (List<RecordKey> cluster : partition.clusters()) {
            Set<Long> customers = new TreeSet<>();
            for (RecordKey key : cluster) {
                RecordState state = records.require(key);
                customers.add(frontier.contains(state.node) ? state.customerBefore() : StoredRecord.NONE);
            }
            boolean same = customers.size() == 1
                    && (customers.contains(StoredRecord.NONE)
                            || records.customersBefore(customers).values().stream()
                                    .allMatch(before -> before.records().size() == cluster.size()));
            if (!same) {
                for (RecordKey key : cluster) {
                    if (frontier.contains(records.require(key).node)) {
                        changed.add(records.require(key).node);
                    }
                }
            }
        }
        return changed;
    }

    /**
     * Edges of one weight may compete: whether an edge of the frontier to what lies beyond holds may hang on an edge of the
     * same weight into the region. That can only be one that was refused as a competitor, for nothing else changed there.
     */
    private void addRivals(List<WorkNode> settled, LongSet region, LongSet frontier, LongSet to) {
        for (WorkNode node : settled) {
            for (int i = 0; i < node.degree(); i++) {
                if (node.weight(i) >= least && frontier.contains(node.neighbour(i))) {
                    LongSet customer = new LongSet();
                    customer.add(node.neighbour(i));
                    close(customer);
                    if (competesBeyond(customer, node.weight(i), region, frontier)) {
                        to.add(node.neighbour(i));
                    }
                }
            }
        }
    }

    private boolean competesBeyond(LongSet customer, int weight, LongSet region, LongSet frontier) {
        for (WorkNode node : loaded(customer)) {
            counters.edgesVisited += node.degree();
            for (int i = 0; i < node.degree(); i++) {
                long other = node.neighbour(i);
                if (node.weight(i) == weight
                        && !region.contains(other)
                        && !frontier.contains(other)
                        && reviews.mayCompete(node.id, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Adds nodes until each customer that has a record in one of them is there as a whole. */
    private void close(LongSet nodes) {
        for (int from = 0; from < nodes.size(); ) {
            LongSet fresh = new LongSet();
            for (; from < nodes.size(); from++) {
                fresh.add(nodes.get(from));
            }
            List<RecordKey> keys = new ArrayList<>();
            loaded(fresh).forEach(node -> keys.addAll(node.records()));
            records.load(keys);
            Set<Long> numbers = new TreeSet<>();
            for (RecordKey key : keys) {
                if (records.require(key).customerBefore() != StoredRecord.NONE) {
                    numbers.add(records.require(key).customerBefore());
                }
            }
            addCustomers(numbers, nodes);
        }
    }

    private void addCustomers(Set<Long> numbers, LongSet to) {
        Collection<StoredCustomer> customers = records.customersBefore(numbers).values();
        records.load(customers.stream()
                .flatMap(customer -> customer.records().stream())
                .toList());
        for (StoredCustomer customer : customers) {
            for (RecordKey key : customer.records()) {
                long node = records.require(key).node;
                if (node != StoredRecord.NONE && !visited.contains(node)) {
                    to.add(node);
                }
            }
        }
    }

    /** The nodes that hold records. */
    private List<WorkNode> loaded(LongSet ids) {
        graph.load(ids);
        List<WorkNode> loaded = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            WorkNode node = graph.nodes().get(ids.get(i));
            if (node != null && !node.isEmpty()) {
                loaded.add(node);
            }
        }
        return loaded;
    }

    private static void addAll(LongSet from, LongSet to) {
        for (int i = 0; i < from.size(); i++) {
            to.add(from.get(i));
        }
    }
}

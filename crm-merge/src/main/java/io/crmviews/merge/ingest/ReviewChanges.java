package io.crmviews.merge.ingest;

import io.crmviews.merge.internal.LongList;
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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The reviews that one step opens and closes. Two nodes are under review if their edge weighs enough and some of their
 * records are different customers: a pure function of edges and partition.
 */
final class ReviewChanges {

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
        settled.stream().filter(node -> node.stored).forEach(node -> asked.add(node.id));
        if (settled.size() == 1
                && settled.get(0).degree() == 0
                && settled.get(0).recordCount() == 1) {
            return;
        }
        Map<RecordKey, Integer> clusterOf = clusterOf(partition);
        Map<Pair, ReviewReason> refused = refused(section, partition);
        List<WorkNode> members = section.members();
        for (int i = 0; i < settled.size(); i++) {
            WorkNode node = members.get(i);
            Set<Integer> own = clusters(node, clusterOf);
            if (own.size() > 1 && section.selfWeight(i) >= review) {
                add(node.id, node.id, section.selfWeight(i), refused);
            }
        }
        Map<Long, WorkNode> byId = new HashMap<>();
        members.forEach(node -> byId.put(node.id, node));
        for (WorkNode node : settled) {
            edges(node, byId, clusterOf, refused);
        }
    }

    private void edges(
            WorkNode node,
            Map<Long, WorkNode> byId,
            Map<RecordKey, Integer> clusterOf,
            Map<Pair, ReviewReason> refused) {
        for (int i = 0; i < node.degree(); i++) {
            if (node.weight(i) >= review) {
                // A neighbour outside of the section hangs on an edge too weak to unite anything.
                WorkNode other = byId.get(node.neighbour(i));
                Set<Integer> both = clusters(node, clusterOf);
                if (other != null) {
                    both.addAll(clusters(other, clusterOf));
                }
                if (other == null || both.size() > 1) {
                    add(node.id, node.neighbour(i), node.weight(i), refused);
                }
            }
        }
    }

    private void add(long a, long b, int weight, Map<Pair, ReviewReason> refused) {
        wanted.add(new StoredReview(a, b, weight, refused.getOrDefault(Pair.of(a, b), ReviewReason.POSSIBLE)));
    }

    private static Map<RecordKey, Integer> clusterOf(Partition partition) {
        Map<RecordKey, Integer> clusterOf = new HashMap<>();
        for (int i = 0; i < partition.clusters().size(); i++) {
            for (RecordKey key : partition.clusters().get(i)) {
                clusterOf.put(key, i);
            }
        }
        return clusterOf;
    }

    private static Set<Integer> clusters(WorkNode node, Map<RecordKey, Integer> clusterOf) {
        Set<Integer> clusters = new HashSet<>();
        node.records().forEach(key -> clusters.add(clusterOf.get(key)));
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
        Set<StoredReview> closed = new LinkedHashSet<>(reader.reviewsOf(asked.toArray()));
        List<StoredReview> opened = new ArrayList<>();
        for (StoredReview one : wanted) {
            if (!closed.remove(one)) {
                opened.add(one);
            }
        }
        return List.of(opened, List.copyOf(closed));
    }
}

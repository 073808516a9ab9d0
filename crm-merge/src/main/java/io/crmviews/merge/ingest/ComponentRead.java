package io.crmviews.merge.ingest;

import io.crmviews.merge.internal.LongMap;
import io.crmviews.merge.internal.LongSet;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.partition.Assertions;
import io.crmviews.merge.partition.Edge;
import io.crmviews.merge.partition.Partition;
import io.crmviews.merge.partition.Partitioner;
import io.crmviews.merge.partition.Refusal;
import io.crmviews.merge.partition.Vertex;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.review.ReviewReason;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredNode;
import io.crmviews.spi.store.StoredRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Cuts the component of records into customers once more, by the same partitioner and among the records that a reader
 * may know of: so what it tells of unions and refusals rests on nothing else. Where nothing is hidden it tells how the
 * customers came to be. Valid within one question to a store; used by one thread.
 */
public final class ComponentRead {

    private final StoreReader reader;
    private final PairScorer scorer;
    private final Partitioner partitioner;
    private final Predicate<RecordKey> visible;
    private final int least;

    ComponentRead(StoreReader reader, PairScorer scorer, Partitioner partitioner, Predicate<RecordKey> visible) {
        this.reader = reader;
        this.scorer = scorer;
        this.partitioner = partitioner;
        this.visible = visible;
        least = Partitioner.leastWeight(scorer.model());
    }

    /**
     * The scorer that decides.
     *
     * @return the scorer, of this reader's thread
     */
    public PairScorer scorer() {
        return scorer;
    }

    /**
     * Cuts the components of some records.
     *
     * @param seeds the records
     * @return the partition of the visible records that edges connect with a visible seed; of its refusals those of
     *     constraints
     */
    public Partition partition(Collection<RecordKey> seeds) {
        List<StoredNode> members = members(seeds);
        LongMap<Integer> indexes = new LongMap<>();
        List<Vertex> vertices = new ArrayList<>(members.size());
        for (StoredNode node : members) {
            indexes.put(node.id(), vertices.size());
            List<RecordKey> records = node.records().stream().filter(visible).toList();
            Prepared prepared = prepared(node);
            int self = records.size() > 1 ? scorer.weight(prepared, prepared) : 0;
            vertices.add(new Vertex(prepared, self, records));
        }
        List<Edge> edges = edges(members, indexes);
        Partition whole = partitioner.partition(vertices, edges, Assertions.of(assertions(members)));
        // A pair that is merely possible was refused by no constraint.
        List<Refusal> refusals = whole.refusals().stream()
                .filter(refusal -> refusal.reason() != ReviewReason.POSSIBLE)
                .toList();
        return new Partition(whole.clusters(), refusals, whole.unions());
    }

    private List<Edge> edges(List<StoredNode> members, LongMap<Integer> indexes) {
        List<Edge> edges = new ArrayList<>();
        for (int a = 0; a < members.size(); a++) {
            StoredNode node = members.get(a);
            for (int i = 0; i < node.neighbours().length; i++) {
                Integer b = node.weights()[i] >= least ? indexes.get(node.neighbours()[i]) : null;
                if (b != null && a < b) {
                    edges.add(new Edge(a, b, node.weights()[i]));
                }
            }
        }
        return edges;
    }

    /** The visible nodes that edges or assertions connect, in the order in which they are met. */
    private List<StoredNode> members(Collection<RecordKey> seeds) {
        LongSet met = new LongSet();
        LongSet next = nodesOf(seeds);
        List<StoredNode> members = new ArrayList<>();
        while (next.size() > 0) {
            for (int i = 0; i < next.size(); i++) {
                met.add(next.get(i));
            }
            List<StoredNode> fresh = reader.nodes(next.toArray()).stream()
                    .filter(node -> node.records().stream().anyMatch(visible))
                    .toList();
            members.addAll(fresh);
            next = beyond(fresh, met);
        }
        return members;
    }

    private LongSet beyond(List<StoredNode> nodes, LongSet met) {
        LongSet further = new LongSet();
        for (StoredNode node : nodes) {
            for (int i = 0; i < node.neighbours().length; i++) {
                if (node.weights()[i] >= least && !met.contains(node.neighbours()[i])) {
                    further.add(node.neighbours()[i]);
                }
            }
        }
        List<RecordKey> asserted = new ArrayList<>();
        for (MatchAssertion assertion : assertions(nodes)) {
            if (assertion.verdict() == Verdict.SAME) {
                asserted.add(assertion.a());
                asserted.add(assertion.b());
            }
        }
        LongSet named = nodesOf(asserted);
        for (int i = 0; i < named.size(); i++) {
            if (!met.contains(named.get(i))) {
                further.add(named.get(i));
            }
        }
        return further;
    }

    /** What was said about the records of nodes, as far as the reader may know of it and of both records. */
    private List<MatchAssertion> assertions(List<StoredNode> nodes) {
        List<RecordKey> about =
                nodes.stream().flatMap(node -> node.records().stream()).toList();
        return reader.assertionsAbout(about).stream()
                .filter(assertion ->
                        visible.test(assertion.key()) && visible.test(assertion.a()) && visible.test(assertion.b()))
                .toList();
    }

    private LongSet nodesOf(Collection<RecordKey> records) {
        LongSet nodes = new LongSet();
        // In order of keys: the order of vertices must not show, and is made the same all the same.
        for (RecordKey key : new TreeSet<>(records.stream().filter(visible).toList())) {
            StoredRecord record = reader.records(List.of(key)).get(key);
            if (record != null && record.node() != StoredRecord.NONE) {
                nodes.add(record.node());
            }
        }
        return nodes;
    }

    /**
     * The features of a node, prepared for scoring. A store may drop what was prepared; then it is made again.
     *
     * @param node a node
     * @return its features
     */
    public Prepared prepared(StoredNode node) {
        if (node.attachment() instanceof Prepared prepared) {
            return prepared;
        }
        RecordKey first = node.records().get(0);
        Map<RecordKey, StoredRecord> stored = reader.records(List.of(first));
        StoredRecord record = stored.get(first);
        if (record == null || !(record.current() instanceof SourceRecord fact)) {
            throw new IllegalStateException("The store lists a node whose record it does not hold.");
        }
        return Prepared.of(Normaliser.features(fact), scorer.model());
    }
}

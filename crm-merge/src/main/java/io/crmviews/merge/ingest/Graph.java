package io.crmviews.merge.ingest;

import io.crmviews.merge.internal.LongMap;
import io.crmviews.merge.internal.LongSet;
import io.crmviews.merge.key.Keys;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.partition.Partitioner;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.MutedKeys;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The graph in the course of one step: records leave and join nodes, nodes bring and take keys, keys make and break
 * edges. At its end nodes, postings and edges are what a clean batch over the current records would make: an edge is
 * there if and only if its two nodes share a live key and weigh enough, whatever came first.
 */
final class Graph {

    private final Model model;
    private final PairScorer scorer;
    private final StoreReader reader;
    private final NodeLoader nodes;
    private final PostingChanges postings;
    private final Counters counters;
    private final int floor;
    private final List<WorkNode> fresh = new ArrayList<>();
    private final List<WorkNode> gone = new ArrayList<>();
    private final LongSet touched = new LongSet();

    Graph(StoreReader reader, PairScorer scorer, Counters counters) {
        this.reader = reader;
        this.scorer = scorer;
        this.counters = counters;
        model = scorer.model();
        nodes = new NodeLoader(reader, model);
        postings = new PostingChanges(reader, model.caps());
        floor = Math.min(Partitioner.leastWeight(model), model.parameters().get(Parameter.REVIEW));
    }

    NodeLoader nodes() {
        return nodes;
    }

    PostingChanges postings() {
        return postings;
    }

    /** The nodes whose records or edges changed. */
    LongSet touched() {
        return touched;
    }

    void load(LongSet ids) {
        nodes.load(ids);
    }

    void leave(RecordKey record, long id) {
        WorkNode node = nodes.require(id);
        node.remove(record);
        touched.add(id);
    }

    /** Adds a record to the node of its features, which was loaded if it exists. */
    void join(RecordKey record, Features features) {
        WorkNode node = nodes.get(features.hash());
        if (node == null) {
            node = WorkNode.fresh(Prepared.of(features, model), Keys.of(features));
            fresh.add(node);
            nodes.add(node);
        } else if (node.check != features.hash2()) {
            throw new FeatureCollisionException();
        }
        node.add(record);
        touched.add(node.id);
    }

    /** Brings postings and edges up to date with the nodes that came and went. */
    void settle() {
        fresh.removeIf(WorkNode::isEmpty);
        for (int i = 0; i < fresh.size(); i++) {
            fresh.get(i).order = i + 1;
        }
        for (WorkNode node : nodes.all()) {
            if (node.stored && node.isEmpty()) {
                gone.add(node);
            }
        }
        fresh.forEach(postings::add);
        gone.forEach(postings::remove);
        counters.keys += postings.size();
        postings.load();
        scorer.mute(MutedKeys.of(reader.mutedKeys(), scorer.muted()).with(postings.muted(), postings.unmuted()));
        gone.forEach(this::dropEdges);
        connectFresh();
        for (PostingChanges.Change change : postings.all()) {
            if (change.crossedDown()) {
                connectRevived(change);
            }
        }
        List<PostingChanges.Change> up = new ArrayList<>();
        postings.all().forEach(change -> {
            if (change.crossedUp()) {
                up.add(change);
            }
        });
        disconnect(up);
        weighAgain();
    }

    private void dropEdges(WorkNode node) {
        LongSet neighbours = new LongSet();
        for (int i = 0; i < node.degree(); i++) {
            neighbours.add(node.neighbour(i));
        }
        nodes.load(neighbours);
        for (int i = 0; i < neighbours.size(); i++) {
            nodes.require(neighbours.get(i)).unlink(node.id);
            node.unlink(neighbours.get(i));
            touched.add(neighbours.get(i));
        }
    }

    private void connectFresh() {
        Candidates candidates = new Candidates(postings, fresh);
        counters.candidates += candidates.count();
        candidates.keep(reader, scorer, floor);
        nodes.load(candidates.ids());
        candidates.forEach((one, other) -> score(one, nodes.require(other)));
    }

    /** A key fell to its cap: its holders are candidates of each other again. */
    private void connectRevived(PostingChanges.Change change) {
        counters.crossings++;
        LongSet holders = new LongSet();
        change.staying(holders);
        nodes.load(holders);
        for (int i = 0; i < holders.size(); i++) {
            WorkNode one = nodes.require(holders.get(i));
            for (int j = 0; j < i; j++) {
                counters.reevaluations++;
                if (!one.hasEdge(holders.get(j))) {
                    score(one, nodes.require(holders.get(j)));
                }
            }
        }
    }

    /** Keys rose over their caps: edges that no other live key carries are gone. */
    private void disconnect(List<PostingChanges.Change> changes) {
        List<WorkNode[]> doubtful = new ArrayList<>();
        LongSet shared = new LongSet();
        for (PostingChanges.Change change : changes) {
            counters.crossings++;
            LongSet holders = new LongSet();
            change.staying(holders);
            nodes.load(holders);
            for (int i = 0; i < holders.size(); i++) {
                WorkNode one = nodes.require(holders.get(i));
                for (int j = 0; j < i; j++) {
                    counters.reevaluations++;
                    if (one.hasEdge(holders.get(j))) {
                        WorkNode other = nodes.require(holders.get(j));
                        doubtful.add(new WorkNode[] {one, other});
                        forEachShared(one, other, shared);
                    }
                }
            }
        }
        if (doubtful.isEmpty()) {
            return;
        }
        LongSet live = postings.liveAmong(shared);
        for (WorkNode[] pair : doubtful) {
            if (pair[0].hasEdge(pair[1].id) && !sharesAny(pair[0], pair[1], live)) {
                unlink(pair[0], pair[1]);
            }
        }
    }

    /** Values fell silent or speak again: every pair of each of their holders is weighed anew. */
    private void weighAgain() {
        LongSet holders = new LongSet();
        for (PostingChanges.Change change : postings.all()) {
            if (change.fellSilent() || change.speaksAgain()) {
                counters.crossings++;
                change.after(holders);
            }
        }
        if (holders.size() > 0) {
            nodes.load(holders);
            addAll(holders, touched);
            weighAgain(holders, postings.holdersOfLive(keysOf(holders)));
        }
    }

    private LongSet keysOf(LongSet holders) {
        LongSet keys = new LongSet();
        for (int i = 0; i < holders.size(); i++) {
            for (long key : nodes.require(holders.get(i)).keys) {
                keys.add(key);
            }
        }
        return keys;
    }

    private void weighAgain(LongSet holders, LongMap<LongSet> live) {
        LongSet done = new LongSet();
        for (int i = 0; i < holders.size(); i++) {
            WorkNode node = nodes.require(holders.get(i));
            done.add(node.id);
            LongSet others = new LongSet();
            for (long key : node.keys) {
                addAll(live.get(key), others);
            }
            nodes.load(others);
            weighAgain(node, others, done);
        }
    }

    private static void addAll(@Nullable LongSet from, LongSet to) {
        for (int i = 0; from != null && i < from.size(); i++) {
            to.add(from.get(i));
        }
    }

    private void weighAgain(WorkNode one, LongSet others, LongSet done) {
        for (int i = 0; i < others.size(); i++) {
            if (!done.contains(others.get(i))) {
                counters.reevaluations++;
                WorkNode other = nodes.require(others.get(i));
                int before = one.weightTo(other.id);
                int weight = scorer.weight(one.prepared, other.prepared, floor);
                counters.comparisons++;
                if (weight < floor && before >= floor) {
                    unlink(one, other);
                } else if (weight >= floor && weight != before) {
                    link(one, other, weight);
                }
            }
        }
    }

    private static void forEachShared(WorkNode one, WorkNode other, LongSet to) {
        int i = 0;
        int j = 0;
        while (i < one.keys.length && j < other.keys.length) {
            if (one.keys[i] == other.keys[j]) {
                to.add(one.keys[i]);
                i++;
                j++;
            } else if (one.keys[i] < other.keys[j]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private static boolean sharesAny(WorkNode one, WorkNode other, LongSet live) {
        LongSet shared = new LongSet();
        forEachShared(one, other, shared);
        for (int i = 0; i < shared.size(); i++) {
            if (live.contains(shared.get(i))) {
                return true;
            }
        }
        return false;
    }

    private void score(WorkNode one, WorkNode other) {
        counters.comparisons++;
        int weight = scorer.weight(one.prepared, other.prepared, floor);
        if (weight >= floor) {
            link(one, other, weight);
        }
    }

    private void link(WorkNode one, WorkNode other, int weight) {
        one.link(other.id, weight);
        other.link(one.id, weight);
        touched.add(one.id);
        touched.add(other.id);
    }

    private void unlink(WorkNode one, WorkNode other) {
        one.unlink(other.id);
        other.unlink(one.id);
        touched.add(one.id);
        touched.add(other.id);
    }

    List<StoredNode> nodesToPut() {
        List<StoredNode> put = new ArrayList<>();
        for (WorkNode node : nodes.all()) {
            if (node.dirty && !node.isEmpty()) {
                put.add(node.toStore());
            }
        }
        return put;
    }

    List<Long> nodesToRemove() {
        return gone.isEmpty() ? List.of() : gone.stream().map(node -> node.id).toList();
    }

    /** Two different sets of features have one 64-bit hash: expected once in some billions of records. */
    static final class FeatureCollisionException extends RuntimeException {
        private static final long serialVersionUID = 1;

        FeatureCollisionException() {
            super("Two different records have the same feature hash.");
        }
    }
}

package io.crmviews.merge.ingest;

import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoredNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A node in the course of one step. Its edges are sorted by neighbour. */
final class WorkNode {

    private static final long[] NO_NEIGHBOURS = {};
    private static final int[] NO_WEIGHTS = {};

    final long id;
    final long check;
    final Prepared prepared;
    final long[] keys;
    final boolean stored;
    boolean dirty;
    /** The place among the nodes that a step brings, from 1; 0 for a stored node. */
    int order;
    /** The last node that a step brings and whose candidate it was. */
    int met;

    private long[] neighbours;
    private int[] weights;
    private int degree;
    private List<RecordKey> records;
    private @Nullable TreeSet<RecordKey> changed;
    /** Whether the edges are the store's own arrays: most nodes are only looked at. */
    private boolean borrowed = true;

    private WorkNode(
            long id,
            long check,
            Prepared prepared,
            long[] keys,
            boolean stored,
            List<RecordKey> records,
            long[] neighbours,
            int[] weights) {
        this.id = id;
        this.check = check;
        this.prepared = prepared;
        this.keys = keys;
        this.stored = stored;
        this.records = records;
        this.neighbours = neighbours;
        this.weights = weights;
        degree = neighbours.length;
    }

    static WorkNode fresh(Prepared prepared, long[] keys) {
        Features features = prepared.features();
        return new WorkNode(
                features.hash(), features.hash2(), prepared, keys, false, List.of(), NO_NEIGHBOURS, NO_WEIGHTS);
    }

    static WorkNode of(StoredNode node, Prepared prepared) {
        return new WorkNode(
                node.id(),
                node.check(),
                prepared,
                node.keys(),
                true,
                node.records(),
                node.neighbours(),
                node.weights());
    }

    boolean isEmpty() {
        return recordCount() == 0;
    }

    int recordCount() {
        return changed == null ? records.size() : changed.size();
    }

    /** The records in order. */
    List<RecordKey> records() {
        if (changed != null) {
            records = List.copyOf(changed);
            changed = null;
        }
        return records;
    }

    void add(RecordKey record) {
        writable().add(record);
        dirty = true;
    }

    void remove(RecordKey record) {
        writable().remove(record);
        dirty = true;
    }

    private Set<RecordKey> writable() {
        if (changed == null) {
            changed = new TreeSet<>(records);
        }
        return changed;
    }

    int degree() {
        return degree;
    }

    long neighbour(int index) {
        return neighbours[index];
    }

    int weight(int index) {
        return weights[index];
    }

    boolean hasEdge(long other) {
        return Arrays.binarySearch(neighbours, 0, degree, other) >= 0;
    }

    /** The weight of the edge to another node, or {@link Integer#MIN_VALUE} if there is none. */
    int weightTo(long other) {
        int at = Arrays.binarySearch(neighbours, 0, degree, other);
        return at < 0 ? Integer.MIN_VALUE : weights[at];
    }

    void link(long other, int weight) {
        int at = Arrays.binarySearch(neighbours, 0, degree, other);
        dirty = true;
        own();
        if (at >= 0) {
            weights[at] = weight;
            return;
        }
        int to = -at - 1;
        if (degree == neighbours.length) {
            neighbours = Arrays.copyOf(neighbours, degree + (degree >> 1) + 2);
            weights = Arrays.copyOf(weights, neighbours.length);
        }
        System.arraycopy(neighbours, to, neighbours, to + 1, degree - to);
        System.arraycopy(weights, to, weights, to + 1, degree - to);
        neighbours[to] = other;
        weights[to] = weight;
        degree++;
    }

    private void own() {
        if (borrowed) {
            neighbours = Arrays.copyOf(neighbours, degree + 2);
            weights = Arrays.copyOf(weights, degree + 2);
            borrowed = false;
        }
    }

    void unlink(long other) {
        int at = Arrays.binarySearch(neighbours, 0, degree, other);
        if (at >= 0) {
            own();
            System.arraycopy(neighbours, at + 1, neighbours, at, degree - at - 1);
            System.arraycopy(weights, at + 1, weights, at, degree - at - 1);
            degree--;
            dirty = true;
        }
    }

    StoredNode toStore() {
        return new StoredNode(
                id,
                check,
                records(),
                keys,
                borrowed ? neighbours : Arrays.copyOf(neighbours, degree),
                borrowed ? weights : Arrays.copyOf(weights, degree),
                prepared.signature(),
                prepared);
    }
}

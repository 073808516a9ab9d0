package io.crmviews.merge.ingest;

import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoredNode;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** A node in the course of one step. Its edges are sorted by neighbour. */
final class WorkNode {

    final long id;
    final long check;
    final Prepared prepared;
    final long[] keys;
    final TreeSet<RecordKey> records = new TreeSet<>();
    final boolean stored;
    boolean dirty;
    int order;
    private long[] neighbours;
    private int[] weights;
    private int degree;

    private WorkNode(long id, long check, Prepared prepared, long[] keys, boolean stored) {
        this.id = id;
        this.check = check;
        this.prepared = prepared;
        this.keys = keys;
        this.stored = stored;
        neighbours = new long[4];
        weights = new int[4];
    }

    static WorkNode fresh(Prepared prepared, long[] keys) {
        return new WorkNode(prepared.features().hash(), prepared.features().hash2(), prepared, keys, false);
    }

    static WorkNode of(StoredNode node, Prepared prepared) {
        WorkNode work = new WorkNode(node.id(), node.check(), prepared, node.keys(), true);
        work.records.addAll(node.records());
        work.neighbours = node.neighbours().clone();
        work.weights = node.weights().clone();
        work.degree = work.neighbours.length;
        return work;
    }

    boolean isEmpty() {
        return records.isEmpty();
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

    void link(long other, int weight) {
        int at = Arrays.binarySearch(neighbours, 0, degree, other);
        dirty = true;
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

    void unlink(long other) {
        int at = Arrays.binarySearch(neighbours, 0, degree, other);
        if (at >= 0) {
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
                List.copyOf(records),
                keys,
                Arrays.copyOf(neighbours, degree),
                Arrays.copyOf(weights, degree),
                prepared);
    }
}

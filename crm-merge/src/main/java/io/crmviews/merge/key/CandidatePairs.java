package io.crmviews.merge.key;

import io.crmviews.merge.internal.LongIntMap;
import io.crmviews.merge.normalise.Features;
import java.util.Arrays;
import java.util.List;

/**
 * All pairs of a whole set of nodes that share a live key, for measures and training; the engine itself finds the same
 * pairs step by step. Costs time and memory in proportion to the keys, about 60 a node. Immutable and thread-safe.
 */
public final class CandidatePairs {

    private final long[][] keys;
    private final LongIntMap slots = new LongIntMap();
    private final int[] starts;
    private final int[] holders;

    private CandidatePairs(long[][] keys, KeyCaps caps) {
        this.keys = keys;
        LongIntMap counts = new LongIntMap();
        for (long[] of : keys) {
            for (long key : of) {
                counts.add(key, 1);
            }
        }
        int[] live = new int[2];
        counts.forEach((key, count) -> {
            if (count > 1 && count <= caps.of(key)) {
                slots.add(key, ++live[0]);
                live[1] += count;
            }
        });
        starts = new int[live[0] + 2];
        holders = new int[live[1]];
        counts.forEach((key, count) -> starts[slots.get(key) + 1] = slots.get(key) == 0 ? 0 : count);
        for (int slot = 1; slot < starts.length; slot++) {
            starts[slot] += starts[slot - 1];
        }
        fill();
    }

    private void fill() {
        int[] next = starts.clone();
        for (int node = 0; node < keys.length; node++) {
            for (long key : keys[node]) {
                int slot = slots.get(key);
                if (slot > 0) {
                    holders[next[slot]++] = node;
                }
            }
        }
    }

    /**
     * The candidates among nodes.
     *
     * @param nodes the features of each node, no two of them equal; the result is by their place in this list
     * @param caps how many nodes may hold a live key
     * @return the pairs
     */
    public static CandidatePairs of(List<Features> nodes, KeyCaps caps) {
        return new CandidatePairs(nodes.stream().map(Keys::of).toArray(long[][]::new), caps);
    }

    /** Receives pairs. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * One pair.
         *
         * @param a the place of one node
         * @param b the place of the other, greater than {@code a}
         * @param types the types of the live keys that both hold, see {@link #has(long, KeyType)}
         */
        void visit(int a, int b, long types);
    }

    /**
     * Whether a type of keys is among those of a pair.
     *
     * @param types the types that a visitor received
     * @param type a type
     * @return true if the pair shares a live key of the type
     */
    public static boolean has(long types, KeyType type) {
        return (types & bit(type.ordinal())) != 0;
    }

    /**
     * The types of the keys of one node, as if it were a pair with itself.
     *
     * @param node the features
     * @return the types, see {@link #has(long, KeyType)}
     */
    public static long types(Features node) {
        long types = 0;
        for (long key : Keys.of(node)) {
            types |= bit(KeyType.of(key).ordinal());
        }
        return types;
    }

    private static long bit(int ordinal) {
        return 1L << ordinal;
    }

    /**
     * Shows every pair once, in the order of the first place and then of the second.
     *
     * @param visitor who wants them
     */
    public void forEach(Visitor visitor) {
        long[] types = new long[keys.length];
        int[] found = new int[keys.length];
        for (int node = 0; node < keys.length; node++) {
            int count = 0;
            for (long key : keys[node]) {
                int slot = slots.get(key);
                for (int i = starts[slot]; slot > 0 && i < starts[slot + 1]; i++) {
                    int other = holders[i];
                    if (other > node) {
                        if (types[other] == 0) {
                            found[count++] = other;
                        }
                        types[other] |= bit(KeyType.of(key).ordinal());
                    }
                }
            }
            Arrays.sort(found, 0, count);
            for (int i = 0; i < count; i++) {
                visitor.visit(node, found[i], types[found[i]]);
                types[found[i]] = 0;
            }
        }
    }
}

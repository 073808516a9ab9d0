package io.crmviews.merge.train;

import io.crmviews.merge.internal.Hashing;
import io.crmviews.merge.key.KeyCaps;
import io.crmviews.merge.key.Keys;
import io.crmviews.merge.normalise.Features;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A sample of keys with all records that hold them: the keys of least hash (a bottom-k sketch, Cohen and Kaplan 2007).
 * A key whose hash is small enough at the end was small enough whenever it came, so one pass in any order finds the same
 * sample with all its holders. Memory is bounded by the number of keys and their caps. Not thread-safe.
 */
final class KeySample {

    private final int capacity;
    private final KeyCaps caps;
    private final Map<Long, Holders> held = new HashMap<>();
    private final PriorityQueue<Long> largestFirst =
            new PriorityQueue<>(Comparator.comparingLong(KeySample::rank).reversed());

    KeySample(int capacity, KeyCaps caps) {
        this.capacity = capacity;
        this.caps = caps;
    }

    /** The records that hold a key, equal ones once and counted. */
    static final class Holders {

        final SortedMap<Long, Node> nodes = new TreeMap<>();
        private boolean full;

        private void add(Features features, int cap) {
            if (full) {
                return;
            }
            nodes.computeIfAbsent(features.hash(), any -> new Node(features)).records++;
            if (nodes.size() > cap) {
                full = true;
                nodes.clear();
            }
        }
    }

    /** Records with equal features. */
    static final class Node {

        final Features features;
        int records;

        Node(Features features) {
            this.features = features;
        }
    }

    void add(Features features) {
        for (long key : Keys.of(features)) {
            Holders holders = held.get(key);
            if (holders == null) {
                holders = admit(key);
            }
            if (holders != null) {
                holders.add(features, caps.of(key));
            }
        }
    }

    private @org.jspecify.annotations.Nullable Holders admit(long key) {
        if (held.size() >= capacity) {
            long largest = largestFirst.element();
            if (rank(key) >= rank(largest)) {
                return null;
            }
            largestFirst.remove();
            held.remove(largest);
        }
        Holders holders = new Holders();
        held.put(key, holders);
        largestFirst.add(key);
        return holders;
    }

    /** The keys' holders, without those of generic keys. */
    Iterable<Holders> holders() {
        return held.values();
    }

    /** The share of all keys that is in the sample. */
    double share() {
        return held.size() < capacity ? 1 : (rank(largestFirst.element()) + 1.0) / Long.MAX_VALUE;
    }

    private static long rank(long key) {
        return Hashing.mix(key) >>> 1;
    }
}

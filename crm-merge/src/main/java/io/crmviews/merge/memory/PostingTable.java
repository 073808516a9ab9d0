package io.crmviews.merge.memory;

import io.crmviews.merge.internal.Hashing;
import io.crmviews.merge.internal.LongIntMap;
import io.crmviews.spi.store.Posting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The holders of keys in a memory store. Most keys have one holder, which stands beside the key. In segments that grow by
 * themselves, so that no operation moves more than a thousandth of the table. Not thread-safe while written.
 */
final class PostingTable {

    private static final int SEGMENT_BITS = 10;
    private static final int SEGMENTS = 1 << SEGMENT_BITS;
    private static final long[] NOBODY = {};
    private static final Posting NONE = new Posting(0, NOBODY);

    private final Segment[] segments = new Segment[SEGMENTS];

    PostingTable() {
        for (int i = 0; i < SEGMENTS; i++) {
            segments[i] = new Segment();
        }
    }

    /** First all keys are found, so that reads of memory overlap. */
    List<Posting> postings(long[] keys, int most) {
        int[] slots = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            long hash = Hashing.mix(keys[i]);
            slots[i] = segments[index(hash)].slot(keys[i], hash);
        }
        List<Posting> found = new ArrayList<>(keys.length);
        for (int i = 0; i < keys.length; i++) {
            found.add(segments[index(Hashing.mix(keys[i]))].posting(slots[i], most));
        }
        return found;
    }

    void add(long key, long node) {
        long hash = Hashing.mix(key);
        segments[index(hash)].add(key, node, hash);
    }

    void remove(long key, long node) {
        long hash = Hashing.mix(key);
        segments[index(hash)].remove(key, node, hash);
    }

    /** Shows every key with the number of its holders. */
    void forEach(LongIntMap.Visitor visitor) {
        for (Segment segment : segments) {
            for (int i = 0; i < segment.keys.length; i++) {
                if (segment.counts[i] != 0) {
                    visitor.visit(segment.keys[i], segment.counts[i]);
                }
            }
        }
    }

    private static int index(long hash) {
        return (int) (hash >>> (Long.SIZE - SEGMENT_BITS));
    }

    /** A table with linear probing. */
    private static final class Segment {

        private long[] keys = new long[4];
        /** How many hold the key; 0 for a free slot. */
        private int[] counts = new int[4];

        private long[] firsts = new long[4];
        /** The holders after the first. */
        private long[] @Nullable [] others = new long[4][];

        private int size;

        Posting posting(int at, int most) {
            int count = counts[at];
            if (count == 0) {
                return NONE;
            }
            if (count > most) {
                return new Posting(count, NOBODY);
            }
            long[] holders = new long[count];
            holders[0] = firsts[at];
            long[] rest = others[at];
            if (rest != null) {
                System.arraycopy(rest, 0, holders, 1, count - 1);
            }
            return new Posting(count, holders);
        }

        void add(long key, long node, long hash) {
            int at = slot(key, hash);
            if (counts[at] == 0) {
                if (++size * 3 > keys.length * 2) {
                    grow();
                    at = slot(key, hash);
                }
                keys[at] = key;
                firsts[at] = node;
            } else {
                addOther(at, node);
            }
            counts[at]++;
        }

        private void addOther(int at, long node) {
            int index = counts[at] - 1;
            long[] rest = others[at];
            if (rest == null) {
                rest = new long[2];
                others[at] = rest;
            } else if (index == rest.length) {
                rest = Arrays.copyOf(rest, index + (index >> 1) + 1);
                others[at] = rest;
            }
            rest[index] = node;
        }

        void remove(long key, long node, long hash) {
            int at = slot(key, hash);
            int count = counts[at];
            int index = find(at, node, count);
            if (index < 0) {
                return;
            }
            long[] rest = others[at];
            if (count == 1 || rest == null) {
                close(at);
                size--;
                return;
            }
            long last = rest[count - 2];
            if (index == 0) {
                firsts[at] = last;
            } else {
                rest[index - 1] = last;
            }
            counts[at]--;
        }

        private int find(int at, long node, int count) {
            if (count == 0 || firsts[at] == node) {
                return count - 1 < 0 ? -1 : 0;
            }
            long[] rest = others[at];
            for (int i = 0; rest != null && i < count - 1; i++) {
                if (rest[i] == node) {
                    return i + 1;
                }
            }
            return -1;
        }

        private void close(int at) {
            int mask = keys.length - 1;
            int hole = at;
            for (int next = (at + 1) & mask; counts[next] != 0; next = (next + 1) & mask) {
                int home = (int) Hashing.mix(keys[next]) & mask;
                if (((next - home) & mask) >= ((next - hole) & mask)) {
                    move(next, hole);
                    hole = next;
                }
            }
            counts[hole] = 0;
            others[hole] = null;
        }

        private void move(int from, int to) {
            keys[to] = keys[from];
            counts[to] = counts[from];
            firsts[to] = firsts[from];
            others[to] = others[from];
        }

        private void grow() {
            long[] oldKeys = keys;
            int[] oldCounts = counts;
            long[] oldFirsts = firsts;
            long[] @Nullable [] oldOthers = others;
            keys = new long[oldKeys.length * 2];
            counts = new int[keys.length];
            firsts = new long[keys.length];
            others = new long[keys.length][];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldCounts[i] != 0) {
                    int at = slot(oldKeys[i], Hashing.mix(oldKeys[i]));
                    keys[at] = oldKeys[i];
                    counts[at] = oldCounts[i];
                    firsts[at] = oldFirsts[i];
                    others[at] = oldOthers[i];
                }
            }
        }

        private int slot(long key, long hash) {
            int mask = keys.length - 1;
            int at = (int) hash & mask;
            while (counts[at] != 0 && keys[at] != key) {
                at = (at + 1) & mask;
            }
            return at;
        }
    }
}

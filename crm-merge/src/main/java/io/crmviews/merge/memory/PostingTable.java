package io.crmviews.merge.memory;

import io.crmviews.merge.internal.Hashing;
import io.crmviews.merge.internal.LongIntMap;
import io.crmviews.spi.store.Posting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The holders of keys in a memory store. Most keys have one holder, which stands beside the key. In segments that grow by
 * themselves, so that no operation moves more than a thousandth of the table. Not thread-safe while written.
 */
final class PostingTable {

    private static final int SEGMENT_BITS = 10;
    private static final int SEGMENTS = 1 << SEGMENT_BITS;
    private static final long[] NOBODY = {};
    private static final Posting NONE = new Posting(0, NOBODY);

    /** How many numbers a row has, and which of them are what. */
    private static final int ROW = 3;

    private static final int COUNT = 1;
    private static final int HOLDERS = 2;

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
            for (int at = 0; at < segment.rows.length; at += ROW) {
                if (segment.rows[at + COUNT] != 0) {
                    visitor.visit(segment.rows[at], (int) segment.rows[at + COUNT]);
                }
            }
        }
    }

    private static int index(long hash) {
        return (int) (hash >>> (Long.SIZE - SEGMENT_BITS));
    }

    /**
     * A table with linear probing. Of each key stand together, so that one read of memory brings them: the key itself, how
     * many hold it, its only holder or, if there are several, the
     * list of them.
     */
    private static final class Segment {

        private long[] rows = new long[4 * ROW];
        private final HolderPool pool = new HolderPool();
        private int size;

        Posting posting(int at, int most) {
            int count = (int) rows[at + COUNT];
            if (count == 0) {
                return NONE;
            }
            if (count > most) {
                return new Posting(count, NOBODY);
            }
            return new Posting(
                    count, count == 1 ? new long[] {rows[at + HOLDERS]} : pool.copy(rows[at + HOLDERS], count));
        }

        void add(long key, long node, long hash) {
            int at = slot(key, hash);
            int count = (int) rows[at + COUNT]++;
            if (count > 0) {
                long list = rows[at + HOLDERS];
                rows[at + HOLDERS] = count == 1 ? pool.of(list, node) : pool.add(list, count, node);
                return;
            }
            rows[at] = key;
            rows[at + HOLDERS] = node;
            if (++size * 4 > rows.length / ROW * 3) {
                grow();
            }
        }

        void remove(long key, long node, long hash) {
            int at = slot(key, hash);
            int count = (int) rows[at + COUNT];
            if (count == 1 && rows[at + HOLDERS] == node) {
                close(at);
                size--;
            } else if (count > 1 && pool.remove(rows[at + HOLDERS], count, node)) {
                rows[at + COUNT]--;
                if (count == 2) {
                    rows[at + HOLDERS] = pool.end(rows[at + HOLDERS]);
                }
            }
        }

        private void close(int at) {
            int mask = rows.length / ROW - 1;
            int hole = at / ROW;
            for (int next = (hole + 1) & mask; rows[next * ROW + COUNT] != 0; next = (next + 1) & mask) {
                int home = (int) Hashing.mix(rows[next * ROW]) & mask;
                if (((next - home) & mask) >= ((next - hole) & mask)) {
                    System.arraycopy(rows, next * ROW, rows, hole * ROW, ROW);
                    hole = next;
                }
            }
            // Also a free row holds no hash: it would tell an erased address to whoever guesses it.
            Arrays.fill(rows, hole * ROW, (hole + 1) * ROW, 0);
        }

        private void grow() {
            long[] old = rows;
            rows = new long[old.length * 2];
            for (int from = 0; from < old.length; from += ROW) {
                if (old[from + COUNT] != 0) {
                    System.arraycopy(old, from, rows, slot(old[from], Hashing.mix(old[from])), ROW);
                }
            }
        }

        /** Where the row of a key begins, or a free one. */
        private int slot(long key, long hash) {
            int mask = rows.length / ROW - 1;
            int at = (int) hash & mask;
            while (rows[at * ROW] != key && rows[at * ROW + COUNT] != 0) {
                at = (at + 1) & mask;
            }
            return at * ROW;
        }
    }
}

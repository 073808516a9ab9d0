package io.crmviews.merge.memory;

import io.crmviews.merge.internal.Hashing;
import io.crmviews.spi.store.StoredNode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a memory store by their ids, with the signatures side by side: most candidates are told apart by their
 * signature, and that costs two reads from memory. In segments that grow by themselves, so that no operation moves more
 * than a thousandth of the table. Not thread-safe while written.
 */
final class NodeTable {

    private static final int SEGMENT_BITS = 10;
    private static final int SEGMENTS = 1 << SEGMENT_BITS;

    private final @Nullable Segment[] segments = new Segment[SEGMENTS];

    @Nullable
    StoredNode get(long id) {
        long hash = Hashing.mix(id);
        Segment segment = segments[index(hash)];
        return segment == null ? null : segment.get(id, hash);
    }

    void put(StoredNode node) {
        long hash = Hashing.mix(node.id());
        int index = index(hash);
        Segment segment = segments[index];
        if (segment == null) {
            segment = new Segment(node.signature().length);
            segments[index] = segment;
        }
        segment.put(node, hash);
    }

    void remove(long id) {
        long hash = Hashing.mix(id);
        Segment segment = segments[index(hash)];
        if (segment != null) {
            segment.remove(id, hash);
        }
    }

    /** The signatures of nodes one after another. First all rows are found, so that reads of memory overlap. */
    long[] signatures(long[] ids) {
        int[] found = new int[ids.length];
        int width = 0;
        for (int i = 0; i < ids.length; i++) {
            long hash = Hashing.mix(ids[i]);
            Segment segment = segments[index(hash)];
            found[i] = segment == null ? -1 : segment.row(ids[i], hash);
            width = segment == null ? width : segment.width;
        }
        long[] signatures = new long[ids.length * width];
        for (int i = 0; i < ids.length; i++) {
            Segment segment = segments[index(Hashing.mix(ids[i]))];
            if (segment != null && found[i] >= 0) {
                System.arraycopy(segment.rows, found[i] * (width + 1) + 1, signatures, i * width, width);
            }
        }
        return signatures;
    }

    private static int index(long hash) {
        return (int) (hash >>> (Long.SIZE - SEGMENT_BITS));
    }

    /** Rows without gaps, and a table of their numbers with linear probing. */
    private static final class Segment {

        private final int width;
        /** The number of a row, and one more; 0 for a free slot. */
        private int[] slots = new int[16];

        /** An id and its signature each, next to each other: reading one brings the other near. */
        private long[] rows;

        private @Nullable StoredNode[] nodes = new StoredNode[8];
        private int size;

        Segment(int width) {
            this.width = width;
            rows = new long[nodes.length * (width + 1)];
        }

        @Nullable
        StoredNode get(long id, long hash) {
            int row = row(id, hash);
            return row < 0 ? null : nodes[row];
        }

        int row(long id, long hash) {
            return slots[slot(id, hash)] - 1;
        }

        void put(StoredNode node, long hash) {
            int row = row(node.id(), hash);
            if (row < 0) {
                row = size++;
                if (row == nodes.length) {
                    grow();
                }
                slots[slot(node.id(), hash)] = size;
                rows[row * (width + 1)] = node.id();
                System.arraycopy(node.signature(), 0, rows, row * (width + 1) + 1, width);
            }
            nodes[row] = node;
        }

        private long id(int row) {
            return rows[row * (width + 1)];
        }

        private void grow() {
            int room = nodes.length * 2;
            rows = Arrays.copyOf(rows, room * (width + 1));
            nodes = Arrays.copyOf(nodes, room);
            slots = new int[room * 2];
            for (int row = 0; row < size - 1; row++) {
                slots[slot(id(row), Hashing.mix(id(row)))] = row + 1;
            }
        }

        /** The last row takes the place of the one that goes; its slot is closed by backward shift. */
        void remove(long id, long hash) {
            int at = slot(id, hash);
            int row = slots[at] - 1;
            if (row < 0) {
                return;
            }
            close(at);
            int last = --size;
            if (row != last) {
                slots[slot(id(last), Hashing.mix(id(last)))] = row + 1;
                nodes[row] = nodes[last];
                System.arraycopy(rows, last * (width + 1), rows, row * (width + 1), width + 1);
            }
            nodes[last] = null;
        }

        private void close(int at) {
            int mask = slots.length - 1;
            int hole = at;
            for (int next = (at + 1) & mask; slots[next] != 0; next = (next + 1) & mask) {
                int home = (int) Hashing.mix(id(slots[next] - 1)) & mask;
                if (((next - home) & mask) >= ((next - hole) & mask)) {
                    slots[hole] = slots[next];
                    hole = next;
                }
            }
            slots[hole] = 0;
        }

        private int slot(long id, long hash) {
            int mask = slots.length - 1;
            int at = (int) hash & mask;
            while (slots[at] != 0 && id(slots[at] - 1) != id) {
                at = (at + 1) & mask;
            }
            return at;
        }
    }
}

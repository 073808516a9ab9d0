package io.crmviews.merge.internal;

import java.util.Arrays;

/** A set of longs with open addressing and linear probing, cleared in O(size). 0 is allowed. Not thread-safe. */
public final class LongSet {

    private long[] table;
    private boolean zero;
    private int used;
    private final LongList order;

    /** An empty set. */
    public LongSet() {
        this(8);
    }

    /**
     * An empty set with room.
     *
     * @param expected how many values it takes without growing
     */
    public LongSet(int expected) {
        table = new long[Integer.highestOneBit(Math.max(8, expected)) << 1];
        order = new LongList(Math.min(expected, 8));
    }

    /**
     * Adds a value; amortised O(1).
     *
     * @param value the value
     * @return whether it is new
     */
    public boolean add(long value) {
        if (value == 0) {
            boolean fresh = !zero;
            zero = true;
            if (fresh) {
                order.add(0);
            }
            return fresh;
        }
        int at = slot(table, value);
        if (table[at] == value) {
            return false;
        }
        table[at] = value;
        order.add(value);
        if (++used * 2 > table.length) {
            grow();
        }
        return true;
    }

    /**
     * Whether a value is in the set; O(1).
     *
     * @param value the value
     * @return true if it is
     */
    public boolean contains(long value) {
        return value == 0 ? zero : table[slot(table, value)] == value;
    }

    /**
     * How many values there are.
     *
     * @return the size
     */
    public int size() {
        return order.size();
    }

    /**
     * The values in the order in which they were added.
     *
     * @param index 0 to size - 1
     * @return the value
     */
    public long get(int index) {
        return order.get(index);
    }

    /**
     * A copy of the values in the order in which they were added.
     *
     * @return the values
     */
    public long[] toArray() {
        return order.toArray();
    }

    /** Forgets all values and keeps the memory. */
    public void clear() {
        if (used * 8 > table.length) {
            Arrays.fill(table, 0);
        } else {
            for (int i = 0; i < order.size(); i++) {
                erase(order.get(i));
            }
        }
        used = 0;
        zero = false;
        order.clear();
    }

    private void erase(long value) {
        // Values are erased all together, so a probe may stop early at a slot that is empty already: wipe the run.
        int at = (int) Hashing.mix(value) & (table.length - 1);
        while (table[at] != 0) {
            table[at] = 0;
            at = (at + 1) & (table.length - 1);
        }
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (long value : table) {
            if (value != 0) {
                larger[slot(larger, value)] = value;
            }
        }
        table = larger;
    }

    private static int slot(long[] table, long value) {
        int mask = table.length - 1;
        int at = (int) Hashing.mix(value) & mask;
        while (table[at] != 0 && table[at] != value) {
            at = (at + 1) & mask;
        }
        return at;
    }
}

package io.crmviews.merge.internal;

import java.util.Arrays;

/**
 * A set of longs that gives each value the number of its arrival; open addressing with linear probing. Not thread-safe.
 */
public final class LongSet {

    private static final int LEAST = 8;

    private final LongList order;
    /** The number of a value, and one more, at its slot; 0 for a free slot. */
    private int[] table;

    /** An empty set. */
    public LongSet() {
        this(LEAST);
    }

    /**
     * An empty set with room.
     *
     * @param expected how many values it takes without growing
     */
    public LongSet(int expected) {
        table = new int[Integer.highestOneBit(Math.max(LEAST, expected)) << 1];
        order = new LongList(Math.max(LEAST, expected));
    }

    /**
     * Adds a value; amortised O(1).
     *
     * @param value the value
     * @return whether it is new
     */
    public boolean add(long value) {
        int before = order.size();
        return number(value) == before;
    }

    /**
     * The number of a value, which is added if it is new; amortised O(1).
     *
     * @param value the value
     * @return 0 for the first that was added, and so on
     */
    public int number(long value) {
        int at = slot(value);
        if (table[at] != 0) {
            return table[at] - 1;
        }
        order.add(value);
        int number = order.size();
        table[at] = number;
        if (number * 2 > table.length) {
            grow();
        }
        return number - 1;
    }

    /**
     * Whether a value is in the set; O(1).
     *
     * @param value the value
     * @return true if it is
     */
    public boolean contains(long value) {
        return table[slot(value)] != 0;
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

    /** Forgets all values and keeps the memory; O(the most values it held). */
    public void clear() {
        Arrays.fill(table, 0);
        order.clear();
    }

    private void grow() {
        table = new int[table.length * 2];
        for (int i = 0; i < order.size(); i++) {
            table[slot(order.get(i))] = i + 1;
        }
    }

    private int slot(long value) {
        int mask = table.length - 1;
        int at = (int) Hashing.mix(value) & mask;
        while (table[at] != 0 && order.get(table[at] - 1) != value) {
            at = (at + 1) & mask;
        }
        return at;
    }
}

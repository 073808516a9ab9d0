package io.crmviews.merge.internal;

import java.util.Arrays;

/** A growing list of longs. Not thread-safe. */
public final class LongList {

    private static final long[] NONE = {};

    private long[] items;
    private int size;

    /** An empty list. */
    public LongList() {
        items = NONE;
    }

    /**
     * An empty list with room.
     *
     * @param expected how many values it takes without growing
     */
    public LongList(int expected) {
        items = new long[expected];
    }

    /**
     * Appends a value; amortised O(1).
     *
     * @param value the value
     */
    public void add(long value) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size + (size >> 1) + 4);
        }
        items[size++] = value;
    }

    /**
     * The value at an index.
     *
     * @param index 0 to size - 1
     * @return the value
     */
    public long get(int index) {
        return items[index];
    }

    /**
     * Replaces the value at an index.
     *
     * @param index 0 to size - 1
     * @param value the value
     */
    public void set(int index, long value) {
        items[index] = value;
    }

    /**
     * Forgets the last values and keeps the memory.
     *
     * @param left how many values are left
     */
    public void truncate(int left) {
        size = left;
    }

    /**
     * How many values there are.
     *
     * @return the size
     */
    public int size() {
        return size;
    }

    /** Forgets all values and keeps the memory. */
    public void clear() {
        size = 0;
    }

    /**
     * A copy.
     *
     * @return the values in order
     */
    public long[] toArray() {
        return Arrays.copyOf(items, size);
    }

    /**
     * A copy, sorted, each value once.
     *
     * @return the distinct values in ascending order
     */
    public long[] toSortedSet() {
        long[] sorted = toArray();
        Arrays.sort(sorted);
        int kept = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, kept);
    }
}

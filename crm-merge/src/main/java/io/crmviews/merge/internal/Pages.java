package io.crmviews.merge.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A map from numbers that were given one after another to objects: pages of a thousand, so that no operation moves more
 * than one directory. Not thread-safe while written.
 *
 * @param <V> the values, never null
 */
public final class Pages<V> {

    private static final int BITS = 10;
    private static final int PAGE = 1 << BITS;

    private @Nullable Object[][] pages = new Object[8][];
    private long size;

    /** An empty map. */
    public Pages() {}

    /**
     * The value of a number; O(1).
     *
     * @param number the number
     * @return its value, or null
     */
    @SuppressWarnings("unchecked") // Only values of type V are ever put.
    public @Nullable V get(long number) {
        int page = (int) (number >>> BITS);
        boolean known = number >= 0 && number >>> BITS < pages.length && pages[page] != null;
        return known ? (V) pages[page][(int) number & (PAGE - 1)] : null;
    }

    /**
     * Puts a value; amortised O(1).
     *
     * @param number the number, 0 or more
     * @param value its value
     */
    public void put(long number, V value) {
        int page = (int) (number >>> BITS);
        if (page >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(page + 1, pages.length * 2));
        }
        if (pages[page] == null) {
            pages[page] = new Object[PAGE];
        }
        int at = (int) number & (PAGE - 1);
        size += pages[page][at] == null ? 1 : 0;
        pages[page][at] = value;
    }

    /**
     * Removes a number; O(1).
     *
     * @param number the number
     */
    public void remove(long number) {
        if (get(number) != null) {
            pages[(int) (number >>> BITS)][(int) number & (PAGE - 1)] = null;
            size--;
        }
    }

    /**
     * How many numbers there are.
     *
     * @return the size
     */
    public long size() {
        return size;
    }

    /**
     * The next number that has a value. Reads on where numbers are missing.
     *
     * @param after a number, or -1
     * @return the least number above it that has a value, or -1
     */
    public long next(long after) {
        long number = after + 1;
        while (number >>> BITS < pages.length) {
            if (pages[(int) (number >>> BITS)] == null) {
                number = ((number >>> BITS) + 1) << BITS;
            } else if (get(number) != null) {
                return number;
            } else {
                number++;
            }
        }
        return -1;
    }
}

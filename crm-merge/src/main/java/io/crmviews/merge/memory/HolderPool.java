package io.crmviews.merge.memory;

import java.util.Arrays;

/**
 * Lists of holders that have several, one after another in one array: a key's holders are read without a look at an object
 * of their own, and millions of short lists cost the garbage collector nothing. A list has room for a power of two of
 * holders and moves to twice the room when that is full; the room that it leaves is given to the next list of that size.
 * A list is named by a number: where it begins, and above that the logarithm of its room. Not thread-safe while written.
 */
final class HolderPool {

    private static final int LEAST_BITS = 1;
    private static final int SIZES = 31;
    private static final int NOWHERE = -1;

    private long[] items = new long[8];
    private int end;
    /** Where the first free room of each size is; the first item of it tells where the next one is. */
    private final int[] free = new int[SIZES];

    HolderPool() {
        Arrays.fill(free, NOWHERE);
    }

    /** A list of two holders. */
    long of(long first, long second) {
        long list = take(LEAST_BITS);
        items[begin(list)] = first;
        items[begin(list) + 1] = second;
        return list;
    }

    /** Adds a holder to a list of {@code count}; the list then. */
    long add(long list, int count, long holder) {
        long roomy = list;
        if (count == 1 << bits(list)) {
            roomy = take(bits(list) + 1);
            System.arraycopy(items, begin(list), items, begin(roomy), count);
            give(list);
        }
        items[begin(roomy) + count] = holder;
        return roomy;
    }

    /** Removes a holder from a list of {@code count}, whose last takes its place; false if it is not there. */
    boolean remove(long list, int count, long holder) {
        int from = begin(list);
        for (int i = from; i < from + count; i++) {
            if (items[i] == holder) {
                items[i] = items[from + count - 1];
                return true;
            }
        }
        return false;
    }

    /** The only holder that a list has left; the list ends. */
    long end(long list) {
        long holder = items[begin(list)];
        give(list);
        return holder;
    }

    long[] copy(long list, int count) {
        return Arrays.copyOfRange(items, begin(list), begin(list) + count);
    }

    private static int begin(long list) {
        return (int) list;
    }

    private static int bits(long list) {
        return (int) (list >>> Integer.SIZE);
    }

    private long take(int bits) {
        int from = free[bits];
        if (from == NOWHERE) {
            from = end;
            end += 1 << bits;
            if (end > items.length) {
                items = Arrays.copyOf(items, Math.max(end, items.length + (items.length >> 1)));
            }
        } else {
            free[bits] = (int) items[from];
        }
        return ((long) bits << Integer.SIZE) | from;
    }

    private void give(long list) {
        items[begin(list)] = free[bits(list)];
        free[bits(list)] = begin(list);
    }
}

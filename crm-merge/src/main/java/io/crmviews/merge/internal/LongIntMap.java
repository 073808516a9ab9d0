package io.crmviews.merge.internal;

/** A map from long to int with open addressing; an absent key counts as 0. Not thread-safe while written. */
public final class LongIntMap {

    private long[] keys = new long[64];
    private int[] values = new int[64];
    private int used;
    private int zeroValue;

    /** An empty map. */
    public LongIntMap() {}

    /**
     * The value of a key; O(1).
     *
     * @param key the key
     * @return its value, or 0
     */
    public int get(long key) {
        if (key == 0) {
            return zeroValue;
        }
        return values[slot(keys, key)];
    }

    /**
     * Adds to the value of a key; amortised O(1).
     *
     * @param key the key
     * @param amount what to add
     * @return the new value
     */
    public int add(long key, int amount) {
        if (key == 0) {
            zeroValue += amount;
            return zeroValue;
        }
        int at = slot(keys, key);
        if (keys[at] == 0) {
            keys[at] = key;
            if (++used * 2 > keys.length) {
                grow();
                at = slot(keys, key);
            }
        }
        values[at] += amount;
        return values[at];
    }

    /**
     * Receives the entries of a map.
     */
    @FunctionalInterface
    public interface Visitor {
        /**
         * One entry.
         *
         * @param key its key
         * @param value its value
         */
        void visit(long key, int value);
    }

    /**
     * Shows every entry whose key was ever added, in no stated order.
     *
     * @param visitor who wants them
     */
    public void forEach(Visitor visitor) {
        if (zeroValue != 0) {
            visitor.visit(0, zeroValue);
        }
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                visitor.visit(keys[i], values[i]);
            }
        }
    }

    /**
     * How many keys other than 0 were ever added.
     *
     * @return the size
     */
    public int size() {
        return used;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int at = slot(keys, oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }

    private static int slot(long[] keys, long key) {
        int mask = keys.length - 1;
        int at = (int) Hashing.mix(key) & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }
}

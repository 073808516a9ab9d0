package io.crmviews.merge.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A map from long to objects with open addressing, linear probing and removal by backward shift (Knuth, volume 3,
 * algorithm 6.4 R). Not thread-safe.
 *
 * @param <V> the values, never null
 */
public final class LongMap<V> {

    private long[] keys;
    private @Nullable Object[] values;
    private int size;

    /** An empty map. */
    public LongMap() {
        this(8);
    }

    /**
     * An empty map with room.
     *
     * @param expected how many keys it takes without growing
     */
    public LongMap(int expected) {
        keys = new long[Integer.highestOneBit(Math.max(8, expected)) << 1];
        values = new Object[keys.length];
    }

    /**
     * The value of a key; O(1).
     *
     * @param key the key
     * @return its value, or null
     */
    @SuppressWarnings("unchecked") // Only values of type V are ever put.
    public @Nullable V get(long key) {
        return (V) values[slot(key)];
    }

    /**
     * Puts a value; amortised O(1).
     *
     * @param key the key
     * @param value its value
     */
    public void put(long key, V value) {
        int at = slot(key);
        if (values[at] == null) {
            if (++size * 2 > keys.length) {
                grow();
                at = slot(key);
            }
            keys[at] = key;
        }
        values[at] = value;
    }

    /**
     * The value of a key, made if it is absent.
     *
     * @param key the key
     * @param make makes the value
     * @return the value
     */
    public V computeIfAbsent(long key, LongFunction<V> make) {
        V value = get(key);
        if (value == null) {
            value = make.apply(key);
            put(key, value);
        }
        return value;
    }

    /**
     * Removes a key; O(1).
     *
     * @param key the key
     */
    public void remove(long key) {
        int at = slot(key);
        if (values[at] == null) {
            return;
        }
        size--;
        int mask = keys.length - 1;
        int hole = at;
        int next = (at + 1) & mask;
        while (values[next] != null) {
            int home = (int) Hashing.mix(keys[next]) & mask;
            if (((next - home) & mask) >= ((next - hole) & mask)) {
                keys[hole] = keys[next];
                values[hole] = values[next];
                hole = next;
            }
            next = (next + 1) & mask;
        }
        values[hole] = null;
    }

    /**
     * How many keys there are.
     *
     * @return the size
     */
    public int size() {
        return size;
    }

    /**
     * The values, in no stated order.
     *
     * @return a copy
     */
    @SuppressWarnings("unchecked") // Only values of type V are ever put.
    public List<V> values() {
        List<V> all = new ArrayList<>(size);
        for (Object value : values) {
            if (value != null) {
                all.add((V) value);
            }
        }
        return all;
    }

    private void grow() {
        long[] oldKeys = keys;
        @Nullable Object[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new Object[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != null) {
                int at = slot(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int at = (int) Hashing.mix(key) & mask;
        while (values[at] != null && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }
}

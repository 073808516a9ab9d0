package io.crmviews.merge.key;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** How many nodes may hold a live key of each type; part of the model. Immutable and thread-safe. */
public final class KeyCaps {

    private static final KeyCaps SHIPPED = new KeyCaps(Map.of());

    private final int[] caps = new int[KeyType.values().length];
    private final int most;

    private KeyCaps(Map<KeyType, Integer> others) {
        int largest = 0;
        for (KeyType type : KeyType.values()) {
            int cap = others.getOrDefault(type, type.cap());
            if (cap < 1) {
                throw new IllegalArgumentException("The cap of the key type " + type + " must be at least 1.");
            }
            caps[type.ordinal()] = cap;
            largest = Math.max(largest, cap);
        }
        most = largest;
    }

    /**
     * The caps that ship with the library.
     *
     * @return the caps
     */
    public static KeyCaps shipped() {
        return SHIPPED;
    }

    /**
     * One cap for all types.
     *
     * @param cap the cap, at least 1
     * @return the caps
     */
    public static KeyCaps uniform(int cap) {
        Map<KeyType, Integer> all = new EnumMap<>(KeyType.class);
        for (KeyType type : KeyType.values()) {
            all.put(type, cap);
        }
        return new KeyCaps(all);
    }

    /**
     * Caps by type.
     *
     * @param caps the cap of each type, at least 1; a type that is not named has its shipped cap
     * @return the caps
     */
    public static KeyCaps of(Map<KeyType, Integer> caps) {
        return new KeyCaps(caps);
    }

    /**
     * The cap of a type.
     *
     * @param type a type of keys
     * @return the most nodes that may hold a live key of it
     */
    public int of(KeyType type) {
        return caps[type.ordinal()];
    }

    /**
     * The cap of a key's type.
     *
     * @param key a key
     * @return the most nodes that may hold it while it is live
     */
    public int of(long key) {
        return caps[KeyType.of(key).ordinal()];
    }

    /**
     * The largest cap.
     *
     * @return the cap
     */
    public int most() {
        return most;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyCaps that && Arrays.equals(caps, that.caps);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(caps);
    }

    @Override
    public String toString() {
        return "KeyCaps" + Arrays.toString(caps);
    }
}

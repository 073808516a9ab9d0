package io.crmviews.merge.key;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many nodes may hold a key of each type while it is live, and from how many on its value proves nothing; part of the
 * model. Immutable and thread-safe.
 */
public final class KeyCaps {

    private static final KeyCaps SHIPPED = new KeyCaps(Map.of(), Map.of());

    private final Map<KeyType, Integer> own;
    private final int[] caps = new int[KeyType.values().length];
    private final int[] scoring = new int[caps.length];
    private final int most;

    private KeyCaps(Map<KeyType, Integer> own, Map<KeyType, Integer> ownScoring) {
        this.own = Map.copyOf(own);
        int largest = 0;
        for (KeyType type : KeyType.values()) {
            int cap = own.getOrDefault(type, type.cap());
            if (cap < 1) {
                throw new IllegalArgumentException("The cap of the key type " + type + " must be at least 1.");
            }
            caps[type.ordinal()] = cap;
            scoring[type.ordinal()] = scoring(type, cap, ownScoring);
            largest = Math.max(largest, cap);
        }
        most = largest;
    }

    private static int scoring(KeyType type, int cap, Map<KeyType, Integer> own) {
        if (!type.isIdentifier()) {
            return Integer.MAX_VALUE;
        }
        int allowed = own.getOrDefault(type, (int) Math.min(Integer.MAX_VALUE, (long) cap * KeyType.SCORING));
        if (allowed < cap) {
            throw new IllegalArgumentException(
                    "The scoring cap of the key type " + type + " must not be less than its cap.");
        }
        return allowed;
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
        return new KeyCaps(all, Map.of());
    }

    /**
     * The same caps with other scoring caps.
     *
     * @param scoring how many nodes may hold a value of a type while it proves something, at least the type's cap; a type
     *     of identifiers that is not named has five times its cap, other types have none
     * @return other caps
     */
    public KeyCaps withScoring(Map<KeyType, Integer> scoring) {
        return new KeyCaps(own, scoring);
    }

    /**
     * The same caps with one scoring cap for all identifiers.
     *
     * @param cap how many nodes may hold a value while it proves something, at least the largest cap of an identifier's key
     * @return other caps
     */
    public KeyCaps withScoring(int cap) {
        Map<KeyType, Integer> all = new EnumMap<>(KeyType.class);
        for (KeyType type : KeyType.values()) {
            all.put(type, cap);
        }
        return withScoring(all);
    }

    /**
     * The scoring cap of a key's type.
     *
     * @param key a key
     * @return the most nodes that may hold its value while the value proves something; without limit where the key is no
     *     single identifier's
     */
    public int scoringOf(long key) {
        return scoringOf(KeyType.of(key));
    }

    /**
     * The scoring cap of a type.
     *
     * @param type a type of keys
     * @return the most nodes that may hold a value of it while the value proves something; without limit where the keys are
     *     no single identifiers
     */
    public int scoringOf(KeyType type) {
        return scoring[type.ordinal()];
    }

    /**
     * Caps by type.
     *
     * @param caps the cap of each type, at least 1; a type that is not named has its shipped cap
     * @return the caps
     */
    public static KeyCaps of(Map<KeyType, Integer> caps) {
        return new KeyCaps(caps, Map.of());
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
        return other instanceof KeyCaps that && Arrays.equals(caps, that.caps) && Arrays.equals(scoring, that.scoring);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(caps) + Arrays.hashCode(scoring);
    }

    @Override
    public String toString() {
        return "KeyCaps" + Arrays.toString(caps) + Arrays.toString(scoring);
    }
}

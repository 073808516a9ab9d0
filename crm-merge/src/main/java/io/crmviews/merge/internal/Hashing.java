package io.crmviews.merge.internal;

/** 64-bit hashes of text and numbers, the same on every machine and in every version of a stored model. Pure. */
public final class Hashing {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Hashing() {}

    /**
     * The finaliser of MurmurHash3 (Appleby), which spreads every bit of the input over the result.
     *
     * @param value the input
     * @return its mix
     */
    public static long mix(long value) {
        long h = value;
        h = (h ^ (h >>> 33)) * 0xFF51AFD7ED558CCDL;
        h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return h ^ (h >>> 33);
    }

    /**
     * The hash of a text's UTF-16 units. O(length), no allocation.
     *
     * @param text the text
     * @return its hash
     */
    public static long of(CharSequence text) {
        long h = text.length() * GOLDEN;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * GOLDEN;
            h ^= h >>> 29;
        }
        return mix(h);
    }

    /**
     * The hash of an ordered pair.
     *
     * @param first the first hash
     * @param second the second hash
     * @return a hash that changes when the two change places
     */
    public static long pair(long first, long second) {
        return mix(first * GOLDEN + Long.rotateLeft(second, 31));
    }

    /**
     * The hash of an unordered pair.
     *
     * @param one a hash
     * @param other another
     * @return the same whichever comes first
     */
    public static long unordered(long one, long other) {
        return one < other ? pair(one, other) : pair(other, one);
    }
}

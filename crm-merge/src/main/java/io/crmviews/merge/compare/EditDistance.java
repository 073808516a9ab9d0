package io.crmviews.merge.compare;

/**
 * Optimal string alignment: the least number of insertions, deletions, substitutions and exchanges of neighbours, no part
 * edited twice (Damerau 1964, in the restricted form). Computed bit-parallel after Hyyro (2003) for the shorter text of
 * up to 64 UTF-16 units. Pure, thread-safe; allocates nothing for Latin text.
 */
public final class EditDistance {

    private static final int WORD = 64;
    /** No packed pattern: its first character is never 0x80. */
    private static final long WIDE = 0x80;

    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long GATHER = 0x0102040810204080L;

    private EditDistance() {}

    /**
     * The distance, or {@code limit + 1} as soon as it must be larger. O(length) for texts of at most 64 units.
     *
     * @param a a text; only its first 64 units count
     * @param b another
     * @param limit the largest distance of interest, 0 or more
     * @return 0 to limit + 1
     */
    public static int bounded(String a, String b, int limit) {
        String pattern = a.length() <= b.length() ? a : b;
        String text = a.length() <= b.length() ? b : a;
        if (text.length() - pattern.length() > limit) {
            return limit + 1;
        }
        int from = 0;
        int shorter = Math.min(pattern.length(), WORD);
        while (from < shorter && pattern.charAt(from) == text.charAt(from)) {
            from++;
        }
        if (from == shorter) {
            return Math.min(Math.min(text.length(), WORD) - from, limit + 1);
        }
        int end = Math.min(text.length(), WORD);
        if (text.length() <= WORD) {
            while (shorter > from && pattern.charAt(shorter - 1) == text.charAt(end - 1)) {
                shorter--;
                end--;
            }
            if (shorter == from) {
                return Math.min(end - from, limit + 1);
            }
            // One edit leaves one character on a side, or two that are exchanged.
            if (limit == 1 && end - from > 2) {
                return 2;
            }
        }
        return Math.min(align(pattern, text, from, shorter, end), limit + 1);
    }

    /** Hyyro's recurrences; the common prefix and suffix do not take part. */
    private static int align(String pattern, String text, int from, int to, int end) {
        int m = to - from;
        long high = 1L << (m - 1);
        long pv = -1L;
        long mv = 0;
        long d0 = 0;
        long oldPm = 0;
        int distance = m;
        long bytes = m <= Long.BYTES ? packed(pattern, from, to) : WIDE;
        for (int j = from; j < end; j++) {
            char c = text.charAt(j);
            long pm = bytes == WIDE ? places(pattern, from, m, c) : places(bytes, c);
            long transposed = ((~d0 & pm) << 1) & oldPm;
            d0 = (((pm & pv) + pv) ^ pv) | pm | mv | transposed;
            long hp = mv | ~(d0 | pv);
            long hn = d0 & pv;
            distance += (hp & high) != 0 ? 1 : 0;
            distance -= (hn & high) != 0 ? 1 : 0;
            hp = (hp << 1) | 1L;
            hn <<= 1;
            pv = hn | ~(d0 | hp);
            mv = hp & d0;
            oldPm = pm;
        }
        return distance;
    }

    /** The places of a character in a pattern, a bit each. */
    private static long places(String pattern, int from, int m, char c) {
        long places = 0;
        for (int i = 0; i < m; i++) {
            places |= (pattern.charAt(from + i) == c ? 1L : 0L) << i;
        }
        return places;
    }

    /** Up to eight ASCII characters, one a byte; {@link #WIDE} if one is not ASCII. Bytes that are left over are no characters. */
    private static long packed(String pattern, int from, int to) {
        long bytes = -1L;
        for (int i = to - 1; i >= from; i--) {
            char c = pattern.charAt(i);
            if (c >= 0x80) {
                return WIDE;
            }
            bytes = bytes << Byte.SIZE | c;
        }
        return bytes;
    }

    /** The same as above for all places at once (Lamport 1975): a byte is 0 where the character stands. */
    private static long places(long bytes, char c) {
        long other = bytes ^ (c * EACH);
        long equal = ~(((other & ~HIGH) + ~HIGH) | other) & HIGH;
        return c < 0x80 ? ((equal >>> 7) * GATHER) >>> 56 : 0;
    }

    /**
     * A set of the letters and digits of a text, one bit for each class; equal texts have equal sets, and the sets of two
     * texts at distance d differ in at most 2 d bits. So most pairs are told apart by one exclusive-or.
     *
     * @param text a text
     * @return the set
     */
    public static int letters(String text) {
        int set = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            set |= 1 << (c >= 'a' && c <= 'z' ? c - 'a' : 26 + c % 6);
        }
        return set;
    }
}

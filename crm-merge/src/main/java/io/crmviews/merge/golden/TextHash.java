package io.crmviews.merge.golden;

/**
 * A 64-bit hash of a text: FNV-1a over its characters, finished with the mixer of MurmurHash3. Two different texts of
 * one customer agree with a chance of about 2^-64 a pair; then they would be counted together, and nothing worse.
 */
final class TextHash {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final long MIX_1 = 0xff51afd7ed558ccdL;
    private static final long MIX_2 = 0xc4ceb9fe1a85ec53L;
    private static final int SHIFT = 33;

    private TextHash() {}

    static long of(String text) {
        long hash = OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        hash = (hash ^ (hash >>> SHIFT)) * MIX_1;
        hash = (hash ^ (hash >>> SHIFT)) * MIX_2;
        return hash ^ (hash >>> SHIFT);
    }
}

package io.crmviews.merge.normalise;

/**
 * A code of how a name sounds, in the manner of Soundex (Russell 1918) with wider classes: vowels, h, w and y count only
 * at the beginning, and letters that languages exchange (g/k/c/q, b/p, d/t, f/v, s/z/j/sh/ch, m/n) are one. Used for
 * keys, where a false friend costs a comparison, never as evidence by itself.
 */
public final class SoundCode {

    private static final int MAX_CODE = 7;
    private static final String CLASSES = "0pkt0fk00skl" + "nn0pkrst0f0s0s";

    private SoundCode() {}

    /**
     * The code of a folded word.
     *
     * @param word lower-case letters
     * @return up to seven classes; the word itself if it holds no Latin letter
     */
    public static String of(String word) {
        StringBuilder code = new StringBuilder(MAX_CODE);
        char last = ' ';
        for (int i = 0; i < word.length() && code.length() < MAX_CODE; i++) {
            char c = word.charAt(i);
            if (c < 'a' || c > 'z') {
                last = ' ';
                continue;
            }
            char k = classOf(word, i);
            if (k == '0') {
                if (code.length() == 0 && i == 0) {
                    code.append('0');
                }
                last = isVowel(c) ? ' ' : last;
            } else if (k != last) {
                code.append(k);
                last = k;
            }
        }
        return code.length() == 0 ? word : code.toString();
    }

    private static char classOf(String word, int i) {
        char c = word.charAt(i);
        char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
        if (next == 'h' && c == 'p') {
            return 'f';
        }
        if (next == 'h' && c == 'c') {
            return 's';
        }
        return CLASSES.charAt(c - 'a');
    }

    private static boolean isVowel(char c) {
        return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
    }
}

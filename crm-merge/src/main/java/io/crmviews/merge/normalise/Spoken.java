package io.crmviews.merge.normalise;

/**
 * A spelling that the ways of writing one name in Latin letters share: what languages and tables of transliteration
 * exchange (kh and h, w and v, y, j and i, ts and t, o and a in the middle) is written in one way. Unlike
 * {@link SoundCode} it keeps the vowels, so few letters off in it says more than few letters off in the sounds.
 */
final class Spoken {

    private static final String VOWELS = "aeiou";

    private Spoken() {}

    /** The shared spelling of a folded word; the word itself if it holds other than Latin letters. */
    static String of(String word) {
        int n = word.length();
        if (n < 3) {
            return word;
        }
        StringBuilder out = new StringBuilder(n);
        int i = 0;
        while (i < n) {
            char c = word.charAt(i);
            if (c < 'a' || c > 'z') {
                return word;
            }
            int taken = digraph(word, i, out);
            if (taken == 0) {
                append(out, letter(word, i, out));
                taken = 1;
            }
            i += taken;
        }
        return out.length() < 2 ? word : out.toString();
    }

    /** Writes what two or more letters stand for; how many they are, 0 if they stand for themselves. */
    private static int digraph(String word, int i, StringBuilder out) {
        if (word.startsWith("shch", i)) {
            append(out, 's');
            return 4;
        }
        if (word.startsWith("sch", i) || word.startsWith("tch", i) || word.startsWith("dzh", i)) {
            append(out, word.charAt(i) == 'd' ? 'j' : word.charAt(i) == 't' ? 'c' : 's');
            return 3;
        }
        return i + 1 < word.length() ? two(word.charAt(i), word.charAt(i + 1), out) : 0;
    }

    private static int two(char first, char next, StringBuilder out) {
        return switch (first) {
            case 's' -> pair(next, "hz", 's', out);
            case 'c' -> next == 'k' ? pair(next, "k", 'k', out) : pair(next, "hz", 'c', out);
            case 'z' -> pair(next, "h", 'j', out);
            case 'd' -> next == 'j' ? pair(next, "j", 'j', out) : pair(next, "zh", 'd', out);
            case 't' -> pair(next, "szh", 't', out);
            case 'k', 'g' -> next == 'h' ? pair(next, "h", first == 'k' ? 'h' : 'g', out) : 0;
            case 'p' -> pair(next, "h", 'f', out);
            case 'o' -> pair(next, "u", 'u', out) + (next == 'o' ? pair(next, "o", 'u', out) : 0);
            case 'e' -> pair(next, "eiy", 'i', out);
            default -> 0;
        };
    }

    private static int pair(char next, String seconds, char written, StringBuilder out) {
        if (seconds.indexOf(next) < 0) {
            return 0;
        }
        append(out, written);
        return 2;
    }

    private static char letter(String word, int i, StringBuilder out) {
        char c = word.charAt(i);
        char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
        return switch (c) {
            case 'q' -> 'k';
            case 'c' -> next == 'e' || next == 'i' || next == 'y' ? 's' : 'k';
            case 'w' -> 'v';
            case 'y', 'j', 'i' -> !isVowel(next) ? 'i' : out.length() == 0 ? 'j' : ' ';
            case 'h' -> next != ' ' && isVowel(next) ? 'h' : out.length() == 0 ? 'h' : ' ';
            case 'o' -> next == ' ' ? 'o' : 'a';
            default -> c;
        };
    }

    private static boolean isVowel(char c) {
        return VOWELS.indexOf(c) >= 0;
    }

    private static void append(StringBuilder out, char c) {
        if (c != ' ' && (out.length() == 0 || out.charAt(out.length() - 1) != c)) {
            out.append(c);
        }
    }
}

package io.crmviews.merge.normalise;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Brings text of any script to comparable words: lower case, without diacritics (Unicode NFKD), Cyrillic, Greek and
 * Arabic letters written in Latin ones. Apostrophes vanish; characters beyond the basic plane, emoji too,
 * count as letters; everything else that is neither letter nor digit separates.
 * Pure and bounded: at most {@value #MAX_WORDS} words of at most {@value #MAX_LENGTH} characters of the first
 * {@value #MAX_TEXT} characters are kept.
 */
public final class TextFolding {

    /** Words kept of one text. */
    public static final int MAX_WORDS = 24;

    /** Characters kept of one word. */
    public static final int MAX_LENGTH = 40;

    /** Characters of a text that are read. */
    public static final int MAX_TEXT = 1000;

    private TextFolding() {}

    /**
     * The words of a text in order.
     *
     * @param text any text
     * @return folded words, none empty; an empty list for text without letters or digits
     */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>(4);
        String folded = fold(text);
        int from = 0;
        for (int i = 0; i <= folded.length() && words.size() < MAX_WORDS; i++) {
            if (i == folded.length() || folded.charAt(i) == ' ') {
                if (i > from) {
                    words.add(folded.substring(from, Math.min(i, from + MAX_LENGTH)));
                }
                from = i + 1;
            }
        }
        return words;
    }

    /** Whether {@link #words} leaves out a part of a text: a word too many, or the end of one that is too long. */
    static boolean isCut(String text) {
        if (text.length() <= MAX_LENGTH) {
            return false;
        }
        if (text.length() > MAX_TEXT) {
            return true;
        }
        int words = 0;
        for (String word : fold(text).split(" ", -1)) {
            words += word.isEmpty() ? 0 : 1;
            if (word.length() > MAX_LENGTH) {
                return true;
            }
        }
        return words > MAX_WORDS;
    }

    /**
     * The folded text: words separated by single or several spaces.
     *
     * @param text any text
     * @return letters, digits and spaces
     */
    public static String fold(String text) {
        String bounded = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
        StringBuilder out = new StringBuilder(bounded.length());
        if (isAscii(bounded)) {
            for (int i = 0; i < bounded.length(); i++) {
                append(out, lower(bounded.charAt(i)));
            }
            return out.toString();
        }
        String decomposed = Normalizer.normalize(bounded, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            String latin = Transliteration.latin(c);
            if (latin != null) {
                out.append(latin);
            } else {
                append(out, c);
            }
        }
        return out.toString();
    }

    /** The words of a text in one. */
    static String joined(String text) {
        if (text.length() > MAX_TEXT || !isAscii(text)) {
            return fold(text).replace(" ", "");
        }
        char[] kept = new char[text.length()];
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = lower(text.charAt(i));
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                kept[size++] = c;
            }
        }
        return new String(kept, 0, size);
    }

    /** Whether a text that is not empty repeats one character. */
    static boolean isOneCharacter(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) != text.charAt(0)) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static void append(StringBuilder out, char c) {
        if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
            out.append(c);
        } else if (!isSilent(c)) {
            out.append(' ');
        }
    }

    private static boolean isSilent(char c) {
        return c == '\''
                || c == '\u2019'
                || c == '\u2018'
                || c == '`'
                || c == '\u00B4'
                || c == '\u02BC'
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}

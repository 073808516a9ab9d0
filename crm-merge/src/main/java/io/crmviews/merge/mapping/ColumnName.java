package io.crmviews.merge.mapping;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a column's name apart into words: at separators, at humps of camel case, and before and after digits. */
final class ColumnName {

    private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");
    private static final Pattern WORD = Pattern.compile("\\p{Lu}+(?![\\p{Ll}])|\\p{Lu}?[\\p{L}&&[^\\p{Lu}]]+|\\p{Nd}+");

    private ColumnName() {}

    /** The words in lower case, without accents; "ß" and umlauts are written with two letters. */
    static List<String> words(String column) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(Normalizer.normalize(column, Normalizer.Form.NFC));
        while (matcher.find()) {
            words.add(plain(matcher.group()));
        }
        return words;
    }

    /** A word in lower case, without accents. */
    static String plain(String word) {
        String lower = word.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue");
        return ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    }

    /** Whether a word is a number. */
    static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }
}

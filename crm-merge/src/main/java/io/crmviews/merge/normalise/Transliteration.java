package io.crmviews.merge.normalise;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Letters of other scripts in Latin letters, near to the ICAO 9303 table for Cyrillic and to common press practice for
 * Greek and Arabic. It aims at comparable, not at readable spellings.
 */
final class Transliteration {

    private static final Map<Character, String> LATIN = new HashMap<>();

    static {
        put(
                "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўћђјљњџќѓѕәғқңөұүһĸ",
                "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya e i i e g u c d j l n dz k g dz a g k n o u u h k");
        put("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o");
        put(
                "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئپچژگکی",
                "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y a a _ a i a w y p ch zh g k y");
        put("ßæœøđðłþıħŋ", "ss ae oe o d d l th i h n");
    }

    private Transliteration() {}

    static @Nullable String latin(char c) {
        return c < 0x80 ? null : LATIN.get(c);
    }

    private static void put(String letters, String latin) {
        String[] written = latin.split(" ", -1);
        if (written.length != letters.length()) {
            throw new IllegalStateException("A transliteration table needs one spelling for each letter.");
        }
        for (int i = 0; i < written.length; i++) {
            LATIN.put(letters.charAt(i), written[i].equals("_") ? "" : written[i]);
        }
    }
}

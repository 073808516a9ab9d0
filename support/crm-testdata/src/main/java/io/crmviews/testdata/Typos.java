package io.crmviews.testdata;

import java.util.List;
import java.util.Locale;

/** Slips of hand and ear: a neighbouring key, a dropped, doubled or transposed letter, and what a call centre mishears. */
final class Typos {

    private static final List<String> ROWS = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");
    private static final List<String> HEARD = List.of(
            "ph>f", "f>ph", "ck>k", "k>ck", "ee>ea", "ea>ee", "ie>y", "th>t", "ll>l", "l>ll", "m>n", "n>m", "b>p",
            "d>t", "sh>s", "w>v", "ey>y", "ou>ow");
    private static final int PLACES = 12;

    private Typos() {}

    /** One slip of the hand; the first character mostly stays. Texts of fewer than three characters stay as they are. */
    static String typed(Dice dice, String text) {
        if (text.length() < 3) {
            return text;
        }
        int at = dice.chance(0.08) ? 0 : dice.between(1, text.length() - 2);
        char here = text.charAt(at);
        char next = text.charAt(at + 1);
        if (!Character.isLetter(here)) {
            return wrongDigit(dice, text);
        }
        return switch (dice.below(4)) {
            case 0 -> text.substring(0, at) + neighbour(dice, here) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            case 2 -> text.substring(0, at) + here + text.substring(at);
            default ->
                here == next
                        ? text.substring(0, at) + text.substring(at + 1)
                        : text.substring(0, at) + next + here + text.substring(at + 2);
        };
    }

    /** One mishearing where the word offers one, else one slip of the hand. */
    static String heard(Dice dice, String text) {
        for (int attempt = 0; attempt < PLACES; attempt++) {
            String rule = dice.pick(HEARD);
            String said = rule.substring(0, rule.indexOf('>'));
            int at = text.indexOf(said, 1);
            if (at > 0) {
                return text.substring(0, at) + rule.substring(said.length() + 1) + text.substring(at + said.length());
            }
        }
        return typed(dice, text);
    }

    /** One digit replaced, or two neighbouring digits transposed. Texts without digits stay as they are. */
    static String wrongDigit(Dice dice, String text) {
        for (int attempt = 0; attempt < PLACES; attempt++) {
            int at = dice.below(text.length());
            if (Character.isDigit(text.charAt(at))) {
                return digitAt(dice, text, at);
            }
        }
        return text;
    }

    private static String digitAt(Dice dice, String text, int at) {
        char here = text.charAt(at);
        char next = at + 1 < text.length() ? text.charAt(at + 1) : here;
        if (Character.isDigit(next) && next != here && dice.chance(0.5)) {
            return text.substring(0, at) + next + here + text.substring(at + 2);
        }
        char other = (char) ('0' + (here - '0' + dice.between(1, 9)) % 10);
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    private static char neighbour(Dice dice, char letter) {
        char lower = Character.toLowerCase(letter);
        String row = ROWS.stream()
                .filter(keys -> keys.indexOf(lower) >= 0)
                .findFirst()
                .orElse("ae");
        int at = row.indexOf(lower);
        int beside = at == 0 ? 1 : at == row.length() - 1 || dice.chance(0.5) ? at - 1 : at + 1;
        char slip = row.charAt(Math.max(beside, 0));
        return lower == letter ? slip : Character.toUpperCase(slip);
    }

    /** What an old partner system makes of a text: upper case, no accents, cut. */
    static String folded(String text, int length) {
        String plain = ascii(text).toUpperCase(Locale.ROOT);
        return plain.length() > length ? plain.substring(0, length).strip() : plain;
    }

    /** German letters written out. */
    static String ascii(String text) {
        return text.replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("Ä", "Ae")
                .replace("Ö", "Oe")
                .replace("Ü", "Ue")
                .replace("ß", "ss");
    }
}

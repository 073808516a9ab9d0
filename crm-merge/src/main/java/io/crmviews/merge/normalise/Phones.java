package io.crmviews.merge.normalise;

import io.crmviews.merge.internal.Hashing;
import java.util.Optional;

/**
 * Phone numbers in comparable form: the significant digits. National and international spellings of one number differ
 * in their first digits only, so numbers are compared from the end.
 */
final class Phones {

    private static final int LEAST_DIGITS = 5;
    private static final int MOST_DIGITS = 20;
    private static final int TAIL = 7;

    private Phones() {}

    static Optional<Features.Phone> normalise(String value) {
        StringBuilder digits = new StringBuilder(16);
        for (int i = 0; i < value.length() && digits.length() < MOST_DIGITS; i++) {
            char c = value.charAt(i);
            if (Character.isDigit(c)) {
                digits.append((char) ('0' + Character.digit(c, 10)));
            } else if (isExtension(c) && digits.length() >= TAIL) {
                break;
            }
        }
        int zeros = 0;
        while (zeros < digits.length() && digits.charAt(zeros) == '0') {
            zeros++;
        }
        String significant = digits.substring(zeros);
        if (significant.length() < LEAST_DIGITS || isPlaceholder(significant)) {
            return Optional.empty();
        }
        String tail = significant.substring(Math.max(0, significant.length() - TAIL));
        return Optional.of(new Features.Phone(significant, Hashing.of(tail)));
    }

    private static boolean isExtension(char c) {
        return c == 'x' || c == 'X' || c == ';' || c == '#';
    }

    private static boolean isPlaceholder(String digits) {
        return TextFolding.isOneCharacter(digits) || WordLists.isPlaceholder("phone", digits);
    }
}

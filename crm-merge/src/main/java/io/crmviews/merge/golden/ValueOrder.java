package io.crmviews.merge.golden;

import java.math.BigDecimal;

/** The order of values by their text: numbers by size before all other texts by character. */
enum ValueOrder {
    /** The smallest wins. */
    SMALLEST(-1),
    /** The greatest wins. */
    GREATEST(1);

    private static final int PREFIX_CHARS = 3;
    private static final int CHAR_BITS = 16;
    private static final int MAX_DIGITS = 40;
    private static final long TEXT = 1L << (Strategy.MAX_BITS - 1);

    private final int sign;

    ValueOrder(int sign) {
        this.sign = sign;
    }

    /** Greater than 0 if the first text wins, 0 only for equal values. */
    int compare(String left, String right) {
        return sign * ascending(left, right);
    }

    /** A number whose order agrees with the order of values, as far as it reaches. */
    long prefix(String text) {
        long ascending = isNumber(text) ? numberPrefix(text) : TEXT | textPrefix(text);
        return this == GREATEST ? ascending : (1L << Strategy.MAX_BITS) - 1 - ascending;
    }

    private static int ascending(String left, String right) {
        boolean number = isNumber(left);
        if (number != isNumber(right)) {
            return number ? -1 : 1;
        }
        int byValue = number ? new BigDecimal(left).compareTo(new BigDecimal(right)) : 0;
        return byValue != 0 ? byValue : left.compareTo(right);
    }

    /** Doubles compare as their bits do once negative ones are turned over; the low bits are left to the comparison. */
    private static long numberPrefix(String text) {
        double value = Double.parseDouble(text);
        long bits = Double.doubleToLongBits(value == 0 ? 0 : value);
        long sortable = bits >= 0 ? bits ^ Long.MIN_VALUE : ~bits;
        return sortable >>> (Long.SIZE - (Strategy.MAX_BITS - 1));
    }

    private static long textPrefix(String text) {
        long prefix = 0;
        for (int i = 0; i < PREFIX_CHARS; i++) {
            prefix = (prefix << CHAR_BITS) | (i < text.length() ? text.charAt(i) : 0);
        }
        return prefix;
    }

    private static boolean isNumber(String text) {
        if (text.isEmpty() || text.length() > MAX_DIGITS) {
            return false;
        }
        int points = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
            points += c == '.' ? 1 : 0;
            if ((c < '0' || c > '9') && c != '.' && !(c == '-' && i == 0)) {
                return false;
            }
        }
        return digits > 0 && points <= 1;
    }
}

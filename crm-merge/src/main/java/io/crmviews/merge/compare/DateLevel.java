package io.crmviews.merge.compare;

import io.crmviews.model.party.PartialDate;

/** How alike two birth dates are. */
public enum DateLevel {
    /** The same full date. */
    EXACT,
    /** Day and month exchanged. */
    SWAPPED,
    /** One digit differs, or two neighbouring digits are exchanged. */
    ONE_DIGIT,
    /** Month and day agree. */
    MONTH_DAY,
    /** Year and month agree. */
    YEAR_MONTH,
    /** Year and day agree. */
    YEAR_DAY,
    /** One is known in part, and what is known agrees. */
    PARTIAL,
    /** The same year, month and day a little off. */
    SHIFTED,
    /** The year one or ten off, month and day a little off or equal. */
    SHIFTED_YEAR,
    /** One year apart at most, the rest differs. */
    NEAR_YEAR,
    /** The same year, the rest differs. */
    YEAR,
    /** Nothing of these. */
    DIFFERENT,
    /** Both are known in part, and no part is known of both. */
    UNKNOWN;

    private static final int MOST_DAYS = 5;
    private static final int DIGIT = 4;
    private static final int MONTH_AT = 2 * DIGIT;
    private static final int YEAR_AT = 4 * DIGIT;
    private static final int DAYS = 0xFF;
    private static final int MONTHS = 0xFF00;
    private static final int NEW_YEAR = 0x0101;

    /**
     * The level of a pair; symmetric.
     *
     * @param a a date
     * @param b another
     * @return the strongest level that holds
     */
    public static DateLevel of(PartialDate a, PartialDate b) {
        return ofDigits(digits(a.packed()), digits(b.packed()));
    }

    /**
     * A date as {@link PartialDate#packed()} writes it, a digit in each four bits. Comparing digits needs no division.
     *
     * @param packed the date, 0 to 99991231
     * @return eight digits
     */
    public static int digits(int packed) {
        int digits = 0;
        int shift = 0;
        for (int rest = packed; rest != 0; rest /= 10) {
            digits |= rest % 10 << shift;
            shift += DIGIT;
        }
        return digits;
    }

    /**
     * The level of two dates as {@link #digits(int)} writes them.
     *
     * @param x a date
     * @param y another
     * @return the level
     */
    public static DateLevel ofDigits(int x, int y) {
        return isFull(x) && isFull(y) ? full(x, y) : inPart(x, y);
    }

    private static boolean isFull(int date) {
        return date >>> YEAR_AT != 0 && (date & MONTHS) != 0 && (date & DAYS) != 0;
    }

    private static DateLevel inPart(int x, int y) {
        boolean known = both(x >>> YEAR_AT, y >>> YEAR_AT) || both(x & MONTHS, y & MONTHS) || both(x & DAYS, y & DAYS);
        if (!known) {
            return UNKNOWN;
        }
        boolean agree =
                agrees(x >>> YEAR_AT, y >>> YEAR_AT) && agrees(x & MONTHS, y & MONTHS) && agrees(x & DAYS, y & DAYS);
        return agree ? PARTIAL : DIFFERENT;
    }

    private static DateLevel full(int x, int y) {
        if (x == y) {
            return EXACT;
        }
        int other = x ^ y;
        boolean swapped = (x & DAYS) == (y & MONTHS) >>> MONTH_AT && (x & MONTHS) >>> MONTH_AT == (y & DAYS);
        if (other >>> YEAR_AT == 0 && swapped) {
            return SWAPPED;
        }
        return oneDigit(x, y) ? ONE_DIGIT : further(x, y);
    }

    /**
     * By how far years, months and days of two full dates are apart. The first of January often stands for a day that is not
     * known, so two of them agree in nothing.
     */
    private static DateLevel further(int x, int y) {
        int years = Math.abs(number(x >>> YEAR_AT) - number(y >>> YEAR_AT));
        int months = Math.abs(number((x & MONTHS) >>> MONTH_AT) - number((y & MONTHS) >>> MONTH_AT));
        int days = Math.abs(number(x & DAYS) - number(y & DAYS));
        boolean newYear = (x & (MONTHS | DAYS)) == NEW_YEAR && (y & (MONTHS | DAYS)) == NEW_YEAR;
        if (months == 0 && days == 0 && !newYear) {
            return MONTH_DAY;
        }
        boolean shifted = months <= 1 && days <= MOST_DAYS && !newYear;
        if (years == 0) {
            return months == 0 ? YEAR_MONTH : days == 0 ? YEAR_DAY : shifted ? SHIFTED : YEAR;
        }
        if (shifted && (years == 1 || years == 10)) {
            return SHIFTED_YEAR;
        }
        return years == 1 ? NEAR_YEAR : DIFFERENT;
    }

    /** Up to four digits as a number. */
    private static int number(int digits) {
        return (digits >>> 12) * 1000 + (digits >>> 8 & 15) * 100 + (digits >>> 4 & 15) * 10 + (digits & 15);
    }

    private static boolean both(int one, int other) {
        return one != 0 && other != 0;
    }

    private static boolean agrees(int one, int other) {
        return one == 0 || other == 0 || one == other;
    }

    private static boolean oneDigit(int x, int y) {
        int other = x ^ y;
        int first = Integer.numberOfTrailingZeros(other) & -DIGIT;
        int rest = other >>> first;
        if (rest >>> DIGIT == 0) {
            return true;
        }
        int two = (x >>> first) & DAYS;
        int exchanged = two >>> DIGIT | (two << DIGIT & DAYS);
        return rest >>> (2 * DIGIT) == 0 && exchanged == ((y >>> first) & DAYS);
    }
}

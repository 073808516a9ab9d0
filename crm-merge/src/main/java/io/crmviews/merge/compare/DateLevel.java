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

    /**
     * The level of a pair; symmetric.
     *
     * @param a a date
     * @param b another
     * @return the strongest level that holds
     */
    public static DateLevel of(PartialDate a, PartialDate b) {
        if (!a.isFull() || !b.isFull()) {
            if (!both(a.year(), b.year()) && !both(a.month(), b.month()) && !both(a.day(), b.day())) {
                return UNKNOWN;
            }
            return agrees(a.year(), b.year()) && agrees(a.month(), b.month()) && agrees(a.day(), b.day())
                    ? PARTIAL
                    : DIFFERENT;
        }
        boolean year = a.year() == b.year();
        boolean month = a.month() == b.month();
        boolean day = a.day() == b.day();
        if (year && month && day) {
            return EXACT;
        }
        if (year && a.month() == b.day() && a.day() == b.month()) {
            return SWAPPED;
        }
        if (oneDigit(a, b)) {
            return ONE_DIGIT;
        }
        if (month && day) {
            return MONTH_DAY;
        }
        boolean shifted = Math.abs(a.month() - b.month()) <= 1 && Math.abs(a.day() - b.day()) <= MOST_DAYS;
        if (year && month) {
            return YEAR_MONTH;
        }
        if (year && day) {
            return YEAR_DAY;
        }
        if (year) {
            return shifted ? SHIFTED : YEAR;
        }
        int years = Math.abs(a.year() - b.year());
        if (shifted && (years == 1 || years == 10)) {
            return SHIFTED_YEAR;
        }
        return years == 1 ? NEAR_YEAR : DIFFERENT;
    }

    private static boolean both(int one, int other) {
        return one != 0 && other != 0;
    }

    private static boolean agrees(int one, int other) {
        return one == 0 || other == 0 || one == other;
    }

    private static boolean oneDigit(PartialDate a, PartialDate b) {
        int x = a.packed();
        int y = b.packed();
        int differing = 0;
        int last = -2;
        int at = 0;
        boolean exchanged = false;
        int lastX = 0;
        int lastY = 0;
        while (x != 0 || y != 0) {
            int dx = x % 10;
            int dy = y % 10;
            if (dx != dy) {
                differing++;
                exchanged = last == at - 1 && dx == lastY && dy == lastX;
                last = at;
                lastX = dx;
                lastY = dy;
            }
            x /= 10;
            y /= 10;
            at++;
        }
        return differing == 1 || (differing == 2 && exchanged);
    }
}

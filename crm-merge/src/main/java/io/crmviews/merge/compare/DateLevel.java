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
    private static final int YEAR_UNIT = 10_000;
    private static final int MONTH_UNIT = 100;

    /**
     * The level of a pair; symmetric.
     *
     * @param a a date
     * @param b another
     * @return the strongest level that holds
     */
    public static DateLevel of(PartialDate a, PartialDate b) {
        return of(a.packed(), b.packed());
    }

    /**
     * The level of two dates as {@link PartialDate#packed()} writes them.
     *
     * @param x a date
     * @param y another
     * @return the level
     */
    public static DateLevel of(int x, int y) {
        return isFull(x) && isFull(y) ? full(x, y) : inPart(x, y);
    }

    private static boolean isFull(int date) {
        return date >= YEAR_UNIT && date / MONTH_UNIT % MONTH_UNIT > 0 && date % MONTH_UNIT > 0;
    }

    private static DateLevel inPart(int x, int y) {
        int month = MONTH_UNIT;
        boolean known = both(x / YEAR_UNIT, y / YEAR_UNIT)
                || both(x / month % month, y / month % month)
                || both(x % month, y % month);
        if (!known) {
            return UNKNOWN;
        }
        boolean agree = agrees(x / YEAR_UNIT, y / YEAR_UNIT)
                && agrees(x / month % month, y / month % month)
                && agrees(x % month, y % month);
        return agree ? PARTIAL : DIFFERENT;
    }

    private static DateLevel full(int x, int y) {
        int years = Math.abs(x / YEAR_UNIT - y / YEAR_UNIT);
        int monthX = x / MONTH_UNIT % MONTH_UNIT;
        int monthY = y / MONTH_UNIT % MONTH_UNIT;
        int dayX = x % MONTH_UNIT;
        int dayY = y % MONTH_UNIT;
        if (x == y) {
            return EXACT;
        }
        if (years == 0 && monthX == dayY && dayX == monthY) {
            return SWAPPED;
        }
        return oneDigit(x, y) ? ONE_DIGIT : further(years, Math.abs(monthX - monthY), Math.abs(dayX - dayY));
    }

    /** By how far years, months and days of two full dates are apart. */
    private static DateLevel further(int years, int months, int days) {
        if (months == 0 && days == 0) {
            return MONTH_DAY;
        }
        boolean shifted = months <= 1 && days <= MOST_DAYS;
        if (years == 0) {
            return months == 0 ? YEAR_MONTH : days == 0 ? YEAR_DAY : shifted ? SHIFTED : YEAR;
        }
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

    private static boolean oneDigit(int one, int other) {
        int x = one;
        int y = other;
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

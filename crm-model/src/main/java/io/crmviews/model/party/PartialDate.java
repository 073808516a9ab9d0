package io.crmviews.model.party;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A date of which parts may be unknown, such as a birth date (ISO 8601-2 allows dates of reduced precision). Unknown
 * parts are 0. Ordered by year, month and day, unknown parts first.
 *
 * @param year the year, 1 to 9999, or 0 when unknown
 * @param month the month, 1 to 12, or 0 when unknown
 * @param day the day of the month, 1 to 31 and valid in its month, or 0 when unknown
 */
public record PartialDate(int year, int month, int day) implements Comparable<PartialDate> {

    private static final int LEAP_YEAR = 2000;

    /** Checks each part and that the day exists in its month. */
    public PartialDate {
        if (year < 0 || year > 9999 || month < 0 || month > 12 || day < 0 || day > lastDay(year, month)) {
            throw new IllegalArgumentException("A partial date needs a year of 0 to 9999, a month of 0 to 12 and a day"
                    + " that exists in that month.");
        }
        if (year == 0 && month == 0 && day == 0) {
            throw new IllegalArgumentException("A partial date needs at least one known part.");
        }
    }

    /**
     * A full date.
     *
     * @param date the date, its year 1 to 9999
     * @return the same day
     */
    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /**
     * Whether year, month and day are all known.
     *
     * @return true for a full date
     */
    public boolean isFull() {
        return year > 0 && month > 0 && day > 0;
    }

    /**
     * The date as {@code yyyy-MM-dd}, unknown parts as zeros; the inverse of {@link #parse(String)}.
     *
     * @return ten characters
     */
    public String iso() {
        char[] text = {'0', '0', '0', '0', '-', '0', '0', '-', '0', '0'};
        digits(year, text, 3);
        digits(month, text, 6);
        digits(day, text, 9);
        return new String(text);
    }

    /**
     * The date as one number, year * 10000 + month * 100 + day, ordered as dates are.
     *
     * @return 1 to 99991231
     */
    public int packed() {
        return year * 10_000 + month * 100 + day;
    }

    /**
     * Reads what {@link #iso()} writes.
     *
     * @param iso ten characters, {@code yyyy-MM-dd}
     * @return the date
     * @throws IllegalArgumentException if the text has another form or the date does not exist
     */
    public static PartialDate parse(String iso) {
        if (!iso.matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw new IllegalArgumentException("A partial date is written yyyy-MM-dd, unknown parts as zeros.");
        }
        return new PartialDate(
                Integer.parseInt(iso.substring(0, 4)),
                Integer.parseInt(iso.substring(5, 7)),
                Integer.parseInt(iso.substring(8)));
    }

    private static void digits(int number, char[] text, int last) {
        int at = last;
        for (int rest = number; rest > 0; rest /= 10) {
            text[at--] = (char) ('0' + rest % 10);
        }
    }

    private static int lastDay(int year, int month) {
        return month == 0
                ? 31
                : YearMonth.of(year == 0 ? LEAP_YEAR : year, month).lengthOfMonth();
    }

    @Override
    public int compareTo(PartialDate other) {
        return Integer.compare(packed(), other.packed());
    }

    @Override
    public String toString() {
        return "PartialDate";
    }
}

package io.crmviews.merge.mapping;

import io.crmviews.model.party.PartialDate;
import java.text.ParsePosition;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** One exact pattern of {@link DateTimeFormatter} in a locale; letters match whatever their case. */
final class DatePattern {

    private final DateTimeFormatter formatter;
    private final boolean shortYear;
    private final int firstYear;

    private DatePattern(String pattern, Locale locale, int firstYear) {
        this.formatter = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(locale);
        String years = pattern.replaceAll("'[^']*'", "").replaceAll("[^yu]", "");
        this.shortYear = years.length() == 2;
        this.firstYear = firstYear;
    }

    static DatePattern read(Node node, Locale locale, int firstYear) {
        try {
            return new DatePattern(node.text(), locale, firstYear);
        } catch (IllegalArgumentException e) {
            throw node.error("this is no pattern of dates, such as \"dd/MM/yyyy\".");
        }
    }

    /** The date, if the whole text has this form and the date exists. */
    Optional<PartialDate> read(String text) {
        ParsePosition position = new ParsePosition(0);
        TemporalAccessor parsed = formatter.parseUnresolved(text, position);
        if (parsed == null || position.getErrorIndex() >= 0 || position.getIndex() < text.length()) {
            return Optional.empty();
        }
        int year = Math.max(part(parsed, ChronoField.YEAR_OF_ERA), part(parsed, ChronoField.YEAR));
        if (shortYear) {
            year = firstYear + Math.floorMod(year - firstYear, 100);
        }
        return date(year, part(parsed, ChronoField.MONTH_OF_YEAR), part(parsed, ChronoField.DAY_OF_MONTH));
    }

    private static Optional<PartialDate> date(int year, int month, int day) {
        boolean exists = year >= 0
                && year <= 9999
                && month <= 12
                && day
                        <= (month == 0
                                ? 31
                                : YearMonth.of(year == 0 ? 2000 : year, month).lengthOfMonth());
        return exists && year + month + day > 0 ? Optional.of(new PartialDate(year, month, day)) : Optional.empty();
    }

    private static int part(TemporalAccessor parsed, ChronoField field) {
        return parsed.isSupported(field) ? (int) parsed.getLong(field) : 0;
    }
}

package io.crmviews.merge.mapping;

import io.crmviews.model.party.PartialDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads dates as people and programs write them: any separators, month names, eight digits without separators, two-digit
 * years, years alone, times of day behind the date. An order decides only where the text leaves a choice. A text that
 * lists several dates ("1979 or 1980") yields each. Parts that do not exist (day 32) are unknown in the result, so that a
 * slip in one part does not lose the others.
 */
final class DateReader {

    /** The default first year of the hundred years that two digits can mean. */
    static final int FIRST_YEAR = 1927;

    private static final Pattern TIME = Pattern.compile("(?<=\\d)[T ]+\\d{1,2}:\\d{2}.*$");
    private static final Pattern LISTED = Pattern.compile("\\s+or\\s+|\\s+/\\s+|,\\s+|;\\s*");
    private static final Pattern POINT_ZERO = Pattern.compile("(\\d{4}|\\d{8})\\.0+");
    private static final Set<String> FILLERS = Set.of(
            "on",
            "or",
            "around",
            "about",
            "circa",
            "c",
            "ca",
            "approx",
            "approximately",
            "probably",
            "born",
            "b",
            "the",
            "of",
            "de",
            "del",
            "den",
            "le",
            "am",
            "st",
            "nd",
            "rd",
            "th",
            "z");

    private final int firstYear;

    DateReader(int firstYear) {
        this.firstYear = firstYear;
    }

    /** The dates that a text states, in its order; empty if it is no date. */
    List<PartialDate> read(String text, DateOrder order) {
        String plain = TIME.matcher(text.strip()).replaceFirst("");
        if (POINT_ZERO.matcher(plain).matches()) {
            plain = plain.substring(0, plain.indexOf('.'));
        }
        DateParts whole = parts(plain, order);
        if (whole.isDate()) {
            return List.of(whole.date());
        }
        return listed(plain, order);
    }

    private List<PartialDate> listed(String text, DateOrder order) {
        String[] pieces = LISTED.split(text, -1);
        if (pieces.length == 1) {
            return List.of();
        }
        Set<PartialDate> dates = new LinkedHashSet<>();
        for (String piece : pieces) {
            DateParts parts = parts(piece, order);
            if (!parts.isDate()) {
                return List.of();
            }
            dates.add(parts.date());
        }
        return List.copyOf(dates);
    }

    private DateParts parts(String text, DateOrder order) {
        List<String> numbers = new ArrayList<>(3);
        int month = 0;
        boolean monthLeads = false;
        int i = 0;
        while (i < text.length()) {
            int from = i;
            if (isDigit(text.charAt(i))) {
                while (i < text.length() && isDigit(text.charAt(i))) {
                    i++;
                }
                numbers.add(text.substring(from, i));
            } else if (Character.isLetter(text.charAt(i))) {
                while (i < text.length() && Character.isLetter(text.charAt(i))) {
                    i++;
                }
                String word = text.substring(from, i);
                int named = MonthNames.month(word);
                if (named > 0 && month == 0) {
                    month = named;
                    monthLeads = numbers.isEmpty();
                } else if (!FILLERS.contains(word.toLowerCase(Locale.ROOT))) {
                    return damaged(text);
                }
            } else {
                i++;
            }
        }
        return month > 0 ? named(month, monthLeads, numbers) : numeric(text, numbers, order);
    }

    private DateParts named(int month, boolean monthLeads, List<String> numbers) {
        if (numbers.size() == 1) {
            int number = Integer.parseInt(numbers.get(0).length() > 4 ? "0" : numbers.get(0));
            return number > 31 || numbers.get(0).length() == 4
                    ? new DateParts(year(numbers.get(0)), month, 0)
                    : new DateParts(0, month, number);
        }
        if (numbers.size() != 2) {
            return DateParts.NONE;
        }
        boolean yearFirst = !monthLeads && numbers.get(0).length() == 4;
        String year = numbers.get(yearFirst ? 0 : 1);
        String day = numbers.get(yearFirst ? 1 : 0);
        return day.length() > 2 ? DateParts.NONE : new DateParts(year(year), month, Integer.parseInt(day));
    }

    private DateParts numeric(String text, List<String> numbers, DateOrder order) {
        return switch (numbers.size()) {
            case 1 -> oneNumber(numbers.get(0), order);
            case 2 -> {
                DateParts pair = yearAndMonth(numbers);
                yield pair.isDate() ? pair : together(numbers, order, text);
            }
            case 3 -> threeNumbers(numbers, order, text);
            default -> damaged(text);
        };
    }

    private DateParts oneNumber(String digits, DateOrder order) {
        return switch (digits.length()) {
            case 4 -> new DateParts(year(digits), 0, 0);
            case 6 -> sixDigits(digits, order);
            case 8 -> eightDigits(digits, order);
            default -> DateParts.NONE;
        };
    }

    private DateParts sixDigits(String digits, DateOrder order) {
        return inOrder(digits.substring(0, 2), digits.substring(2, 4), digits.substring(4), order);
    }

    private DateParts eightDigits(String digits, DateOrder order) {
        int year = Integer.parseInt(digits.substring(0, 4));
        int last = Integer.parseInt(digits.substring(4));
        boolean yearLeads = year >= 1800 && year < 2100;
        boolean yearEnds = last >= 1800 && last < 2100 && order != DateOrder.YEAR_FIRST;
        if (yearLeads || !yearEnds) {
            return new DateParts(year, Integer.parseInt(digits.substring(4, 6)), Integer.parseInt(digits.substring(6)));
        }
        return inOrder(digits.substring(0, 2), digits.substring(2, 4), digits.substring(4), order);
    }

    private DateParts threeNumbers(List<String> numbers, DateOrder order, String text) {
        String first = numbers.get(0);
        String second = numbers.get(1);
        String third = numbers.get(2);
        if (first.length() == 4 && second.length() <= 2 && third.length() <= 2) {
            DateParts asIso = new DateParts(Integer.parseInt(first), Integer.parseInt(second), Integer.parseInt(third));
            return asIso.month > 12 && asIso.day <= 12 ? asIso.swapped() : asIso;
        }
        if (first.length() > 2 || second.length() > 2) {
            return together(numbers, order, text);
        }
        if (third.length() <= 2 && Integer.parseInt(first) > 31) {
            return inOrder(first, second, third, DateOrder.YEAR_FIRST);
        }
        boolean yearAtEnd = third.length() == 4 || third.length() == 2;
        return inOrder(first, second, yearAtEnd ? third : "0", third.length() == 4 ? endOrder(order) : order);
    }

    private static DateOrder endOrder(DateOrder order) {
        return order == DateOrder.YEAR_FIRST ? DateOrder.DAY_FIRST : order;
    }

    private DateParts inOrder(String a, String b, String c, DateOrder order) {
        if (order == DateOrder.YEAR_FIRST) {
            return new DateParts(year(a), Integer.parseInt(b), Integer.parseInt(c));
        }
        int first = Integer.parseInt(a);
        int second = Integer.parseInt(b);
        boolean dayFirst = order == DateOrder.DAY_FIRST ? second <= 12 : first > 12;
        return dayFirst ? new DateParts(year(c), second, first) : new DateParts(year(c), first, second);
    }

    private DateParts yearAndMonth(List<String> numbers) {
        String a = numbers.get(0);
        String b = numbers.get(1);
        if (a.length() == 4 && b.length() <= 2) {
            return new DateParts(Integer.parseInt(a), Integer.parseInt(b), 0);
        }
        return b.length() == 4 && a.length() <= 2
                ? new DateParts(Integer.parseInt(b), Integer.parseInt(a), 0)
                : DateParts.NONE;
    }

    /** Eight digits that a blank or a point tore apart: 19860 104, 22.04 1969. */
    private DateParts together(List<String> numbers, DateOrder order, String text) {
        String joined = String.join("", numbers);
        DateParts parts = joined.length() == 8 ? eightDigits(joined, order) : DateParts.NONE;
        return parts.isFull() ? parts : damaged(text);
    }

    /** yyyyMMdd in which one character is no digit: the untouched parts still count. */
    private static DateParts damaged(String text) {
        long digits = text.chars().filter(c -> isDigit((char) c)).count();
        if (text.length() != 8 || digits < 6) {
            return DateParts.NONE;
        }
        return new DateParts(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8));
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return 0;
            }
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    private int year(String digits) {
        if (digits.length() > 4) {
            return 0;
        }
        int year = Integer.parseInt(digits);
        if (digits.length() > 2 || (year == 0 && digits.length() == 1)) {
            return year;
        }
        return firstYear + Math.floorMod(year - firstYear, 100);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Three numbers that may be no date. */
    private record DateParts(int year, int month, int day) {

        static final DateParts NONE = new DateParts(0, 0, 0);

        boolean isDate() {
            int known = (year > 0 ? 2 : 0) + (month >= 1 && month <= 12 ? 1 : 0) + (day >= 1 && day <= 31 ? 1 : 0);
            return known >= 2 && year < 10000;
        }

        boolean isFull() {
            return month >= 1 && month <= 12 && day >= 1 && day <= 31;
        }

        DateParts swapped() {
            return new DateParts(year, day, month);
        }

        PartialDate date() {
            int someMonth = month >= 1 && month <= 12 ? month : 0;
            int last = someMonth == 0
                    ? 31
                    : YearMonth.of(year == 0 ? 2000 : year, someMonth).lengthOfMonth();
            return new PartialDate(year, someMonth, day <= last ? day : 0);
        }
    }
}

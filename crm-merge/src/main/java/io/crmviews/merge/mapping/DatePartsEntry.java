package io.crmviews.merge.mapping;

import io.crmviews.model.party.PartialDate;
import java.time.YearMonth;
import java.util.function.Consumer;

/**
 * A birth date in up to three fields. A part that is no number or does not exist is unknown.
 *
 * @param year the year, of two or four digits
 * @param month the month as a number or name
 * @param day the day
 * @param firstYear the first year that two digits can mean
 */
record DatePartsEntry(Text year, Text month, Text day, int firstYear) implements Entry {

    static Entry read(Node node) {
        node.only("kinds", "ifAny", "year", "month", "day", "firstYear");
        if (!node.has("year") && !node.has("month")) {
            throw node.error("a birth date is given by \"text\", or by \"year\", \"month\" and \"day\".");
        }
        return new DatePartsEntry(
                Texts.member(node, "year"),
                Texts.member(node, "month"),
                Texts.member(node, "day"),
                node.number("firstYear", DateReader.FIRST_YEAR));
    }

    @Override
    public void add(Draft draft) {
        int y = number(year.first(draft.scope()), 9999);
        if (y > 0 && y < 100) {
            y = firstYear + Math.floorMod(y - firstYear, 100);
        }
        String named = month.first(draft.scope());
        int m = Math.max(MonthNames.month(named), number(named, 12));
        int last = m == 0 ? 31 : YearMonth.of(y == 0 ? 2000 : y, m).lengthOfMonth();
        int d = number(day.first(draft.scope()), last);
        if (y > 0 || m > 0 || d > 0) {
            draft.add(new PartialDate(y, m, d));
        }
    }

    private static int number(String text, int most) {
        String digits = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        if (digits.isEmpty() || digits.length() > 4 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        int value = Integer.parseInt(digits);
        return value <= most ? value : 0;
    }

    @Override
    public void paths(Consumer<String> to) {
        year.paths(to);
        month.paths(to);
        day.paths(to);
    }
}

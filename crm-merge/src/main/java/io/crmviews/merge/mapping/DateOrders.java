package io.crmviews.merge.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in which order day and month stand in a column of dates: by values that leave no choice, apart for each country
 * where the table says which. Without such values, dates of the United States have the month first, others the day.
 */
final class DateOrders {

    private static final Pattern THREE = Pattern.compile("^(\\d{1,2})\\D{1,3}(\\d{1,2})\\D{1,3}(\\d{4}|\\d{2})\\b.*");
    private static final Pattern SIX = Pattern.compile("^(\\d\\d)(\\d\\d)(\\d\\d)$");
    private static final Pattern ENDS_IN_YEAR = Pattern.compile("^(\\d\\d)(\\d\\d)((?:18|19|20)\\d\\d)$");
    private static final Set<String> MONTH_FIRST =
            Set.of("us", "usa", "u.s.", "u.s.a.", "united states", "united states of america");

    private final Counts overall = new Counts();
    private final Map<String, Counts> byCountry = new TreeMap<>();

    /** Counts a date, with the country of its row or an empty text. */
    void count(String date, String country) {
        overall.count(date);
        if (!country.isEmpty()) {
            byCountry.computeIfAbsent(country, unseen -> new Counts()).count(date);
        }
    }

    /** The order where nothing else is known. */
    DateOrder order(boolean american) {
        return overall.order(american ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST);
    }

    /** The orders of countries that differ from the general one. */
    Map<String, DateOrder> exceptions(DateOrder general) {
        Map<String, DateOrder> orders = new TreeMap<>();
        byCountry.forEach((country, counts) -> {
            boolean american = MONTH_FIRST.contains(country.toLowerCase(Locale.ROOT));
            DateOrder usual = american ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
            DateOrder order = counts.order(usual);
            if (order != general && counts.matters()) {
                orders.put(country, order);
            }
        });
        return orders;
    }

    private static final class Counts {
        private int dayFirst;
        private int monthFirst;
        private int yearFirst;
        private int undecided;

        void count(String date) {
            for (Pattern pattern : List.of(THREE, ENDS_IN_YEAR, SIX)) {
                Matcher matcher = pattern.matcher(date);
                if (matcher.matches()) {
                    count(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), matcher.group(3));
                    return;
                }
            }
        }

        private void count(int a, int b, String c) {
            if (c.length() == 2 && a > 31) {
                yearFirst++;
            } else if (a > 12 && b <= 12) {
                dayFirst++;
            } else if (b > 12 && a <= 12) {
                monthFirst++;
            } else {
                undecided++;
            }
        }

        boolean matters() {
            return dayFirst + monthFirst + yearFirst + undecided > 0;
        }

        DateOrder order(DateOrder otherwise) {
            if (yearFirst > dayFirst && yearFirst > monthFirst) {
                return DateOrder.YEAR_FIRST;
            }
            if (dayFirst == monthFirst) {
                return otherwise;
            }
            return dayFirst > monthFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
        }
    }
}

package io.crmviews.merge.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** The values of one column in a sample, without the empty ones. */
final class ColumnValues {

    /** Texts by which exports write "no value". */
    static final List<String> ABSENT =
            List.of("NULL", "null", "\\N", "NaN", "nan", "N/A", "n/a", "#N/A", "None", "none", "<NA>", "-", "--");

    private static final Set<String> FLAGS =
            Set.of("0", "1", "y", "n", "yes", "no", "true", "false", "t", "f", "j", "ja", "nein");
    private static final int ENOUGH = 10;

    private final List<String> values = new ArrayList<>();

    ColumnValues(Sample sample, int column) {
        Set<String> absent = Set.copyOf(ABSENT);
        for (List<String> row : sample.rows()) {
            String value = column < row.size() ? row.get(column).strip() : "";
            if (!value.isEmpty() && !absent.contains(value)) {
                values.add(value);
            }
        }
    }

    List<String> list() {
        return values;
    }

    /** Whether there are enough values to judge by. */
    boolean enough() {
        return values.size() >= ENOUGH;
    }

    /** The share of values that a test holds for, 0 to 1; 0 without values. */
    double share(Predicate<String> test) {
        return values.isEmpty() ? 0 : (double) values.stream().filter(test).count() / values.size();
    }

    /** Whether nearly all values only say yes or no. */
    boolean areFlags() {
        return enough() && share(value -> FLAGS.contains(value.toLowerCase(Locale.ROOT))) > 0.8;
    }

    /** Whether the values are a few words that repeat, as categories do. */
    boolean areCategories() {
        Set<String> distinct = new HashSet<>(values);
        return values.size() >= 50 && distinct.size() <= Math.max(3, values.size() / 50);
    }
}

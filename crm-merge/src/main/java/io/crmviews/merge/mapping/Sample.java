package io.crmviews.merge.mapping;

import java.util.List;

/**
 * Some rows of a table, to see how its values are written.
 *
 * @param rows the rows; each holds its values in the order of the columns, absent values as empty texts; a short row
 *     lacks its last values
 */
public record Sample(List<List<String>> rows) {

    /** Copies the rows. */
    public Sample {
        rows = rows.stream().map(List::copyOf).toList();
    }

    @Override
    public String toString() {
        return "Sample[" + rows.size() + " rows]";
    }
}

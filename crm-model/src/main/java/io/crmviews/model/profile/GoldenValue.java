package io.crmviews.model.profile;

import io.crmviews.model.source.RecordKey;

/**
 * A value of a golden profile and where it comes from. Times, verification and losing values are read from the record
 * when asked.
 *
 * @param text the value as its source wrote it; enum values by name, dates as {@code yyyy-MM-dd}; not empty
 * @param record the record that states it
 */
public record GoldenValue(String text, RecordKey record) {

    /** Checks that there is a value. */
    public GoldenValue {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("A golden value must not be empty.");
        }
    }

    @Override
    public String toString() {
        return "GoldenValue[" + record + "]";
    }
}

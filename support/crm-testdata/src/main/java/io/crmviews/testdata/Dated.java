package io.crmviews.testdata;

import java.time.LocalDate;

/** A value that changed at most once: what it was before a day and what it is from that day on. */
record Dated<T>(T before, LocalDate changed, T now) {

    static <T> Dated<T> always(T value) {
        return new Dated<>(value, LocalDate.MIN, value);
    }

    T on(LocalDate day) {
        return day.isBefore(changed) ? before : now;
    }

    boolean hasChanged() {
        return !changed.equals(LocalDate.MIN);
    }

    /** Whether the value of a day has been given up since. */
    boolean isFormerOn(LocalDate day) {
        return hasChanged() && day.isBefore(changed);
    }
}

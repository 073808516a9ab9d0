package io.crmviews.spi.store;

import org.jspecify.annotations.Nullable;

/**
 * What was decided on one state: an answer, and what is to be written for it, if anything.
 *
 * @param answer the answer
 * @param writes what is to be written, or null if nothing is
 * @param <T> the answer's type
 */
public record Decided<T>(T answer, @Nullable WriteSet writes) {

    /**
     * A decision that writes.
     *
     * @param answer the answer
     * @param writes what is to be written
     * @param <T> the answer's type
     * @return the decision
     */
    public static <T> Decided<T> writing(T answer, WriteSet writes) {
        return new Decided<>(answer, writes);
    }

    /**
     * A decision that leaves everything as it is.
     *
     * @param answer the answer
     * @param <T> the answer's type
     * @return the decision
     */
    public static <T> Decided<T> nothing(T answer) {
        return new Decided<>(answer, null);
    }

    @Override
    public String toString() {
        return writes == null ? "Decided[nothing]" : "Decided[writes]";
    }
}

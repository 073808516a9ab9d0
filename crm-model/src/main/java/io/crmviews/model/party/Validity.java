package io.crmviews.model.party;

import java.time.Instant;

/**
 * The time in which a value holds, half open (TMF TimePeriod).
 *
 * @param from the first instant; {@link Instant#MIN} if unknown or always
 * @param until the first instant after it; {@link Instant#MAX} if open
 */
public record Validity(Instant from, Instant until) {

    /** No limit known. */
    public static final Validity ALWAYS = new Validity(Instant.MIN, Instant.MAX);

    /** Checks that the period is not empty. */
    public Validity {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("A validity must begin before it ends.");
        }
    }

    /**
     * Whether two periods share an instant.
     *
     * @param other the other period
     * @return true if they overlap
     */
    public boolean overlaps(Validity other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    /**
     * Whether an instant lies in the period.
     *
     * @param instant the instant
     * @return true if it does
     */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}

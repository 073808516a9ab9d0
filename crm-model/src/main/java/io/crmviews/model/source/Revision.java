package io.crmviews.model.source;

import java.time.Instant;

/**
 * Which version of a fact this is, and its two times: when it happened and when we learnt it. Survivorship never reads
 * {@code recordedAt}.
 *
 * @param sequence the source's own increasing number, or {@link #NO_SEQUENCE}
 * @param occurredAt when it happened or was last changed at the source; {@link Instant#MIN}, which sorts as oldest, if
 *     unknown
 * @param recordedAt when the library was told; {@link Instant#MIN} until it was accepted
 */
public record Revision(long sequence, Instant occurredAt, Instant recordedAt) {

    /** The source counts nothing. */
    public static final long NO_SEQUENCE = -1;

    /** Neither sequence nor times are known. */
    public static final Revision UNKNOWN = new Revision(NO_SEQUENCE, Instant.MIN, Instant.MIN);

    /** Checks the sequence. */
    public Revision {
        if (sequence < NO_SEQUENCE) {
            throw new IllegalArgumentException("A sequence is 0 or more, or NO_SEQUENCE.");
        }
    }

    /**
     * A revision known by its time of occurrence alone.
     *
     * @param occurredAt when it happened
     * @return the revision
     */
    public static Revision occurred(Instant occurredAt) {
        return new Revision(NO_SEQUENCE, occurredAt, Instant.MIN);
    }

    /**
     * The same revision, learnt at a given time.
     *
     * @param instant when it was learnt
     * @return the revision with that {@code recordedAt}
     */
    public Revision recorded(Instant instant) {
        return new Revision(sequence, occurredAt, instant);
    }

    /**
     * Whether this one, arriving after {@code current}, takes its place: by sequence where both have one, else by time
     * of occurrence where both are known, else because it arrived later.
     *
     * @param current the revision that holds now
     * @return false if this one is older and only history
     */
    public boolean supersedes(Revision current) {
        if (sequence != NO_SEQUENCE && current.sequence != NO_SEQUENCE) {
            return sequence >= current.sequence;
        }
        boolean timed = !occurredAt.equals(Instant.MIN) && !current.occurredAt.equals(Instant.MIN);
        return !timed || !occurredAt.isBefore(current.occurredAt);
    }
}

package io.crmviews.merge.rights;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/**
 * A duty to keep something for a time: what falls under it is restricted instead of erased, until the time is over.
 *
 * @param source the source that it is for, or {@link #ANY}
 * @param kind the kind of interaction that it is for, such as {@code purchase}; {@link #CONSENT} for consent events,
 *     {@link #RECORD} for records, or {@link #ANY} for all of these
 * @param ground the law, such as {@code HGB section 257}; not blank
 * @param keep how long from the time of occurrence on; positive
 */
public record LegalDuty(String source, String kind, String ground, Duration keep) {

    /** Stands for every source or kind. */
    public static final String ANY = "*";

    /** The kind of consent events. */
    public static final String CONSENT = "consent";

    /** The kind of records. */
    public static final String RECORD = "record";

    /** Checks that there is a ground and a time. */
    public LegalDuty {
        if (source.isBlank() || kind.isBlank() || ground.isBlank()) {
            throw new IllegalArgumentException("A duty to keep names a source, a kind and a ground.");
        }
        if (keep.isNegative() || keep.isZero()) {
            throw new IllegalArgumentException("A duty to keep lasts some time.");
        }
    }

    /**
     * A duty to keep interactions of one kind, whatever their source.
     *
     * @param kind the kind
     * @param ground the law
     * @param keep how long
     * @return the duty
     */
    public static LegalDuty of(String kind, String ground, Duration keep) {
        return new LegalDuty(ANY, kind, ground, keep);
    }

    /**
     * Whether something falls under the duty.
     *
     * @param itsSource where it comes from
     * @param itsKind what it is
     * @param occurredAt when it happened; of what has no time nobody knows that the duty is over
     * @param now the present instant
     * @return true if it is to be kept now
     */
    public boolean binds(String itsSource, String itsKind, Instant occurredAt, Instant now) {
        return (source.equals(ANY) || source.equals(itsSource))
                && (kind.equals(ANY) || kind.equals(itsKind))
                && !isOver(occurredAt, now);
    }

    private boolean isOver(Instant occurredAt, Instant now) {
        try {
            return !occurredAt.equals(Instant.MIN) && occurredAt.plus(keep).isBefore(now);
        } catch (DateTimeException | ArithmeticException beyondTime) {
            return false;
        }
    }
}

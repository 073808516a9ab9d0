package io.crmviews.merge.rights;

import java.time.Duration;

/**
 * How long something is kept at the most. What a {@link LegalDuty} binds longer is restricted when its time is over, and
 * erased when the duty is.
 *
 * @param source the source that it is for, or {@link LegalDuty#ANY}
 * @param kind the kind of interaction, {@link LegalDuty#CONSENT}, {@link LegalDuty#RECORD} or {@link LegalDuty#ANY}
 * @param keep how long from the time of occurrence on; of a record, from that of its current version on; positive
 */
public record RetentionRule(String source, String kind, Duration keep) {

    /** Checks that the rule says something. */
    public RetentionRule {
        if (source.isBlank() || kind.isBlank()) {
            throw new IllegalArgumentException("A rule of retention names a source and a kind.");
        }
        if (keep.isNegative() || keep.isZero()) {
            throw new IllegalArgumentException("What is kept is kept for some time.");
        }
    }

    /** Whether the rule is for a source and a kind. */
    boolean isFor(String itsSource, String itsKind) {
        return (source.equals(LegalDuty.ANY) || source.equals(itsSource))
                && (kind.equals(LegalDuty.ANY) || kind.equals(itsKind));
    }
}

package io.crmviews.model.party;

import java.time.Instant;

/**
 * Whether somebody proved that an identifier or contact medium is theirs, and since when. A verification counts from
 * its own time on, since numbers and mailboxes are given to new holders.
 *
 * @param assurance how it was proved
 * @param since when; {@link Instant#MIN} if unknown
 */
public record Authentication(Assurance assurance, Instant since) {

    /** Nobody proved anything: the value is only claimed. */
    public static final Authentication CLAIMED = new Authentication(Assurance.CLAIMED, Instant.MIN);

    /** How far a claim was proved. */
    public enum Assurance {
        /** Stated by somebody, not proved. */
        CLAIMED,
        /** Proved by its form alone: a check digit holds. */
        WELL_FORMED,
        /** Proved by a log-in, a confirmation link, a code or a document that was seen. */
        VERIFIED
    }

    /**
     * A verification.
     *
     * @param since when it was proved
     * @return the verification
     */
    public static Authentication verifiedAt(Instant since) {
        return new Authentication(Assurance.VERIFIED, since);
    }

    /**
     * Whether the holder proved the value.
     *
     * @return true if verified
     */
    public boolean isVerified() {
        return assurance == Assurance.VERIFIED;
    }
}

package io.crmviews.merge.consent;

/** What the subject of a consent event proves about the customer whose consent is asked for. */
public enum Standing {
    /** A record of the customer. */
    RECORD,
    /** A record that was removed since: its refusals outlive it, its grants do not. */
    REMOVED_RECORD,
    /** An identifier that the customer proved to hold. */
    VERIFIED_IDENTIFIER,
    /** An identifier that is only claimed: somebody else may speak, so an ordinary grant lifts no refusal. */
    CLAIMED_IDENTIFIER,
    /** An identifier that others hold too: its refusals count for every holder, its grants for none. */
    SHARED_IDENTIFIER
}

package io.crmviews.model.party;

/** What a party is (TM Forum TMF632 Individual and Organization). An unknown kind proves neither. */
public enum PartyKind {
    /** A natural person. */
    INDIVIDUAL,
    /** A company, site, authority or any other body that is not one person. */
    ORGANIZATION,
    /** The source does not say. */
    UNKNOWN
}

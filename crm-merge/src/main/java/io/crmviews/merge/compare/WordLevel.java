package io.crmviews.merge.compare;

/** How alike two words of two names are. */
public enum WordLevel {
    /** The same letters. */
    EXACT,
    /** Forms of one given name by the nickname list. */
    NICKNAME,
    /** One is the other's initial. */
    INITIAL,
    /** One begins the other, three letters or more. */
    PREFIX,
    /** Few edits for their length. */
    NEAR,
    /** Written together on one side and apart on the other. */
    JOINED,
    /** Nothing of these. */
    DIFFERENT
}

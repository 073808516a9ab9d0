package io.crmviews.model.review;

/** Why a pair stays apart for now: it weighs too little, or a constraint refused the union. */
public enum ReviewReason {
    /** The weight is near the threshold, and nothing else speaks for the union. */
    POSSIBLE,
    /** Somebody said that a record of one side and one of the other are different. */
    ASSERTED_DIFFERENT,
    /** An individual and an organisation never unite. */
    KIND,
    /** A source that never holds a customer twice has a record on both sides. */
    DUPLICATE_FREE_SOURCE,
    /** Both sides hold proven identifiers of a type that a party has one of at a time, and none agree. */
    EXCLUSIVE_IDENTIFIER,
    /** Together they would hold more values of a kind than a customer may have. */
    TOO_MANY_VALUES,
    /** Several edges of one weight compete for a record, and only one of them could hold. */
    COMPETING_EDGES,
    /** The edge is not strong, and the other pairs across it speak against it. */
    WEAK_BRIDGE
}

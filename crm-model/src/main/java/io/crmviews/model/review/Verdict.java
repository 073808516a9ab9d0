package io.crmviews.model.review;

/** What somebody says of two records. */
public enum Verdict {
    /** They are one customer. Outranks every constraint but the kind of the party. */
    SAME,
    /** They are two customers. Outranks {@link #SAME}. */
    DIFFERENT,
    /** It cannot be told. Moves nothing; the pair is not asked about again until its evidence changes. */
    UNSURE,
    /** What was said before under the same key does not hold any more. */
    WITHDRAWN
}

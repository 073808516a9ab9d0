package io.crmviews.model.view;

/** How current a source is. */
public enum Freshness {
    /** Nothing was ever heard. */
    NEVER,
    /** Heard within the interval it declared, or it declared none. */
    LIVE,
    /** Not heard for longer than its interval. */
    LATE,
    /** The last attempt to hear it failed. */
    FAILING
}

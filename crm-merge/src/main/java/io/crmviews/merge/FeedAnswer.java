package io.crmviews.merge;

import io.crmviews.merge.view.FeedPage;

/** The answer to what changed. */
public sealed interface FeedAnswer {

    /**
     * What changed, if anything did.
     *
     * @param page the changes and where to go on
     */
    record Page(FeedPage page) implements FeedAnswer {}

    /** The policy does not grant the reader the feed. */
    record Withheld() implements FeedAnswer {}
}

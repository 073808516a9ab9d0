package io.crmviews.merge;

import io.crmviews.merge.consent.ConsentHistory;

/** The answer to what a customer allows and since when. */
public sealed interface ConsentAnswer {

    /**
     * What holds and how it came about.
     *
     * @param history the history, as far as the reader may see it
     */
    record Shown(ConsentHistory history) implements ConsentAnswer {}

    /** There is no such customer, or the policy does not grant it to the reader. */
    record Withheld() implements ConsentAnswer {}
}

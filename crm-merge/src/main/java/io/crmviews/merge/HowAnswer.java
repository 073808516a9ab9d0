package io.crmviews.merge;

import io.crmviews.merge.explain.Formation;

/** The answer to how a customer came together. */
public sealed interface HowAnswer {

    /**
     * The explanation.
     *
     * @param formation names of records, levels and bits, never values
     */
    record Explained(Formation formation) implements HowAnswer {}

    /** The policy does not grant the reader this answer, or what it asks about is not there: which of the two is not said. */
    record Withheld() implements HowAnswer {}
}

package io.crmviews.merge;

import io.crmviews.merge.explain.PairExplanation;

/** The answer to why two records are one customer or not. */
public sealed interface WhyAnswer {

    /**
     * The explanation.
     *
     * @param explanation levels and bits, never values
     */
    record Explained(PairExplanation explanation) implements WhyAnswer {}

    /** The policy does not grant the reader this answer, or one of the records is not there: which of the two is not said. */
    record Withheld() implements WhyAnswer {}
}

package io.crmviews.merge;

import io.crmviews.merge.explain.Separation;

/** The answer to what keeps two records apart. */
public sealed interface WhyNotAnswer {

    /**
     * The explanation.
     *
     * @param separation types, levels and bits, never values
     */
    record Explained(Separation separation) implements WhyNotAnswer {}

    /** The policy does not grant the reader this answer, or what it asks about is not there: which of the two is not said. */
    record Withheld() implements WhyNotAnswer {}
}

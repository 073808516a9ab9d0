package io.crmviews.merge;

import io.crmviews.merge.explain.Forecast;

/** The answer to what a record would do if it arrived now. */
public sealed interface WhatIfAnswer {

    /**
     * The explanation.
     *
     * @param forecast names of records, levels and bits, never values
     */
    record Explained(Forecast forecast) implements WhatIfAnswer {}

    /** The policy does not grant the reader this answer, or what it asks about is not there: which of the two is not said. */
    record Withheld() implements WhatIfAnswer {}
}

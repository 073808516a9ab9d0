package io.crmviews.merge;

import io.crmviews.merge.golden.FieldExplanation;

/** The answer to why a field has its value. */
public sealed interface FieldAnswer {

    /**
     * What is kept, what lost, and why.
     *
     * @param explanation the explanation, of records that the reader may see
     */
    record Explained(FieldExplanation explanation) implements FieldAnswer {}

    /** There is no such customer, or the policy does not grant it to the reader. */
    record Withheld() implements FieldAnswer {}
}

package io.crmviews.merge;

import io.crmviews.merge.explain.SearchResult;

/** The answer to who is like some attributes. */
public sealed interface SearchAnswer {

    /**
     * Who was found, if anybody.
     *
     * @param result customers, records, levels and bits, never values
     */
    record Found(SearchResult result) implements SearchAnswer {}

    /** The policy does not grant the reader this question. */
    record Withheld() implements SearchAnswer {}
}

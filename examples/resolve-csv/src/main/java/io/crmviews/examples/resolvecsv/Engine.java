package io.crmviews.examples.resolvecsv;

import io.crmviews.model.fact.Fact;
import io.crmviews.model.source.RecordKey;
import java.util.Map;
import java.util.function.Consumer;

/** Finds customers in facts. */
interface Engine {

    /** Facts that can be read more than once. */
    interface Facts {

        /** Passes each fact on, in the same order each time. */
        void forEach(Consumer<Fact> to) throws BadInputException;
    }

    /**
     * What was found.
     *
     * @param clusters the cluster of each record
     * @param expectedCustomers the number of customers that the prior assumed
     * @param candidates pairs of records that shared a live key
     * @param comparisons pairs that were scored
     * @param rejected facts that the library did not take; such a record stands alone
     */
    record Outcome(
            Map<RecordKey, String> clusters,
            long expectedCustomers,
            long candidates,
            long comparisons,
            long rejected) {}

    /**
     * Resolves the facts.
     *
     * @param facts the facts
     * @param fitting the model, and the records that the facts hold
     * @param progress is told how far it is
     */
    Outcome resolve(Facts facts, Fitting fitting, Progress progress) throws BadInputException;
}

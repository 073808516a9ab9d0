package io.crmviews.model.fact;

import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;

/** What a channel said. Facts are kept as they were said and never edited; everything else is derived from them. */
public sealed interface Fact permits SourceRecord, RecordRemoval, Interaction, ConsentEvent, MatchAssertion {

    /**
     * The name of the fact: its source and its key there.
     *
     * @return the key, never null
     */
    RecordKey key();

    /**
     * Its version and its two times.
     *
     * @return the revision, never null
     */
    Revision revision();

    /**
     * The same fact, learnt at a given time.
     *
     * @param revision the revision to carry
     * @return a fact that differs in its revision only
     */
    Fact withRevision(Revision revision);
}

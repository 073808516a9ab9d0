package io.crmviews.merge.mapping;

import io.crmviews.model.fact.Fact;
import java.util.List;

/** What became of one channel record. */
public sealed interface MappingResult {

    /**
     * The record states facts.
     *
     * @param facts the facts; empty if the mapping ignores the record's stream
     */
    record Facts(List<Fact> facts) implements MappingResult {

        /** Copies the facts. */
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /**
     * The record cannot be mapped.
     *
     * @param reason why, in a sentence that names fields and places in the mapping and never quotes a value
     */
    record Refused(String reason) implements MappingResult {}
}

package io.crmviews.spi.store;

import io.crmviews.model.fact.Fact;
import io.crmviews.model.source.RecordKey;
import java.util.List;

/**
 * A record or an assertion with its versions. An assertion has no ids, no node and no customer.
 *
 * @param key its name
 * @param ids the ids it carries, ascending: its own number and those that removed records left to it; may be empty for
 *     a removed record
 * @param current the version that holds now: a record, an assertion or a removal
 * @param history all other versions, in the order of arrival
 * @param predecessors the names of removed records whose ids it carries, ascending
 * @param node the node of its features, or {@link #NONE} if it is removed
 * @param customer the number of its customer, or {@link #NONE} if it is removed
 */
public record StoredRecord(
        RecordKey key,
        List<Long> ids,
        Fact current,
        List<Fact> history,
        List<RecordKey> predecessors,
        long node,
        long customer) {

    /** No node, no customer. */
    public static final long NONE = 0;

    /** Copies the lists. */
    public StoredRecord {
        ids = List.copyOf(ids);
        history = List.copyOf(history);
        predecessors = List.copyOf(predecessors);
    }

    @Override
    public String toString() {
        return "StoredRecord[" + key + "]";
    }
}

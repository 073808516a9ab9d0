package io.crmviews.merge.ingest;

import io.crmviews.model.source.RecordKey;
import java.util.Collection;
import java.util.List;

/**
 * What is to be erased.
 *
 * @param records records, with what is said of them and the events that are theirs; assertions for themselves
 * @param events interactions and consent events, for themselves
 */
public record Erasable(List<RecordKey> records, List<RecordKey> events) {

    /** Copies the lists. */
    public Erasable {
        records = List.copyOf(records);
        events = List.copyOf(events);
    }

    /**
     * Records with all that belongs to them.
     *
     * @param records the records
     * @return what is to be erased
     */
    public static Erasable of(Collection<RecordKey> records) {
        return new Erasable(List.copyOf(records), List.of());
    }

    @Override
    public String toString() {
        return "Erasable[" + records.size() + " records, " + events.size() + " events]";
    }
}

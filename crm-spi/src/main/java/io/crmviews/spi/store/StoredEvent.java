package io.crmviews.spi.store;

import io.crmviews.model.fact.Fact;
import java.util.List;

/**
 * An interaction or a consent event.
 *
 * @param fact the event as it was said
 * @param subjects by what it is found: hashes of the records and identifiers it is about
 */
public record StoredEvent(Fact fact, List<Long> subjects) {

    /** Copies the subjects. */
    public StoredEvent {
        subjects = List.copyOf(subjects);
    }

    @Override
    public String toString() {
        return "StoredEvent[" + fact.key() + "]";
    }
}

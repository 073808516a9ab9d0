package io.crmviews.merge.ingest;

import io.crmviews.model.change.Change;
import java.util.List;

/**
 * What became of customers when a store was switched to another model. Immutable.
 *
 * @param position the commit position from which on the new model holds
 * @param model the checksum of the new model
 * @param changes which customers were merged, split or changed; the same entries stand in the change feed
 */
public record SwitchReport(long position, String model, List<Change> changes) {

    /** Copies the list. */
    public SwitchReport {
        changes = List.copyOf(changes);
    }
}

package io.crmviews.spi.store;

import io.crmviews.model.change.Change;
import java.util.List;

/**
 * An entry of the change feed: what one commit did to customers that have to do with each other. A commit may bring
 * several.
 *
 * @param position the commit position that brought it
 * @param changes what changed, as references and field names, in order; may be empty if only readers of some sources see
 *     a change
 * @param flows where the commit found the records of these customers and where it left them
 */
public record FeedEntry(long position, List<Change> changes, List<Flow> flows) {

    /** Copies the lists. */
    public FeedEntry {
        changes = List.copyOf(changes);
        flows = List.copyOf(flows);
    }
}

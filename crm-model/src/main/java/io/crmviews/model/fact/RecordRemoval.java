package io.crmviews.model.fact;

import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;

/**
 * A source says that a record is gone. The removal is a version of the record: earlier ones stay as history.
 *
 * @param key the record
 * @param revision the version and times of the removal
 */
public record RecordRemoval(RecordKey key, Revision revision) implements Fact {

    @Override
    public RecordRemoval withRevision(Revision other) {
        return new RecordRemoval(key, other);
    }
}

package io.crmviews.merge.view;

import io.crmviews.merge.golden.PreparedRecord;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;

/**
 * A record of a customer, as a view is made from it.
 *
 * @param id the id that the record got when it was first accepted
 * @param prepared the current version, prepared by the merge that makes the view
 */
public record Member(CustomerId id, PreparedRecord prepared) {

    /**
     * The record.
     *
     * @return its current version
     */
    public SourceRecord record() {
        return prepared.record();
    }

    /**
     * The record's name.
     *
     * @return its key
     */
    public RecordKey key() {
        return record().key();
    }
}

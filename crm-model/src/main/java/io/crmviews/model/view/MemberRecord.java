package io.crmviews.model.view;

import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;

/**
 * A record that belongs to a customer (MDM crosswalk): its name and version, not its values.
 *
 * @param key the record
 * @param id the id that the record got when it was first accepted; it resolves to the customer's id
 * @param revision the current version and its times
 */
public record MemberRecord(RecordKey key, CustomerId id, Revision revision) {}

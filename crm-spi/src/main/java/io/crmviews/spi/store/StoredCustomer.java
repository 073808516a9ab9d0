package io.crmviews.spi.store;

import io.crmviews.model.source.RecordKey;
import java.util.List;

/**
 * Which records are one customer.
 *
 * @param number the customer's number: the least id that its records carry
 * @param records the records, ascending, at least one
 */
public record StoredCustomer(long number, List<RecordKey> records) {

    /** Copies the records. */
    public StoredCustomer {
        records = List.copyOf(records);
    }
}

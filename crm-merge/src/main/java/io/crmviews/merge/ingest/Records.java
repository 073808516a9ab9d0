package io.crmviews.merge.ingest;

import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The records of one step, loaded in sets. */
final class Records {

    private final StoreReader reader;
    private final Map<RecordKey, RecordState> states = new LinkedHashMap<>();
    private final Map<Long, StoredCustomer> customers = new HashMap<>();

    Records(StoreReader reader) {
        this.reader = reader;
    }

    /** Loads those that were not loaded before; one read. */
    void load(Collection<RecordKey> keys) {
        List<RecordKey> missing = new ArrayList<>(keys.size());
        for (RecordKey key : keys) {
            if (!states.containsKey(key)) {
                missing.add(key);
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        Map<RecordKey, StoredRecord> stored = reader.records(missing);
        for (RecordKey key : missing) {
            states.computeIfAbsent(key, fresh -> new RecordState(fresh, stored.get(fresh)));
        }
    }

    /** Customers as they were stored before the step; each is read once. */
    Map<Long, StoredCustomer> customersBefore(Collection<Long> numbers) {
        List<Long> missing = numbers.stream()
                .filter(number -> !customers.containsKey(number))
                .toList();
        if (!missing.isEmpty()) {
            customers.putAll(reader.customers(missing));
        }
        Map<Long, StoredCustomer> found = new HashMap<>();
        for (Long number : numbers) {
            StoredCustomer customer = customers.get(number);
            if (customer != null) {
                found.put(number, customer);
            }
        }
        return found;
    }

    RecordState require(RecordKey key) {
        RecordState state = states.get(key);
        if (state == null) {
            throw new IllegalStateException("The record " + key + " was not read in this step.");
        }
        return state;
    }

    /** A copy, so that more may be loaded while it is walked. */
    List<RecordState> all() {
        return new ArrayList<>(states.values());
    }

    List<StoredRecord> toPut() {
        List<StoredRecord> put = new ArrayList<>();
        for (RecordState state : states.values()) {
            if (state.dirty) {
                put.add(state.stored());
            }
        }
        return put;
    }
}

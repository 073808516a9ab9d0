package io.crmviews.merge.ingest;

import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.FeedEntry;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gives the clusters of a step their customers' numbers and tells what changed. A customer's number is the least id its
 * records carry; when a record is removed, its ids pass to the oldest remaining record of its customer.
 */
final class Membership {

    private final Records records;
    private final GoldenMerge golden;
    private final Map<Long, StoredCustomer> before;
    private final TreeMap<Long, List<RecordKey>> after = new TreeMap<>();
    private final Map<Long, RecordKey> carriers = new HashMap<>();

    Membership(Records records, GoldenMerge golden, List<List<RecordKey>> clusters) {
        this.records = records;
        this.golden = golden;
        List<RecordKey> keys = new ArrayList<>();
        clusters.forEach(keys::addAll);
        records.load(keys);
        Set<Long> numbers = new TreeSet<>();
        for (RecordState state : records.all()) {
            if (state.customerBefore() != StoredRecord.NONE) {
                numbers.add(state.customerBefore());
            }
        }
        before = records.customersBefore(numbers);
        before.values().forEach(customer -> records.load(customer.records()));
        inherit();
        for (List<RecordKey> cluster : clusters) {
            long number = Long.MAX_VALUE;
            for (RecordKey key : cluster) {
                number = Math.min(number, records.require(key).ids.first());
            }
            after.put(number, cluster);
            for (RecordKey key : cluster) {
                RecordState state = records.require(key);
                if (state.customer != number) {
                    state.customer = number;
                    state.dirty = true;
                }
            }
        }
        keepUntouched();
    }

    /** Customers whose records were read, but whose component no step touched, stay as they are. */
    private void keepUntouched() {
        for (StoredCustomer customer : before.values()) {
            boolean stays = customer.records().stream()
                    .allMatch(key -> records.require(key).customer == customer.number()
                            && records.require(key).live().isPresent());
            if (stays && !after.containsKey(customer.number())) {
                after.put(customer.number(), customer.records());
            }
        }
    }

    private void inherit() {
        for (RecordState state : records.all()) {
            boolean removed = state.liveBefore().isPresent() && state.live().isEmpty();
            if (removed) {
                heir(state).ifPresent(heir -> {
                    heir.ids.addAll(state.ids);
                    heir.dirty = true;
                    state.ids.forEach(id -> carriers.put(id, heir.key));
                    state.ids.clear();
                    heir.predecessors.addAll(state.predecessors);
                    heir.predecessors.add(state.key);
                    state.predecessors.clear();
                });
                state.customer = StoredRecord.NONE;
                state.dirty = true;
            }
        }
    }

    private Optional<RecordState> heir(RecordState removed) {
        StoredCustomer customer = before.get(removed.customerBefore());
        if (customer == null) {
            return Optional.empty();
        }
        return customer.records().stream()
                .map(records::require)
                .filter(state -> state.live().isPresent() && !state.ids.isEmpty())
                .min((x, y) -> Long.compare(x.ids.first(), y.ids.first()));
    }

    Map<Long, RecordKey> carriers() {
        for (RecordState state : records.all()) {
            // Also a record that was known only as removed gets an id when it comes (back).
            List<Long> known = state.before == null ? List.of() : state.before.ids();
            state.ids.stream().filter(id -> !known.contains(id)).forEach(id -> carriers.putIfAbsent(id, state.key));
        }
        return carriers;
    }

    List<StoredCustomer> put() {
        List<StoredCustomer> put = new ArrayList<>();
        after.forEach((number, members) -> {
            StoredCustomer old = before.get(number);
            if (old == null || !old.records().equals(members)) {
                put.add(new StoredCustomer(number, members));
            }
        });
        return put;
    }

    List<Long> removed() {
        return before.keySet().stream()
                .filter(number -> !after.containsKey(number))
                .sorted()
                .toList();
    }

    /** What changed of customers, for a commit of that position. */
    List<FeedEntry> changes(long position) {
        return new CustomerChanges(records, golden, before, after).entries(position);
    }
}

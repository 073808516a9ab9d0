package io.crmviews.merge.ingest;

import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.FeedEntry;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredRecord;
import java.util.ArrayList;
import java.util.Collections;
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
        records.load(together(clusters));
        before = records.customersBefore(numbersBefore());
        records.load(
                together(before.values().stream().map(StoredCustomer::records).toList()));
        inherit();
        for (List<RecordKey> cluster : clusters) {
            long number = Long.MAX_VALUE;
            for (RecordKey key : cluster) {
                number = Math.min(number, records.require(key).leastId());
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

    private static List<RecordKey> together(List<List<RecordKey>> lists) {
        if (lists.size() == 1) {
            return lists.get(0);
        }
        List<RecordKey> all = new ArrayList<>();
        lists.forEach(all::addAll);
        return all;
    }

    private Set<Long> numbersBefore() {
        Set<Long> numbers = new TreeSet<>();
        for (RecordState state : records.all()) {
            if (state.customerBefore() != StoredRecord.NONE) {
                numbers.add(state.customerBefore());
            }
        }
        return numbers;
    }

    /** Customers whose records were read, but whose component no step touched, stay as they are. */
    private void keepUntouched() {
        for (StoredCustomer customer : before.values()) {
            if (!after.containsKey(customer.number()) && stays(customer)) {
                after.put(customer.number(), customer.records());
            }
        }
    }

    private boolean stays(StoredCustomer customer) {
        for (RecordKey key : customer.records()) {
            RecordState state = records.require(key);
            if (state.customer != customer.number() || state.live().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void inherit() {
        for (RecordState state : records.all()) {
            boolean removed = state.liveBefore().isPresent() && state.live().isEmpty();
            if (removed) {
                heir(state).ifPresent(heir -> {
                    state.ids().forEach(id -> carriers.put(id, heir.key));
                    heir.inherit(state);
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
                .filter(state -> state.live().isPresent() && !state.ids().isEmpty())
                .min((x, y) -> Long.compare(x.leastId(), y.leastId()));
    }

    Map<Long, RecordKey> carriers() {
        for (RecordState state : records.all()) {
            // Also a record that was known only as removed gets an id when it comes (back).
            List<Long> known = state.before == null ? List.of() : state.before.ids();
            for (Long id : state.ids()) {
                if (!known.contains(id)) {
                    carriers.putIfAbsent(id, state.key);
                }
            }
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
        List<Long> removed = new ArrayList<>(0);
        for (Long number : before.keySet()) {
            if (!after.containsKey(number)) {
                removed.add(number);
            }
        }
        Collections.sort(removed);
        return removed;
    }

    /** What changed of customers, for a commit of that position. */
    List<FeedEntry> changes(long position) {
        return new CustomerChanges(records, golden, before, after).entries(position);
    }
}

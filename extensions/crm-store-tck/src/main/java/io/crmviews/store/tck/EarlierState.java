package io.crmviews.store.tck;

import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.spi.store.SourceState;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * What a store tells of the state after an earlier commit.
 *
 * @param position the position
 * @param committedAt when it was made
 * @param records the records that were asked for
 * @param customers the customers by number
 * @param carriers which record carried each id
 * @param sources what each source had said
 */
record EarlierState(
        long position,
        Instant committedAt,
        Map<RecordKey, StoredRecord> records,
        Map<Long, StoredCustomer> customers,
        Map<Long, RecordKey> carriers,
        Map<String, SourceState> sources) {

    static EarlierState of(CustomerStore store, long position, Collection<RecordKey> facts) {
        return store.read(reader -> of(reader.at(position).orElseThrow(), reader.nextNumber(), facts));
    }

    private static EarlierState of(StoreReader then, long numbers, Collection<RecordKey> facts) {
        List<Long> all = LongStream.range(1, numbers).boxed().toList();
        return new EarlierState(
                then.position(),
                then.committedAt(),
                new TreeMap<>(then.records(facts)),
                new TreeMap<>(then.customers(all)),
                new TreeMap<>(then.carriers(all)),
                new TreeMap<>(then.sources()));
    }
}

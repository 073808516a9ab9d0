package io.crmviews.merge.memory;

import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.FeedEntry;
import io.crmviews.spi.store.ForwardingReader;
import io.crmviews.spi.store.SourceState;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredEvent;
import io.crmviews.spi.store.StoredRecord;
import io.crmviews.spi.store.TimelinePoint;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The state after an earlier commit. */
final class PastState extends ForwardingReader {

    private final Memory memory;
    private final EventTable events;
    private final long position;

    PastState(StoreReader present, Memory memory, EventTable events, long position) {
        super(present);
        this.memory = memory;
        this.events = events;
        this.position = position;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public Instant committedAt() {
        return memory.committedAt(position);
    }

    @Override
    public long positionAt(Instant instant) {
        return Math.min(position, state.positionAt(instant));
    }

    @Override
    public Optional<StoreReader> at(long earlier) {
        return earlier > position ? Optional.empty() : state.at(earlier);
    }

    @Override
    public long nextNumber() {
        return memory.nextNumber(position);
    }

    @Override
    public Map<RecordKey, StoredRecord> records(Collection<RecordKey> keys) {
        Map<RecordKey, StoredRecord> present = state.records(keys);
        return found(keys, key -> memory.record(key, present.get(key), position));
    }

    @Override
    public Map<Long, StoredCustomer> customers(Collection<Long> numbers) {
        Map<Long, StoredCustomer> present = state.customers(numbers);
        return found(numbers, number -> memory.customer(number, present.get(number), position));
    }

    @Override
    public Map<Long, RecordKey> carriers(Collection<Long> ids) {
        Map<Long, RecordKey> present = state.carriers(ids);
        return found(ids, id -> memory.carrier(id, present.get(id), position));
    }

    @Override
    public Map<String, SourceState> sources() {
        Map<String, SourceState> present = state.sources();
        return found(present.keySet(), source -> memory.source(source, present.get(source), position));
    }

    @Override
    public Map<RecordKey, StoredEvent> events(Collection<RecordKey> keys) {
        return events.byKey(keys, position);
    }

    @Override
    public List<StoredEvent> eventsAbout(long[] subjects) {
        return events.about(subjects, position);
    }

    @Override
    public List<StoredEvent> interactionsAbout(long[] subjects, @Nullable TimelinePoint after, int most) {
        return events.interactionsAbout(subjects, after, most, position);
    }

    @Override
    public List<StoredEvent> consentsAbout(long[] subjects) {
        return events.consentsAbout(subjects, position);
    }

    @Override
    public List<FeedEntry> feed(long after, int most) {
        return state.feed(after, most).stream()
                .filter(entry -> entry.position() <= position)
                .toList();
    }

    private static <K, V> Map<K, V> found(Collection<K> keys, Function<K, @Nullable V> get) {
        Map<K, V> found = new HashMap<>(keys.size() * 2);
        for (K key : keys) {
            V value = get.apply(key);
            if (value != null) {
                found.put(key, value);
            }
        }
        return found;
    }
}

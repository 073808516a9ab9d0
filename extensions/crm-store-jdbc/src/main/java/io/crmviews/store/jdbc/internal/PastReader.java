package io.crmviews.store.jdbc.internal;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The state after an earlier commit. */
final class PastReader extends ForwardingReader {

    private final Past past;
    private final Events events;
    private final long position;

    PastReader(StoreReader present, Past past, Events events, long position) {
        super(present);
        this.past = past;
        this.events = events;
        this.position = position;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public Instant committedAt() {
        return past.made(position).at();
    }

    @Override
    public long positionAt(Instant instant) {
        return past.positionAt(instant, position);
    }

    @Override
    public Optional<StoreReader> at(long earlier) {
        return earlier > position ? Optional.empty() : state.at(earlier);
    }

    @Override
    public long nextNumber() {
        return past.made(position).nextNumber();
    }

    @Override
    public Map<RecordKey, StoredRecord> records(Collection<RecordKey> keys) {
        return past.records(state.records(keys), position);
    }

    @Override
    public Map<Long, StoredCustomer> customers(Collection<Long> numbers) {
        return past.customers(Rows.sorted(numbers), position);
    }

    @Override
    public Map<Long, RecordKey> carriers(Collection<Long> ids) {
        return past.carriers(Rows.sorted(ids), position);
    }

    @Override
    public Map<String, SourceState> sources() {
        return past.sources(state.sources().keySet(), position);
    }

    @Override
    public Map<RecordKey, StoredEvent> events(Collection<RecordKey> keys) {
        return events.byName(Names.of(keys), position);
    }

    @Override
    public List<StoredEvent> eventsAbout(long[] subjects) {
        return events.about(subjects, false, position);
    }

    @Override
    public List<StoredEvent> interactionsAbout(long[] subjects, @Nullable TimelinePoint after, int most) {
        return events.interactionsAbout(subjects, after, most, position);
    }

    @Override
    public List<StoredEvent> consentsAbout(long[] subjects) {
        return events.about(subjects, true, position);
    }

    @Override
    public List<FeedEntry> feed(long after, int most) {
        return state.feed(after, most).stream()
                .filter(entry -> entry.position() <= position)
                .toList();
    }
}

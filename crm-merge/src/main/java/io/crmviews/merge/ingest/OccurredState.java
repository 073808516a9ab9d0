package io.crmviews.merge.ingest;

import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.ForwardingReader;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredEvent;
import io.crmviews.spi.store.StoredRecord;
import io.crmviews.spi.store.TimelinePoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What had occurred by an instant, as far as is known in a state: of each record the version that held then, and the events
 * until then. Who is one customer is what is known in that state; a record that was removed since is with the customer that
 * it left its ids to.
 */
public final class OccurredState extends ForwardingReader {

    private final Instant instant;
    private final Map<RecordKey, Long> heirs = new HashMap<>();

    /**
     * The state by occurrence.
     *
     * @param state what is known
     * @param instant until when
     */
    public OccurredState(StoreReader state, Instant instant) {
        super(state);
        this.instant = instant;
    }

    @Override
    public Map<RecordKey, StoredRecord> records(Collection<RecordKey> keys) {
        Map<RecordKey, StoredRecord> found = new HashMap<>();
        state.records(keys).forEach((key, record) -> then(record).ifPresent(then -> found.put(key, then)));
        return found;
    }

    @Override
    public Map<Long, StoredCustomer> customers(Collection<Long> numbers) {
        Map<Long, StoredCustomer> found = new HashMap<>();
        state.customers(numbers).forEach((number, customer) -> {
            Set<RecordKey> keys = new TreeSet<>(customer.records());
            state.records(customer.records()).values().forEach(record -> keys.addAll(record.predecessors()));
            keys.forEach(key -> heirs.putIfAbsent(key, number));
            List<RecordKey> live = records(keys).values().stream()
                    .filter(record -> record.current() instanceof SourceRecord && record.customer() == number)
                    .map(StoredRecord::key)
                    .sorted()
                    .toList();
            if (!live.isEmpty()) {
                found.put(number, new StoredCustomer(number, live));
            }
        });
        return found;
    }

    @Override
    public Map<RecordKey, StoredEvent> events(Collection<RecordKey> keys) {
        Map<RecordKey, StoredEvent> found = new HashMap<>(state.events(keys));
        found.values().removeIf(event -> isLater(event.fact()));
        return found;
    }

    @Override
    public List<StoredEvent> eventsAbout(long[] subjects) {
        return until(state.eventsAbout(subjects));
    }

    @Override
    public List<StoredEvent> consentsAbout(long[] subjects) {
        return until(state.consentsAbout(subjects));
    }

    @Override
    public List<StoredEvent> interactionsAbout(long[] subjects, @Nullable TimelinePoint after, int most) {
        if (after != null && !after.occurredAt().isAfter(instant)) {
            return state.interactionsAbout(subjects, after, most);
        }
        return state.interactionsAbout(subjects, TimelinePoint.justAfter(instant), most);
    }

    private List<StoredEvent> until(List<StoredEvent> events) {
        return events.stream().filter(event -> !isLater(event.fact())).toList();
    }

    private boolean isLater(Fact fact) {
        return fact.revision().occurredAt().isAfter(instant);
    }

    private Optional<StoredRecord> then(StoredRecord record) {
        List<Fact> versions = new ArrayList<>();
        List.of(record.history(), List.of(record.current()))
                .forEach(some ->
                        some.stream().filter(version -> !isLater(version)).forEach(versions::add));
        versions.sort(Comparator.comparing(version -> version.revision().recordedAt()));
        return versions.stream()
                .reduce((held, arriving) -> supersedes(arriving, held) ? arriving : held)
                .map(held -> asOf(record, held, versions));
    }

    private static boolean supersedes(Fact arriving, Fact held) {
        return arriving.revision().supersedes(held.revision());
    }

    private StoredRecord asOf(StoredRecord record, Fact held, List<Fact> versions) {
        long customer = record.customer() == StoredRecord.NONE
                ? heirs.getOrDefault(record.key(), StoredRecord.NONE)
                : record.customer();
        List<Fact> history =
                versions.stream().filter(version -> version != held).toList();
        return new StoredRecord(
                record.key(), record.ids(), held, history, record.predecessors(), record.node(), customer);
    }
}

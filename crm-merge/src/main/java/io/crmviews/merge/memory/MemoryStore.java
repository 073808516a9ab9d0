package io.crmviews.merge.memory;

import io.crmviews.merge.internal.Pages;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.CrowdedKey;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.spi.store.FeedEntry;
import io.crmviews.spi.store.Posting;
import io.crmviews.spi.store.Restriction;
import io.crmviews.spi.store.RightsChanges;
import io.crmviews.spi.store.SourceState;
import io.crmviews.spi.store.StaleReadException;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredEvent;
import io.crmviews.spi.store.StoredNode;
import io.crmviews.spi.store.StoredRecord;
import io.crmviews.spi.store.StoredReview;
import io.crmviews.spi.store.TimelinePoint;
import io.crmviews.spi.store.Tombstone;
import io.crmviews.spi.store.WriteSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everything in the heap. Thread-safe: a question holds a read lock and a commit a write lock, so no reader sees
 * half a commit. Lost when the process ends.
 */
public final class MemoryStore implements CustomerStore {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final ShardedMap<RecordKey, StoredRecord> records = new ShardedMap<>();
    private final NodeTable nodes = new NodeTable();
    private final PostingTable postings = new PostingTable();
    private final MutedTable muted = new MutedTable();
    private final Pages<StoredCustomer> customers = new Pages<>();
    private final Pages<RecordKey> carriers = new Pages<>();
    private final EventTable events = new EventTable();
    private final FormerTable formerHolders = new FormerTable();
    private final Memory memory;
    private final RightsTable rights = new RightsTable();
    private final AssertionTable assertions = new AssertionTable(records);
    private final ReviewTable reviews = new ReviewTable();
    private final Map<String, SourceState> sources = new TreeMap<>();
    private final Pages<List<FeedEntry>> feed = new Pages<>();
    private final Reader reader = new Reader();
    private long position;
    private long nextNumber = 1;
    private long lastErasure;
    private String model = "";

    /** An empty store that can show all of its earlier states. */
    public MemoryStore() {
        this(Long.MAX_VALUE);
    }

    /**
     * An empty store that shows its latest states only.
     *
     * @param kept how many commits before the present one can be shown; keeping them costs memory for what they changed
     */
    public MemoryStore(long kept) {
        memory = new Memory(kept);
    }

    @Override
    public <T> T read(Function<StoreReader, T> question) {
        lock.readLock().lock();
        try {
            return question.apply(reader);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public long commit(WriteSet writes) {
        lock.writeLock().lock();
        try {
            if (writes.basePosition() != position) {
                throw new StaleReadException(writes.basePosition(), position);
            }
            position++;
            apply(writes);
            return position;
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        // Nothing is held but memory.
    }

    private void apply(WriteSet writes) {
        memory.commit(writes.committedAt(), writes.nextNumber());
        nextNumber = writes.nextNumber();
        model = writes.model();
        writes.records().forEach(this::put);
        writes.nodes().forEach(nodes::put);
        writes.removedNodes().forEach(nodes::remove);
        for (int i = 0; i < writes.removedKeys().size(); i++) {
            postings.remove(writes.removedKeys().key(i), writes.removedKeys().node(i));
        }
        for (int i = 0; i < writes.addedKeys().size(); i++) {
            postings.add(writes.addedKeys().key(i), writes.addedKeys().node(i));
        }
        muted.change(writes.mutedKeys(), writes.unmutedKeys());
        writes.removedCustomers().forEach(this::removeCustomer);
        writes.customers().forEach(this::put);
        writes.closedReviews().forEach(reviews::close);
        writes.reviews().forEach(reviews::open);
        writes.carriers().forEach(this::carry);
        writes.events().forEach(event -> events.put(event, position));
        writes.sources().forEach(this::put);
        formerHolders.add(writes.formerHolders());
        if (!writes.feed().isEmpty()) {
            feed.put(position, writes.feed());
        }
        if (!writes.rights().isEmpty()) {
            apply(writes.rights());
        }
    }

    private void apply(RightsChanges changes) {
        rights.apply(changes);
        changes.ids().forEach(carriers::remove);
        changes.events().forEach(events::remove);
        if (!changes.records().isEmpty()) {
            erase(new HashSet<>(changes.records()));
        }
        if (changes.erases()) {
            lastErasure = position;
        }
    }

    /** What others say of the records was said anew by the write set; only earlier states still name them. */
    private void erase(Set<RecordKey> erased) {
        erased.forEach(records::remove);
        records.replaceAll(record -> Memory.without(record, erased));
        assertions.erase(erased);
        formerHolders.erase(erased);
        memory.erase(erased);
    }

    private void put(StoredCustomer customer) {
        memory.overwrite(customer.number(), customers.get(customer.number()), customer);
        customers.put(customer.number(), customer);
    }

    private void removeCustomer(long number) {
        memory.overwrite(number, customers.get(number), (StoredCustomer) null);
        customers.remove(number);
    }

    private void carry(long id, RecordKey carrier) {
        memory.overwrite(id, carriers.get(id), carrier);
        carriers.put(id, carrier);
    }

    private void put(SourceState state) {
        memory.overwrite(state.source(), sources.put(state.source(), state), state);
    }

    private void put(StoredRecord record) {
        memory.overwrite(record.key(), records.put(record.key(), record), record);
        if (record.current() instanceof MatchAssertion assertion) {
            assertions.put(assertion);
        }
    }

    /** Reads under the lock that {@link #read(Function)} holds. */
    private final class Reader implements StoreReader {

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
            return memory.positionAt(instant);
        }

        @Override
        public Optional<StoreReader> at(long earlier) {
            if (earlier == position) {
                return Optional.of(this);
            }
            return earlier < memory.oldest() || earlier > position
                    ? Optional.empty()
                    : Optional.of(new PastState(this, memory, events, earlier));
        }

        @Override
        public long lastErasure() {
            return lastErasure;
        }

        @Override
        public Set<Long> erased(Collection<Long> ids) {
            return rights.erased(ids);
        }

        @Override
        public Map<String, Tombstone> tombstones(Collection<String> hashes) {
            return rights.tombstones(hashes);
        }

        @Override
        public List<Tombstone> ledger(String after, int most) {
            return rights.ledger(after, most);
        }

        @Override
        public Map<RecordKey, Restriction> restrictions() {
            return rights.restrictions();
        }

        @Override
        public List<RecordKey> recordKeys(@Nullable RecordKey after, int most) {
            return RightsTable.page(records.keys(), after, most);
        }

        @Override
        public List<RecordKey> eventKeys(@Nullable RecordKey after, int most) {
            return RightsTable.page(events.keys(), after, most);
        }

        @Override
        public String model() {
            return model;
        }

        @Override
        public long nextNumber() {
            return nextNumber;
        }

        @Override
        public Map<RecordKey, StoredRecord> records(Collection<RecordKey> keys) {
            return found(keys, records::get);
        }

        @Override
        public List<StoredNode> nodes(long[] ids) {
            List<StoredNode> found = new ArrayList<>(ids.length);
            for (long id : ids) {
                StoredNode node = nodes.get(id);
                if (node != null) {
                    found.add(node);
                }
            }
            return found;
        }

        @Override
        public long[] signatures(long[] ids) {
            return nodes.signatures(ids);
        }

        @Override
        public List<Posting> postings(long[] keys, int most) {
            return postings.postings(keys, most);
        }

        @Override
        public long[] mutedKeys() {
            return muted.keys();
        }

        @Override
        public List<CrowdedKey> crowdedKeys(int above, int most) {
            PriorityQueue<CrowdedKey> largest = new PriorityQueue<>(CrowdedKey.MOST_FIRST.reversed());
            postings.forEach((key, holders) -> {
                if (holders > above) {
                    largest.add(new CrowdedKey(key, holders));
                    if (largest.size() > most) {
                        largest.remove();
                    }
                }
            });
            return largest.stream().sorted(CrowdedKey.MOST_FIRST).toList();
        }

        @Override
        public Map<Long, StoredCustomer> customers(Collection<Long> numbers) {
            return found(numbers, customers::get);
        }

        @Override
        public Map<Long, RecordKey> carriers(Collection<Long> ids) {
            return found(ids, carriers::get);
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
        public Map<Long, List<RecordKey>> formerHolders(long[] subjects) {
            return formerHolders.of(subjects);
        }

        @Override
        public List<FeedEntry> feed(long after, int most) {
            List<FeedEntry> entries = new ArrayList<>();
            int commits = 0;
            for (long at = feed.next(Math.max(0, after)); at >= 0 && commits < most; at = feed.next(at)) {
                entries.addAll(Objects.requireNonNullElse(feed.get(at), List.of()));
                commits++;
            }
            return entries;
        }

        @Override
        public Map<String, SourceState> sources() {
            return Map.copyOf(sources);
        }

        @Override
        public long customerCount() {
            return customers.size();
        }

        @Override
        public List<Long> customerNumbers(long after, int most) {
            List<Long> numbers = new ArrayList<>();
            for (long next = customers.next(after); next >= 0 && numbers.size() < most; next = customers.next(next)) {
                numbers.add(next);
            }
            return numbers;
        }

        @Override
        public List<MatchAssertion> assertionsAbout(Collection<RecordKey> records) {
            return assertions.about(records);
        }

        @Override
        public List<MatchAssertion> assertions(@Nullable RecordKey after, int most) {
            return assertions.page(after, most);
        }

        @Override
        public List<StoredReview> reviewsOf(long[] nodes) {
            return reviews.of(nodes);
        }

        @Override
        public List<StoredReview> reviews(@Nullable StoredReview after, int most) {
            return reviews.page(after, most);
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
}

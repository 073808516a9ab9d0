package io.crmviews.merge.memory;

import io.crmviews.merge.internal.LongMap;
import io.crmviews.merge.internal.Pages;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.CrowdedKey;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.spi.store.FeedEntry;
import io.crmviews.spi.store.Posting;
import io.crmviews.spi.store.SourceState;
import io.crmviews.spi.store.StaleReadException;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredEvent;
import io.crmviews.spi.store.StoredNode;
import io.crmviews.spi.store.StoredRecord;
import io.crmviews.spi.store.StoredReview;
import io.crmviews.spi.store.WriteSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everything in the heap. Thread-safe: a question holds a read lock and a commit a write lock, so no reader sees
 * half a commit. Lost when the process ends.
 */
public final class MemoryStore implements CustomerStore {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<RecordKey, StoredRecord> records = new HashMap<>();
    private final NodeTable nodes = new NodeTable();
    private final PostingTable postings = new PostingTable();
    private final Pages<StoredCustomer> customers = new Pages<>();
    private final Pages<RecordKey> carriers = new Pages<>();
    private final Map<RecordKey, StoredEvent> events = new HashMap<>();
    private final Map<Long, Set<RecordKey>> eventsBySubject = new HashMap<>();
    /** The keys of the assertions about each record. */
    private final Map<RecordKey, Set<RecordKey>> assertionsByRecord = new HashMap<>();

    private final TreeSet<RecordKey> assertions = new TreeSet<>();
    private final TreeSet<StoredReview> reviews = new TreeSet<>();
    private final LongMap<Set<StoredReview>> reviewsByNode = new LongMap<>();
    private final Map<String, SourceState> sources = new TreeMap<>();
    private final TreeMap<Long, List<FeedEntry>> feed = new TreeMap<>();
    private final Reader reader = new Reader();
    private long position;
    private long nextNumber = 1;
    private String model = "";
    /** Ascending; replaced as a whole, so that a reader can tell by identity that nothing changed. */
    private long[] mutedKeys = {};

    /** An empty store. */
    public MemoryStore() {}

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
        mute(writes.mutedKeys(), writes.unmutedKeys());
        writes.removedCustomers().forEach(customers::remove);
        writes.customers().forEach(customer -> customers.put(customer.number(), customer));
        writes.closedReviews().forEach(this::close);
        writes.reviews().forEach(this::open);
        writes.carriers().forEach(carriers::put);
        writes.events().forEach(this::put);
        writes.sources().forEach(state -> sources.put(state.source(), state));
        if (!writes.feed().isEmpty()) {
            feed.put(position, writes.feed());
        }
    }

    private void mute(List<Long> more, List<Long> fewer) {
        if (!more.isEmpty() || !fewer.isEmpty()) {
            TreeSet<Long> keys = new TreeSet<>();
            for (long key : mutedKeys) {
                keys.add(key);
            }
            fewer.forEach(keys::remove);
            keys.addAll(more);
            mutedKeys = keys.stream().mapToLong(Long::longValue).toArray();
        }
    }

    private void put(StoredRecord record) {
        records.put(record.key(), record);
        if (record.current() instanceof MatchAssertion assertion) {
            assertions.add(assertion.key());
            for (RecordKey about : List.of(assertion.a(), assertion.b())) {
                assertionsByRecord
                        .computeIfAbsent(about, key -> new LinkedHashSet<>())
                        .add(assertion.key());
            }
        }
    }

    private void open(StoredReview review) {
        reviews.add(review);
        reviewsByNode.computeIfAbsent(review.a(), key -> new HashSet<>()).add(review);
        reviewsByNode.computeIfAbsent(review.b(), key -> new HashSet<>()).add(review);
    }

    private void close(StoredReview review) {
        reviews.remove(review);
        for (long node : new long[] {review.a(), review.b()}) {
            Set<StoredReview> of = reviewsByNode.get(node);
            if (of != null && of.remove(review) && of.isEmpty()) {
                reviewsByNode.remove(node);
            }
        }
    }

    private void put(StoredEvent event) {
        events.put(event.fact().key(), event);
        for (long subject : event.subjects()) {
            eventsBySubject
                    .computeIfAbsent(subject, key -> new LinkedHashSet<>())
                    .add(event.fact().key());
        }
    }

    /** Reads under the lock that {@link #read(Function)} holds. */
    private final class Reader implements StoreReader {

        @Override
        public long position() {
            return position;
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
            return mutedKeys;
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
            return found(keys, events::get);
        }

        @Override
        public List<StoredEvent> eventsAbout(long[] subjects) {
            Set<RecordKey> keys = new LinkedHashSet<>();
            for (long subject : subjects) {
                keys.addAll(eventsBySubject.getOrDefault(subject, Set.of()));
            }
            return new ArrayList<>(found(keys, events::get).values());
        }

        @Override
        public List<FeedEntry> feed(long after, int most) {
            return feed.tailMap(after, false).values().stream()
                    .limit(most)
                    .flatMap(List::stream)
                    .toList();
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
            if (assertions.isEmpty()) {
                return List.of();
            }
            Set<RecordKey> keys = new LinkedHashSet<>();
            records.forEach(record -> keys.addAll(assertionsByRecord.getOrDefault(record, Set.of())));
            return current(keys)
                    .filter(found -> records.contains(found.a()) || records.contains(found.b()))
                    .toList();
        }

        @Override
        public List<MatchAssertion> assertions(@Nullable RecordKey after, int most) {
            Set<RecordKey> keys = after == null ? assertions : assertions.tailSet(after, false);
            return current(keys).limit(most).toList();
        }

        /** An assertion may have changed what it is about, or its source may have removed it. */
        private Stream<MatchAssertion> current(Set<RecordKey> keys) {
            return keys.stream()
                    .map(records::get)
                    .filter(Objects::nonNull)
                    .map(StoredRecord::current)
                    .filter(MatchAssertion.class::isInstance)
                    .map(MatchAssertion.class::cast);
        }

        @Override
        public List<StoredReview> reviewsOf(long[] nodes) {
            Set<StoredReview> found = new LinkedHashSet<>();
            for (long node : nodes) {
                Set<StoredReview> of = reviewsByNode.get(node);
                if (of != null) {
                    found.addAll(of);
                }
            }
            return new ArrayList<>(found);
        }

        @Override
        public List<StoredReview> reviews(@Nullable StoredReview after, int most) {
            Set<StoredReview> rest = after == null ? reviews : reviews.tailSet(after, false);
            return rest.stream().limit(most).toList();
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

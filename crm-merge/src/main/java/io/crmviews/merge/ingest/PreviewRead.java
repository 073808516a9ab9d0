package io.crmviews.merge.ingest;

import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.CrowdedKey;
import io.crmviews.spi.store.FeedEntry;
import io.crmviews.spi.store.Posting;
import io.crmviews.spi.store.SourceState;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredEvent;
import io.crmviews.spi.store.StoredNode;
import io.crmviews.spi.store.StoredRecord;
import io.crmviews.spi.store.StoredReview;
import io.crmviews.spi.store.WriteSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A state as it would be after writes that are not made: records, nodes, customers and who carries which id. What a
 * preview is not asked for (postings, signatures, events, assertions, reviews, sources, the feed, counts) is that of the state itself. Valid as long as
 * that state is.
 */
public final class PreviewRead implements StoreReader {

    private final StoreReader state;
    private final WriteSet writes;
    private final Map<RecordKey, StoredRecord> records = new HashMap<>();
    private final Map<Long, StoredNode> nodes = new HashMap<>();
    private final Map<Long, StoredCustomer> customers = new HashMap<>();
    private final Set<Long> removedNodes;
    private final Set<Long> removedCustomers;

    /**
     * The state after writes.
     *
     * @param state the state that the writes were decided on
     * @param writes the writes
     */
    public PreviewRead(StoreReader state, WriteSet writes) {
        this.state = state;
        this.writes = writes;
        writes.records().forEach(record -> records.put(record.key(), record));
        writes.nodes().forEach(node -> nodes.put(node.id(), node));
        writes.customers().forEach(customer -> customers.put(customer.number(), customer));
        removedNodes = new HashSet<>(writes.removedNodes());
        removedCustomers = new HashSet<>(writes.removedCustomers());
    }

    @Override
    public long position() {
        return state.position();
    }

    @Override
    public String model() {
        return writes.model();
    }

    @Override
    public long nextNumber() {
        return writes.nextNumber();
    }

    @Override
    public Map<RecordKey, StoredRecord> records(Collection<RecordKey> keys) {
        return overlaid(keys, records, state::records);
    }

    @Override
    public List<StoredNode> nodes(long[] ids) {
        List<StoredNode> found = new ArrayList<>(ids.length);
        long[] stored = Arrays.stream(ids)
                .filter(id -> !nodes.containsKey(id) && !removedNodes.contains(id))
                .toArray();
        for (long id : ids) {
            StoredNode node = nodes.get(id);
            if (node != null) {
                found.add(node);
            }
        }
        found.addAll(state.nodes(stored));
        return found;
    }

    @Override
    public long[] signatures(long[] ids) {
        return state.signatures(ids);
    }

    @Override
    public List<Posting> postings(long[] keys, int most) {
        return state.postings(keys, most);
    }

    @Override
    public Map<Long, StoredCustomer> customers(Collection<Long> numbers) {
        Map<Long, StoredCustomer> found = overlaid(numbers, customers, state::customers);
        found.keySet().removeIf(number -> removedCustomers.contains(number) && !customers.containsKey(number));
        return found;
    }

    @Override
    public Map<Long, RecordKey> carriers(Collection<Long> ids) {
        return overlaid(ids, writes.carriers(), state::carriers);
    }

    @Override
    public Map<RecordKey, StoredEvent> events(Collection<RecordKey> keys) {
        return state.events(keys);
    }

    @Override
    public List<StoredEvent> eventsAbout(long[] subjects) {
        return state.eventsAbout(subjects);
    }

    @Override
    public List<FeedEntry> feed(long after, int most) {
        return state.feed(after, most);
    }

    @Override
    public Map<String, SourceState> sources() {
        return new TreeMap<>(state.sources());
    }

    @Override
    public long customerCount() {
        return state.customerCount();
    }

    @Override
    public List<Long> customerNumbers(long after, int most) {
        return state.customerNumbers(after, most);
    }

    @Override
    public long[] mutedKeys() {
        TreeSet<Long> muted = new TreeSet<>(writes.mutedKeys());
        Arrays.stream(state.mutedKeys()).forEach(muted::add);
        writes.unmutedKeys().forEach(muted::remove);
        return muted.stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public List<CrowdedKey> crowdedKeys(int above, int most) {
        return state.crowdedKeys(above, most);
    }

    @Override
    public List<MatchAssertion> assertionsAbout(Collection<RecordKey> about) {
        return state.assertionsAbout(about);
    }

    @Override
    public List<MatchAssertion> assertions(@Nullable RecordKey after, int most) {
        return state.assertions(after, most);
    }

    @Override
    public List<StoredReview> reviewsOf(long[] of) {
        return state.reviewsOf(of);
    }

    @Override
    public List<StoredReview> reviews(@Nullable StoredReview after, int most) {
        return state.reviews(after, most);
    }

    private static <K, V> Map<K, V> overlaid(
            Collection<K> keys, Map<K, V> written, Function<Collection<K>, Map<K, V>> stored) {
        Map<K, V> found = new HashMap<>(stored.apply(
                keys.stream().filter(key -> !written.containsKey(key)).toList()));
        for (K key : keys) {
            V value = written.get(key);
            if (value != null) {
                found.put(key, value);
            }
        }
        return found;
    }
}

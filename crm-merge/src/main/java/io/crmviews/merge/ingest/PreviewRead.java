package io.crmviews.merge.ingest;

import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.ForwardingReader;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredNode;
import io.crmviews.spi.store.StoredRecord;
import io.crmviews.spi.store.WriteSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A state as it would be after writes that are not made: records, nodes, customers and who carries which id. What a
 * preview is not asked for (postings, signatures, events, assertions, reviews, sources, the feed, counts) is that of the state itself. Valid as long as
 * that state is.
 */
public final class PreviewRead extends ForwardingReader {

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
        super(state);
        this.writes = writes;
        writes.records().forEach(record -> records.put(record.key(), record));
        writes.nodes().forEach(node -> nodes.put(node.id(), node));
        writes.customers().forEach(customer -> customers.put(customer.number(), customer));
        removedNodes = new HashSet<>(writes.removedNodes());
        removedCustomers = new HashSet<>(writes.removedCustomers());
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
    public long[] mutedKeys() {
        TreeSet<Long> muted = new TreeSet<>(writes.mutedKeys());
        Arrays.stream(state.mutedKeys()).forEach(muted::add);
        writes.unmutedKeys().forEach(muted::remove);
        return muted.stream().mapToLong(Long::longValue).toArray();
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

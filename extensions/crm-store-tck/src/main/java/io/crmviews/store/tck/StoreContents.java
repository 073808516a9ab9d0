package io.crmviews.store.tck;

import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.CrowdedKey;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.spi.store.FeedEntry;
import io.crmviews.spi.store.Posting;
import io.crmviews.spi.store.SourceState;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredEvent;
import io.crmviews.spi.store.StoredNode;
import io.crmviews.spi.store.StoredRecord;
import io.crmviews.spi.store.StoredReview;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything that a store tells when it is asked for it, as values that can be compared: two stores that were told the same
 * must hold the same.
 *
 * @param position the commit position
 * @param model the checksum of the model
 * @param customers the customers by number
 * @param records the records that were asked for, removed ones included
 * @param nodes the nodes of those records
 * @param postings the holders of each key of those nodes, ascending
 * @param crowded the keys with the most holders
 * @param muted the muted keys
 * @param carriers which record carries each id
 * @param events the events that were asked for, and those about their subjects
 * @param assertions all assertions
 * @param reviews all reviews in order
 * @param sources what each source said last
 * @param feed the whole change feed
 */
public record StoreContents(
        long position,
        String model,
        Map<Long, StoredCustomer> customers,
        Map<RecordKey, StoredRecord> records,
        Map<Long, Node> nodes,
        Map<Long, List<Long>> postings,
        List<CrowdedKey> crowded,
        List<Long> muted,
        Map<Long, RecordKey> carriers,
        Map<RecordKey, StoredEvent> events,
        List<MatchAssertion> assertions,
        List<StoredReview> reviews,
        Map<String, SourceState> sources,
        List<FeedEntry> feed) {

    private static final int ALL = Integer.MAX_VALUE;

    /**
     * A node without what the engine attached.
     *
     * @param id its id
     * @param check its check
     * @param records its records
     * @param keys its keys
     * @param edges its neighbours and weights
     * @param signature its signature
     */
    public record Node(
            long id,
            long check,
            List<RecordKey> records,
            List<Long> keys,
            Map<Long, Integer> edges,
            List<Long> signature) {

        static Node of(StoredNode node) {
            Map<Long, Integer> edges = new TreeMap<>();
            for (int i = 0; i < node.neighbours().length; i++) {
                edges.put(node.neighbours()[i], node.weights()[i]);
            }
            return new Node(node.id(), node.check(), node.records(), list(node.keys()), edges, list(node.signature()));
        }
    }

    /**
     * Reads a store.
     *
     * @param store the store
     * @param facts the keys of the records and events that it was told of
     * @return what it holds
     */
    public static StoreContents of(CustomerStore store, Collection<RecordKey> facts) {
        return store.read(reader -> read(reader, facts));
    }

    private static StoreContents read(StoreReader reader, Collection<RecordKey> facts) {
        Map<RecordKey, StoredRecord> records = new TreeMap<>(reader.records(facts));
        Map<Long, Node> nodes = nodes(reader, records.values());
        Map<RecordKey, StoredEvent> events = new TreeMap<>(reader.events(facts));
        long[] subjects = events.values().stream()
                .flatMap(event -> event.subjects().stream())
                .mapToLong(Long::longValue)
                .distinct()
                .toArray();
        reader.eventsAbout(subjects).forEach(event -> events.put(event.fact().key(), event));
        Set<Long> ids = new TreeSet<>();
        records.values().forEach(record -> ids.addAll(record.ids()));
        return new StoreContents(
                reader.position(),
                reader.model(),
                new TreeMap<>(reader.customers(reader.customerNumbers(0, ALL))),
                records,
                nodes,
                postings(reader, nodes.values()),
                reader.crowdedKeys(1, 20),
                list(reader.mutedKeys()),
                new TreeMap<>(reader.carriers(ids)),
                events,
                reader.assertions(null, ALL),
                reader.reviews(null, ALL),
                new TreeMap<>(reader.sources()),
                reader.feed(0, ALL));
    }

    private static Map<Long, Node> nodes(StoreReader reader, Collection<StoredRecord> records) {
        long[] ids = records.stream()
                .mapToLong(StoredRecord::node)
                .filter(id -> id != StoredRecord.NONE)
                .distinct()
                .toArray();
        return reader.nodes(ids).stream()
                .map(Node::of)
                .collect(Collectors.toMap(Node::id, node -> node, (a, b) -> a, TreeMap::new));
    }

    private static Map<Long, List<Long>> postings(StoreReader reader, Collection<Node> nodes) {
        long[] keys = nodes.stream()
                .flatMap(node -> node.keys().stream())
                .mapToLong(Long::longValue)
                .distinct()
                .toArray();
        List<Posting> postings = reader.postings(keys, ALL);
        Map<Long, List<Long>> holders = new TreeMap<>();
        for (int i = 0; i < keys.length; i++) {
            long[] sorted = postings.get(i).holders().clone();
            Arrays.sort(sorted);
            holders.put(keys[i], list(sorted));
        }
        return holders;
    }

    private static List<Long> list(long[] numbers) {
        List<Long> list = new ArrayList<>(numbers.length);
        for (long number : numbers) {
            list.add(number);
        }
        return list;
    }
}

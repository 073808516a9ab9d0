package io.crmviews.merge.ingest;

import io.crmviews.merge.internal.LongMap;
import io.crmviews.merge.key.KeyCaps;
import io.crmviews.merge.key.Keys;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.Posting;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredNode;
import io.crmviews.spi.store.StoredRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Looks at everything that a store derived from its records, and tells what does not agree with them: each record is in one
 * customer and ids resolve, nodes and their keys are those of the records' features, postings list just the nodes that hold
 * a key, edges are mutual, muted are the keys over their scoring cap. Reads the whole store in pages; memory for a small
 * entry a key. For one thread, once.
 */
public final class StoreCheck {

    private static final int PAGE = 500;

    private final StoreReader reader;
    private final KeyCaps caps;
    private final List<Finding> findings = new ArrayList<>();
    private final LongMap<Expected> keys = new LongMap<>();
    private final LongMap<StoredNode> seen = new LongMap<>();

    private StoreCheck(StoreReader reader, KeyCaps caps) {
        this.reader = reader;
        this.caps = caps;
    }

    /**
     * Something that does not agree.
     *
     * @param rule the rule that is broken, in a few words
     * @param where the record, node, key or customer, by its id
     */
    public record Finding(String rule, String where) {}

    /** The nodes that should hold a key: how many, and the sum of their ids. */
    private static final class Expected {
        final long key;
        int holders;
        long sum;

        Expected(long key) {
            this.key = key;
        }
    }

    /**
     * Checks one state.
     *
     * @param reader the state
     * @param caps the caps of the model by which it was decided
     * @return what is wrong; empty if nothing is
     */
    public static List<Finding> check(StoreReader reader, KeyCaps caps) {
        StoreCheck check = new StoreCheck(reader, caps);
        check.customers();
        check.postings();
        return List.copyOf(check.findings);
    }

    private void require(boolean holds, String rule, Object where) {
        if (!holds) {
            findings.add(new Finding(rule, where.toString()));
        }
    }

    private void customers() {
        long count = 0;
        List<Long> numbers = reader.customerNumbers(0, PAGE);
        while (!numbers.isEmpty()) {
            Collection<StoredCustomer> page = reader.customers(numbers).values();
            require(page.size() == numbers.size(), "a customer that is listed is held", numbers.get(0));
            page(page);
            count += page.size();
            numbers = reader.customerNumbers(numbers.get(numbers.size() - 1), PAGE);
        }
        require(count == reader.customerCount(), "the count is the number of customers", count);
    }

    private void page(Collection<StoredCustomer> page) {
        List<RecordKey> members =
                page.stream().flatMap(customer -> customer.records().stream()).toList();
        Map<RecordKey, StoredRecord> records = reader.records(members);
        require(records.size() == members.size(), "a customer's records are held, each in one customer", page.size());
        page.forEach(customer -> customer(customer, records));
        carriers(records.values());
        nodes(records.values());
    }

    private void customer(StoredCustomer customer, Map<RecordKey, StoredRecord> records) {
        long least = Long.MAX_VALUE;
        for (RecordKey key : customer.records()) {
            StoredRecord record = records.get(key);
            if (record == null) {
                continue;
            }
            require(record.customer() == customer.number(), "a record names its customer", key);
            for (long id : record.ids()) {
                least = Math.min(least, id);
            }
        }
        require(least == customer.number(), "a customer has the least id of its records", customer.number());
    }

    private void carriers(Collection<StoredRecord> records) {
        List<Long> ids =
                records.stream().flatMap(record -> record.ids().stream()).toList();
        Map<Long, RecordKey> carriers = reader.carriers(ids);
        for (StoredRecord record : records) {
            for (long id : record.ids()) {
                require(record.key().equals(carriers.get(id)), "an id leads to the record that carries it", id);
            }
        }
    }

    private void nodes(Collection<StoredRecord> records) {
        long[] ids = records.stream()
                .mapToLong(StoredRecord::node)
                .filter(id -> seen.get(id) == null)
                .distinct()
                .toArray();
        List<StoredNode> fresh = reader.nodes(ids);
        fresh.forEach(node -> seen.put(
                node.id(),
                new StoredNode(
                        node.id(),
                        node.check(),
                        node.records(),
                        node.keys(),
                        new long[0],
                        new int[0],
                        new long[0],
                        null)));
        for (StoredRecord record : records) {
            if (record.current() instanceof SourceRecord fact) {
                features(record, Normaliser.features(fact));
            } else {
                require(false, "a customer's record is not removed", record.key());
            }
        }
        fresh.forEach(this::expect);
        edges(fresh);
    }

    private void features(StoredRecord record, Features features) {
        require(record.node() == features.hash(), "a record is in the node of its features", record.key());
        StoredNode node = seen.get(record.node());
        require(
                node != null
                        && node.check() == features.hash2()
                        && node.records().contains(record.key())
                        && Arrays.equals(node.keys(), Keys.of(features)),
                "a node has the keys of its records' features",
                record.key());
    }

    private void expect(StoredNode node) {
        for (long key : node.keys()) {
            Expected expected = keys.computeIfAbsent(key, Expected::new);
            expected.holders++;
            expected.sum += node.id();
        }
    }

    private void edges(List<StoredNode> nodes) {
        LongMap<StoredNode> others = new LongMap<>();
        reader.nodes(nodes.stream()
                        .flatMapToLong(node -> Arrays.stream(node.neighbours()))
                        .distinct()
                        .toArray())
                .forEach(node -> others.put(node.id(), node));
        for (StoredNode node : nodes) {
            for (int i = 0; i < node.neighbours().length; i++) {
                StoredNode other = others.get(node.neighbours()[i]);
                require(
                        other != null && weight(other, node.id()) == node.weights()[i],
                        "an edge is known at both ends",
                        node.id());
            }
        }
    }

    private static int weight(StoredNode node, long neighbour) {
        int at = Arrays.binarySearch(node.neighbours(), neighbour);
        return at < 0 ? Integer.MIN_VALUE : node.weights()[at];
    }

    private void postings() {
        TreeSet<Long> muted = new TreeSet<>();
        List<Expected> all = keys.values();
        for (int from = 0; from < all.size(); from += PAGE) {
            List<Expected> page = all.subList(from, Math.min(all.size(), from + PAGE));
            List<Posting> postings =
                    reader.postings(page.stream().mapToLong(one -> one.key).toArray(), Integer.MAX_VALUE);
            for (int i = 0; i < page.size(); i++) {
                Expected expected = page.get(i);
                require(agrees(postings.get(i), expected), "a posting lists the nodes that hold the key", expected.key);
                if (expected.holders > caps.scoringOf(expected.key)) {
                    muted.add(expected.key);
                }
            }
        }
        TreeSet<Long> stored = new TreeSet<>();
        Arrays.stream(reader.mutedKeys()).forEach(stored::add);
        require(stored.equals(muted), "muted are the keys over their scoring cap", muted.size());
    }

    private static boolean agrees(Posting posting, Expected expected) {
        return posting.count() == expected.holders
                && posting.holders().length == expected.holders
                && Arrays.stream(posting.holders()).sum() == expected.sum;
    }
}

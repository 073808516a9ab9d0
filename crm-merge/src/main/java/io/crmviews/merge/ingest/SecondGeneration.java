package io.crmviews.merge.ingest;

import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.internal.LongList;
import io.crmviews.merge.internal.LongMap;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredNode;
import io.crmviews.spi.store.StoredRecord;
import io.crmviews.spi.store.StoredReview;
import io.crmviews.spi.store.WriteSet;
import io.crmviews.spi.store.WriteSet.KeyPairs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The writes that turn a store's state into what another model makes of its facts. Facts, events, sources and the ids of
 * records stay; nodes, postings, muted keys, reviews and customers become those of the second generation.
 */
final class SecondGeneration {

    private static final int PAGE = 2_000;

    private final StoreReader first;
    private final GoldenMerge golden;
    private final String model;
    private final Records records;

    /** {@code model}: the checksum of the other model. */
    SecondGeneration(StoreReader first, GoldenMerge golden, String model) {
        this.first = first;
        this.golden = golden;
        this.model = model;
        records = new Records(first);
    }

    /** {@code derive}: makes a store of facts by the other model. */
    WriteSet decide(Function<List<? extends Fact>, ? extends CustomerStore> derive) {
        customers(first).forEach(customer -> records.load(customer.records()));
        List<Fact> facts = new ArrayList<>();
        records.all().forEach(state -> state.live().ifPresent(facts::add));
        facts.addAll(assertions());
        try (CustomerStore derived = derive.apply(facts)) {
            return derived.read(this::writes);
        }
    }

    private List<MatchAssertion> assertions() {
        List<MatchAssertion> all = new ArrayList<>();
        List<MatchAssertion> page = first.assertions(null, PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = first.assertions(page.get(page.size() - 1).key(), PAGE);
        }
        return all;
    }

    private WriteSet writes(StoreReader second) {
        LongMap<StoredNode> old = nodes(first);
        LongMap<StoredNode> young = nodes(second);
        move(second);
        List<List<RecordKey>> clusters =
                customers(second).stream().map(StoredCustomer::records).toList();
        Membership membership = new Membership(records, golden, clusters);
        Set<StoredReview> open = reviews(first);
        Set<StoredReview> opening = reviews(second);
        return new WriteSet(
                first.position(),
                first.nextNumber(),
                records.toPut(),
                young.values(),
                old.values().stream()
                        .map(StoredNode::id)
                        .filter(id -> young.get(id) == null)
                        .toList(),
                more(old, young),
                more(young, old),
                more(first.mutedKeys(), second.mutedKeys()),
                more(second.mutedKeys(), first.mutedKeys()),
                membership.put(),
                membership.removed(),
                opening.stream().filter(review -> !open.contains(review)).toList(),
                open.stream().filter(review -> !opening.contains(review)).toList(),
                membership.carriers(),
                List.of(),
                List.of(),
                membership.changes(first.position() + 1),
                model);
    }

    /** Another version of the normaliser may have moved a record to another node. */
    private void move(StoreReader second) {
        List<RecordKey> live = records.all().stream().map(state -> state.key).toList();
        for (StoredRecord record : second.records(live).values()) {
            RecordState state = records.require(record.key());
            if (state.node != record.node()) {
                state.node = record.node();
                state.dirty = true;
            }
        }
    }

    private LongMap<StoredNode> nodes(StoreReader reader) {
        List<RecordKey> live = records.all().stream().map(state -> state.key).toList();
        long[] ids = reader.records(live).values().stream()
                .mapToLong(StoredRecord::node)
                .distinct()
                .toArray();
        LongMap<StoredNode> nodes = new LongMap<>();
        reader.nodes(ids).forEach(node -> nodes.put(node.id(), node));
        return nodes;
    }

    private static List<StoredCustomer> customers(StoreReader reader) {
        List<StoredCustomer> all = new ArrayList<>();
        List<Long> numbers = reader.customerNumbers(0, PAGE);
        while (!numbers.isEmpty()) {
            Collection<StoredCustomer> page = reader.customers(numbers).values();
            all.addAll(page);
            numbers = reader.customerNumbers(numbers.get(numbers.size() - 1), PAGE);
        }
        return all;
    }

    /** Told apart by their reasons as well. */
    private static Set<StoredReview> reviews(StoreReader reader) {
        Set<StoredReview> all = new LinkedHashSet<>();
        List<StoredReview> page = reader.reviews(null, PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = reader.reviews(page.get(page.size() - 1), PAGE);
        }
        return all;
    }

    /** The pairs of key and node that are in the second and not in the first. */
    private static KeyPairs more(LongMap<StoredNode> than, LongMap<StoredNode> of) {
        LongList keys = new LongList();
        LongList holders = new LongList();
        for (StoredNode node : of.values()) {
            StoredNode other = than.get(node.id());
            long[] known = other == null ? new long[0] : other.keys();
            for (long key : node.keys()) {
                if (Arrays.binarySearch(known, key) < 0) {
                    keys.add(key);
                    holders.add(node.id());
                }
            }
        }
        return new KeyPairs(keys.toArray(), holders.toArray());
    }

    private static List<Long> more(long[] than, long[] of) {
        Set<Long> known = new HashSet<>();
        Arrays.stream(than).forEach(known::add);
        return Arrays.stream(of).boxed().filter(key -> !known.contains(key)).toList();
    }
}

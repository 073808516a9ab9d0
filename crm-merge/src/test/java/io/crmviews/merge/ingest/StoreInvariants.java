package io.crmviews.merge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.key.KeyCaps;
import io.crmviews.merge.key.Keys;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.profile.GoldenProfile;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.spi.store.Posting;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredNode;
import io.crmviews.spi.store.StoredRecord;
import io.crmviews.spi.store.StoredReview;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What holds of a store after every step, whatever was done. */
final class StoreInvariants {

    private StoreInvariants() {}

    /**
     * No record in two customers, ids resolve, nodes and postings agree with the records, edges are mutual. Gives the
     * records that are in a customer.
     */
    static Set<RecordKey> check(CustomerStore store, KeyCaps caps) {
        store.read(reader -> {
            Set<Long> muted = new HashSet<>();
            for (StoredCustomer customer : customers(reader)) {
                for (StoredRecord record : reader.records(customer.records()).values()) {
                    long[] keys = Keys.of(Normaliser.features((SourceRecord) record.current()));
                    List<Posting> postings = reader.postings(keys, 0);
                    for (int i = 0; i < keys.length; i++) {
                        if (postings.get(i).count() > caps.scoringOf(keys[i])) {
                            muted.add(keys[i]);
                        }
                    }
                }
            }
            assertThat(Arrays.stream(reader.mutedKeys()).boxed())
                    .as("muted are the keys over their scoring cap")
                    .containsExactlyInAnyOrderElementsOf(muted);
            return muted;
        });
        return check(store);
    }

    static Set<RecordKey> check(CustomerStore store) {
        return store.read(reader -> {
            Set<RecordKey> seen = new HashSet<>();
            for (StoredCustomer customer : customers(reader)) {
                Map<RecordKey, StoredRecord> records = reader.records(customer.records());
                long least = Long.MAX_VALUE;
                for (RecordKey key : customer.records()) {
                    assertThat(seen.add(key)).as("one customer a record").isTrue();
                    StoredRecord record = known(records, key);
                    assertThat(record.customer()).isEqualTo(customer.number());
                    assertThat(reader.carriers(record.ids()).values())
                            .as("each id leads to its record")
                            .hasSize(record.ids().size())
                            .allMatch(key::equals);
                    least = Math.min(least, record.ids().get(0));
                    checkNode(reader, record);
                }
                assertThat(customer.number()).as("the oldest record's id").isEqualTo(least);
            }
            return seen;
        });
    }

    private static void checkNode(StoreReader reader, StoredRecord record) {
        Features features = Normaliser.features((SourceRecord) record.current());
        assertThat(record.node()).isEqualTo(features.hash());
        StoredNode node = reader.nodes(new long[] {record.node()}).get(0);
        assertThat(node.records()).contains(record.key());
        assertThat(node.keys()).isEqualTo(Keys.of(features));
        for (Posting posting : reader.postings(node.keys(), Integer.MAX_VALUE)) {
            assertThat(Arrays.stream(posting.holders()).filter(holder -> holder == node.id()))
                    .hasSize(1);
            assertThat(posting.count()).isEqualTo(posting.holders().length);
        }
        for (int i = 0; i < node.neighbours().length; i++) {
            StoredNode other = reader.nodes(new long[] {node.neighbours()[i]}).get(0);
            int back = Arrays.binarySearch(other.neighbours(), node.id());
            assertThat(back).isNotNegative();
            assertThat(other.weights()[back]).isEqualTo(node.weights()[i]);
        }
    }

    /** The open reviews. */
    static Set<StoredReview> reviews(CustomerStore store) {
        return new HashSet<>(store.read(reader -> reader.reviews(null, Integer.MAX_VALUE)));
    }

    static Map<List<RecordKey>, GoldenProfile> profiles(CustomerStore store, GoldenMerge golden) {
        return store.read(reader -> {
            Map<List<RecordKey>, GoldenProfile> profiles = new HashMap<>();
            for (StoredCustomer customer : customers(reader)) {
                Map<RecordKey, StoredRecord> records = reader.records(customer.records());
                List<SourceRecord> facts = customer.records().stream()
                        .map(key -> asSaid((SourceRecord) known(records, key).current()))
                        .toList();
                profiles.put(customer.records(), golden.profile(facts));
            }
            return profiles;
        });
    }

    private static List<StoredCustomer> customers(StoreReader reader) {
        List<Long> numbers = reader.customerNumbers(0, Integer.MAX_VALUE);
        assertThat((long) numbers.size()).isEqualTo(reader.customerCount());
        return List.copyOf(reader.customers(numbers).values());
    }

    /** The record without the time at which it was learnt, which depends on the order of arrival. */
    private static SourceRecord asSaid(SourceRecord record) {
        return record.withRevision(record.revision().recorded(Instant.MIN));
    }

    private static StoredRecord known(Map<RecordKey, StoredRecord> records, RecordKey key) {
        StoredRecord record = records.get(key);
        if (record == null) {
            throw new AssertionError("A customer names a record that the store does not hold: " + key);
        }
        return record;
    }
}

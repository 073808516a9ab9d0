package io.crmviews.merge.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmviews.merge.CustomerViews;
import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.golden.Survivorship;
import io.crmviews.merge.golden.ValueForms;
import io.crmviews.merge.key.KeyCaps;
import io.crmviews.merge.memory.MemoryStore;
import io.crmviews.merge.weigh.Frequencies;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.merge.weigh.Parameters;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.spi.store.StoredNode;
import io.crmviews.spi.store.StoredRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A switch of the model ends in the state of a clean store with the new model, and goes on from there. */
class SwitchModelTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(2_000_000), ZoneOffset.UTC);
    private static final GoldenMerge GOLDEN = GoldenMerge.of(Survivorship.standard(), ValueForms.plain());

    @Property(tries = 100)
    void endsInTheStateOfACleanStore(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 9) int oldCap,
            @ForAll @IntRange(min = 2, max = 9) int newCap) {
        Random random = new Random(seed);
        List<Fact> facts = CrowdedPopulations.facts(random);
        Model before = model(oldCap, 2_000, Set.of());
        Set<String> duplicateFree = random.nextBoolean() ? Set.of("source-0") : Set.of();
        Model after = model(newCap, 50, duplicateFree);
        int half = 1 + random.nextInt(facts.size());
        try (MemoryStore store = new MemoryStore();
                MemoryStore clean = new MemoryStore()) {
            new Ingest(store, before, Set.of(), GOLDEN, CLOCK).ingest(facts.subList(0, half));
            Map<RecordKey, List<Long>> ids = ids(store);
            Ingest next = new Ingest(store, after, duplicateFree, GOLDEN, CLOCK);
            next.switchModel();
            Ingest fresh = new Ingest(clean, after, duplicateFree, GOLDEN, CLOCK);
            fresh.ingest(facts.subList(0, half));
            assertThat(state(store)).isEqualTo(state(clean));
            assertThat(ids(store)).isEqualTo(ids);
            StoreInvariants.check(store, after.caps());

            next.ingest(facts.subList(half, facts.size()));
            PlainResolution.Outcome outcome = PlainResolution.resolve(facts, after, duplicateFree);
            assertThat(StoreInvariants.profiles(store, GOLDEN).keySet()).isEqualTo(outcome.customers());
            assertThat(StoreInvariants.reviews(store)).isEqualTo(outcome.reviews());
        }
    }

    @Property(tries = 50)
    void thereAndBackAgainChangesNothing(@ForAll long seed) {
        List<Fact> facts = CrowdedPopulations.facts(new Random(seed));
        Model one = model(5, 2_000, Set.of());
        try (MemoryStore store = new MemoryStore()) {
            Ingest ingest = new Ingest(store, one, Set.of(), GOLDEN, CLOCK);
            ingest.ingest(facts);
            Map<String, Object> before = state(store);
            new Ingest(store, model(3, 20, Set.of()), Set.of(), GOLDEN, CLOCK).switchModel();
            ingest.switchModel();
            assertThat(state(store)).isEqualTo(before);
            assertThat(ingest.switchModel().changes()).isEmpty();
        }
    }

    @Test
    void aStoreRefusesAWriterWithAnotherModel() {
        List<Fact> facts = CrowdedPopulations.facts(new Random(3));
        MemoryStore store = new MemoryStore();
        Model one = model(5, 2_000, Set.of());
        Model other = model(5, 2_001, Set.of());
        new Ingest(store, one, Set.of(), GOLDEN, CLOCK).ingest(facts);
        long position = store.read(reader -> reader.position());
        assertThatThrownBy(() -> new Ingest(store, other, Set.of(), GOLDEN, CLOCK).ingest(facts))
                .isInstanceOf(OtherModelException.class)
                .hasMessageContaining(one.checksum())
                .hasMessageContaining(other.checksum());
        assertThat((long) store.read(reader -> reader.position())).isEqualTo(position);
        new Ingest(store, model(5, 2_000, Set.of()), Set.of(), GOLDEN, CLOCK).ingest(facts);
    }

    @Test
    void viewsSwitchAndGoOn() {
        List<Fact> facts = CrowdedPopulations.facts(new Random(11));
        Model strict = Model.shipped().with(Parameters.shipped().with(Parameter.MATCH, 60));
        try (CustomerViews views = CustomerViews.builder().build();
                CustomerViews clean = CustomerViews.builder().model(strict).build()) {
            views.ingest(facts.subList(0, facts.size() / 2));
            SwitchReport report = views.switchModel(strict);
            assertThat(report.model()).isEqualTo(strict.checksum());
            assertThat(views.model()).isEqualTo(strict);
            views.ingest(facts);
            clean.ingest(facts);
            assertThat(customers(views)).isEqualTo(customers(clean));
        }
    }

    private static Model model(int cap, long customers, Set<String> duplicateFree) {
        KeyCaps caps = KeyCaps.uniform(cap).withScoring(cap + 2);
        return new Model(Parameters.shipped(), caps, new Frequencies(), customers).withDuplicateFree(duplicateFree);
    }

    private static List<List<RecordKey>> customers(CustomerViews views) {
        List<List<RecordKey>> all = new ArrayList<>();
        views.forEachCustomer((id, records) -> all.add(records));
        all.sort((x, y) -> x.get(0).compareTo(y.get(0)));
        return all;
    }

    private static Map<RecordKey, List<Long>> ids(CustomerStore store) {
        Map<RecordKey, List<Long>> ids = new TreeMap<>();
        records(store).forEach(record -> ids.put(record.key(), record.ids()));
        return ids;
    }

    private static List<StoredRecord> records(CustomerStore store) {
        return store.read(reader -> {
            List<StoredRecord> all = new ArrayList<>();
            reader.customers(reader.customerNumbers(0, 1_000))
                    .values()
                    .forEach(customer ->
                            all.addAll(reader.records(customer.records()).values()));
            return all;
        });
    }

    /** Everything that is derived, but for the numbers of customers. */
    private static Map<String, Object> state(CustomerStore store) {
        List<StoredRecord> records = records(store);
        return store.read(reader -> {
            Map<String, Object> state = new TreeMap<>();
            state.put("model", reader.model());
            state.put("muted", Arrays.toString(reader.mutedKeys()));
            state.put("reviews", reader.reviews(null, 10_000));
            state.put("crowded", reader.crowdedKeys(0, 10_000));
            state.put("customers", StoreInvariants.profiles(store, GOLDEN));
            for (StoredRecord record : records) {
                StoredNode node = reader.nodes(new long[] {record.node()}).get(0);
                state.put(
                        record.key().toString(),
                        List.of(
                                node.records(),
                                Arrays.toString(node.keys()),
                                Arrays.toString(node.neighbours()),
                                Arrays.toString(node.weights())));
            }
            return state;
        });
    }
}

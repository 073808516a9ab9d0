package io.crmviews.merge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.golden.Survivorship;
import io.crmviews.merge.golden.ValueForms;
import io.crmviews.merge.key.KeyCaps;
import io.crmviews.merge.memory.MemoryStore;
import io.crmviews.merge.weigh.Frequencies;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.Parameters;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.profile.GoldenProfile;
import io.crmviews.model.source.RecordKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the order and the batches in which facts arrive, the customers and their golden values are the same. */
class OrderFreeTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(2_000_000), ZoneOffset.UTC);
    private static final GoldenMerge GOLDEN = GoldenMerge.of(Survivorship.standard(), ValueForms.plain());

    @Property(tries = 1000)
    void anyOrderAndAnyBatchesEndInThePlainResolution(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 7) int batch,
            @ForAll @IntRange(min = 2, max = 9) int cap) {
        Random random = new Random(seed);
        List<Fact> facts = CrowdedPopulations.facts(random);
        Set<String> duplicateFree = random.nextInt(3) == 0 ? Set.of("source-0") : Set.of();
        KeyCaps caps = KeyCaps.uniform(cap).withScoring(cap + random.nextInt(4));
        Model model = new Model(Parameters.shipped(), caps, new Frequencies(), 2_000)
                .with(CrowdedPopulations.constraints(random));
        Map<RecordKey, SourceRecord> current = PlainResolution.current(facts);
        PlainResolution.Outcome outcome = PlainResolution.resolve(facts, model, duplicateFree);
        Set<List<RecordKey>> expected = outcome.customers();
        int whole = List.of(0, 1, 3, 64).get(random.nextInt(4));

        List<Fact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);
        if (random.nextBoolean()) {
            shuffled.sort(Comparator.comparingLong(fact -> fact.revision().sequence()));
        }
        try (MemoryStore store = new MemoryStore()) {
            Ingest ingest = new Ingest(store, model, duplicateFree, GOLDEN, CLOCK, whole);
            for (int from = 0; from < shuffled.size(); from += batch) {
                int to = Math.min(shuffled.size(), from + batch);
                ingest.ingest(shuffled.subList(from, to));
                assertThat(StoreInvariants.check(store, caps))
                        .as("each current record is in a customer, and no other")
                        .isEqualTo(
                                PlainResolution.current(shuffled.subList(0, to)).keySet());
            }
            Map<List<RecordKey>, GoldenProfile> found = StoreInvariants.profiles(store, GOLDEN);
            assertThat(found.keySet()).isEqualTo(expected);
            assertThat(StoreInvariants.reviews(store)).isEqualTo(outcome.reviews());
            Map<List<RecordKey>, GoldenProfile> clean = new HashMap<>();
            expected.forEach(keys -> clean.put(
                    keys, GOLDEN.profile(keys.stream().map(current::get).toList())));
            assertThat(found.equals(clean))
                    .as("golden values are those of the current facts")
                    .isTrue();
        }
    }

    @Property(tries = 100)
    void redeliveryChangesNothing(@ForAll long seed) {
        Random random = new Random(seed);
        List<Fact> facts = CrowdedPopulations.facts(random);
        Model model = Model.shipped();
        try (MemoryStore store = new MemoryStore()) {
            Ingest ingest = new Ingest(store, model, Set.of(), GOLDEN, CLOCK);
            ingest.ingest(facts);
            long position = position(store);
            IngestReport again = ingest.ingest(facts);
            assertThat(again.accepted() + again.older()).isZero();
            assertThat(again.changes()).isEmpty();
            assertThat(position(store)).isEqualTo(position);
        }
    }

    private static long position(MemoryStore store) {
        return store.read(reader -> reader.position());
    }
}

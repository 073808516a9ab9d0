package io.crmviews.merge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.golden.Survivorship;
import io.crmviews.merge.golden.ValueForms;
import io.crmviews.merge.key.KeyCaps;
import io.crmviews.merge.memory.MemoryStore;
import io.crmviews.merge.rights.ErasureKey;
import io.crmviews.merge.rights.ErasureRules;
import io.crmviews.merge.weigh.Frequencies;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.Parameters;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.profile.GoldenProfile;
import io.crmviews.model.source.RecordKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/**
 * After any program in which records are erased now and then, and delivered again by sources that know nothing of it, the
 * customers, their golden values and the reviews are those of a clean resolution of what was never erased.
 */
class ErasedProgramsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(2_000_000), ZoneOffset.UTC);
    private static final GoldenMerge GOLDEN = GoldenMerge.of(Survivorship.standard(), ValueForms.plain());
    private static final Set<String> DUPLICATE_FREE = Set.of("source-0");
    private static final ErasureRules RULES = new ErasureRules(ErasureKey.of(new byte[32]), List.of());

    @Provide
    Arbitrary<Program> programs() {
        return Program.any();
    }

    @Property(tries = 500)
    void erasingIsAsIfItHadNeverBeen(
            @ForAll("programs") Program program,
            @ForAll @IntRange(min = 2, max = 7) int cap,
            @ForAll @IntRange(max = 3) int whole,
            @ForAll long seed) {
        Random random = new Random(seed);
        KeyCaps caps = KeyCaps.uniform(cap).withScoring(cap + 2);
        Model model = new Model(Parameters.shipped(), caps, new Frequencies(), 2_000)
                .with(CrowdedPopulations.constraints(random));
        List<Fact> facts = new ArrayList<>();
        Set<RecordKey> erased = new HashSet<>();
        int barred = 0;
        try (MemoryStore store = new MemoryStore()) {
            Ingest ingest = new Ingest(store, model, DUPLICATE_FREE, GOLDEN, CLOCK, whole * whole * whole, RULES.key());
            for (List<Fact> batch : program.batches()) {
                barred += ingest.ingest(batch).rejects().size();
                batch.stream().filter(fact -> !speaksOf(fact, erased)).forEach(facts::add);
                if (random.nextInt(4) == 0) {
                    RecordKey one = batch.get(random.nextInt(batch.size())).key();
                    ingest.erase(reader -> Erasable.of(List.of(one)), RULES);
                    erased.addAll(forget(facts, one));
                }
                assertThat(StoreInvariants.check(store, caps))
                        .isEqualTo(PlainResolution.current(facts).keySet());
            }
            assertEqualsPlain(store, facts, model);
        }
        boolean cameBack = barred > 0;
        Statistics.label("delivered again")
                .collect(cameBack)
                .coverage(coverage -> coverage.check(true).percentage(share -> share >= 20));
    }

    private static boolean speaksOf(Fact fact, Set<RecordKey> erased) {
        return erased.contains(fact.key())
                || (fact instanceof MatchAssertion said && (erased.contains(said.a()) || erased.contains(said.b())));
    }

    private static Set<RecordKey> forget(List<Fact> facts, RecordKey erased) {
        Set<RecordKey> gone = new HashSet<>(Set.of(erased));
        PlainResolution.assertions(facts).stream()
                .filter(said -> speaksOf(said, Set.of(erased)))
                .forEach(said -> gone.add(said.key()));
        facts.removeIf(fact -> gone.contains(fact.key()) || speaksOf(fact, gone));
        return gone;
    }

    private static void assertEqualsPlain(MemoryStore store, List<Fact> facts, Model model) {
        PlainResolution.Outcome expected = PlainResolution.resolve(facts, model, DUPLICATE_FREE);
        Map<List<RecordKey>, GoldenProfile> found = StoreInvariants.profiles(store, GOLDEN);
        assertThat(found.keySet()).isEqualTo(expected.customers());
        assertThat(StoreInvariants.reviews(store)).isEqualTo(expected.reviews());
        Map<RecordKey, SourceRecord> current = PlainResolution.current(facts);
        Map<List<RecordKey>, GoldenProfile> clean = new HashMap<>();
        expected.customers()
                .forEach(keys -> clean.put(
                        keys, GOLDEN.profile(keys.stream().map(current::get).toList())));
        assertThat(found.equals(clean))
                .as("golden values are those of the facts that were never erased")
                .isTrue();
    }
}

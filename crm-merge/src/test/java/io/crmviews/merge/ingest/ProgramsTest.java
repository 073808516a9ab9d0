package io.crmviews.merge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.golden.Survivorship;
import io.crmviews.merge.golden.ValueForms;
import io.crmviews.merge.key.KeyCaps;
import io.crmviews.merge.key.Keys;
import io.crmviews.merge.memory.MemoryStore;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.weigh.Frequencies;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.Parameters;
import io.crmviews.model.change.Change;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.profile.GoldenProfile;
import io.crmviews.model.review.ReviewReason;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoredReview;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
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
 * The headline property: after any program of puts, removals, assertions and redeliveries, in any batches, the customers,
 * their golden values and the reviews are those of a clean resolution of the facts that hold, by a reference that is
 * written down plainly. That the programs are rich enough is asserted too.
 */
class ProgramsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(2_000_000), ZoneOffset.UTC);
    private static final GoldenMerge GOLDEN = GoldenMerge.of(Survivorship.standard(), ValueForms.plain());
    private static final Set<String> DUPLICATE_FREE = Set.of("source-0");
    private static final double LEAST_SHARE = 5;

    /** What must happen in at least {@value #LEAST_SHARE} % of the programs. */
    private enum Event {
        CAP_CROSSED_UP,
        CAP_CROSSED_DOWN,
        KIND_REFUSED,
        DIFFERENT_REFUSED,
        DUPLICATE_REFUSED,
        EXCLUSIVE_IDENTIFIER_REFUSED,
        TOO_MANY_VALUES_REFUSED,
        COMPETITORS_REFUSED,
        WEAK_BRIDGE_REFUSED,
        DUPLICATES_IN_ONE_NODE,
        CONTRADICTORY_ASSERTIONS,
        SPLIT_IN_THREE,
        OLD_VERSION_SENT_AGAIN
    }

    @Provide
    Arbitrary<Program> programs() {
        return Program.any();
    }

    @Property(tries = 2_000)
    void anyProgramEndsInThePlainResolution(
            @ForAll("programs") Program program,
            @ForAll @IntRange(min = 2, max = 7) int cap,
            @ForAll @IntRange(max = 3) int whole,
            @ForAll @IntRange(max = 30) int declared) {
        KeyCaps caps = KeyCaps.uniform(cap).withScoring(cap + 2);
        Model model = new Model(Parameters.shipped(), caps, new Frequencies(), 2_000)
                .with(CrowdedPopulations.constraints(new Random(declared)));
        Set<Event> events = EnumSet.noneOf(Event.class);
        List<Fact> facts = new ArrayList<>();
        try (MemoryStore store = new MemoryStore()) {
            Ingest ingest = new Ingest(store, model, DUPLICATE_FREE, GOLDEN, CLOCK, whole * whole * whole);
            for (List<Fact> batch : program.batches()) {
                Set<Long> generic = generic(facts, cap);
                facts.addAll(batch);
                IngestReport report = ingest.ingest(batch);
                Map<RecordKey, SourceRecord> current = PlainResolution.current(facts);
                assertThat(StoreInvariants.check(store, caps)).isEqualTo(current.keySet());
                note(report, generic, generic(facts, cap), events);
                note(current.values(), store.read(reader -> reader.reviews(null, Integer.MAX_VALUE)), events);
                note(PlainResolution.assertions(facts), events);
            }
            assertEqualsPlain(store, facts, model);
        }
        for (Event event : Event.values()) {
            Statistics.label(event.name())
                    .collect(events.contains(event))
                    .coverage(coverage -> coverage.check(true).percentage(share -> share >= LEAST_SHARE));
        }
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
                .as("golden values are those of the current facts")
                .isTrue();
    }

    /** The keys that more nodes hold than the cap allows. */
    private static Set<Long> generic(List<Fact> facts, int cap) {
        Map<Long, Integer> holders = new HashMap<>();
        Set<Features> nodes = new HashSet<>();
        PlainResolution.current(facts).values().forEach(record -> nodes.add(Normaliser.features(record)));
        for (Features features : nodes) {
            for (long key : Keys.of(features)) {
                holders.merge(key, 1, Integer::sum);
            }
        }
        holders.values().removeIf(count -> count <= cap);
        return holders.keySet();
    }

    private static void note(IngestReport report, Set<Long> before, Set<Long> after, Set<Event> events) {
        if (!before.containsAll(after)) {
            events.add(Event.CAP_CROSSED_UP);
        }
        if (!after.containsAll(before)) {
            events.add(Event.CAP_CROSSED_DOWN);
        }
        if (report.older() + report.redelivered() > 0) {
            events.add(Event.OLD_VERSION_SENT_AGAIN);
        }
        for (Change change : report.changes()) {
            if (change instanceof Change.Split split && split.into().size() > 1) {
                events.add(Event.SPLIT_IN_THREE);
            }
        }
    }

    private static void note(Collection<SourceRecord> records, List<StoredReview> reviews, Set<Event> events) {
        Set<Features> single = new HashSet<>();
        for (SourceRecord record : records) {
            if (DUPLICATE_FREE.contains(record.key().source()) && !single.add(Normaliser.features(record))) {
                events.add(Event.DUPLICATES_IN_ONE_NODE);
            }
        }
        for (StoredReview review : reviews) {
            event(review.reason(), events);
        }
    }

    private static void event(ReviewReason reason, Set<Event> events) {
        switch (reason) {
            case KIND -> events.add(Event.KIND_REFUSED);
            case ASSERTED_DIFFERENT -> events.add(Event.DIFFERENT_REFUSED);
            case DUPLICATE_FREE_SOURCE -> events.add(Event.DUPLICATE_REFUSED);
            case COMPETING_EDGES -> events.add(Event.COMPETITORS_REFUSED);
            case WEAK_BRIDGE -> events.add(Event.WEAK_BRIDGE_REFUSED);
            case EXCLUSIVE_IDENTIFIER -> events.add(Event.EXCLUSIVE_IDENTIFIER_REFUSED);
            case TOO_MANY_VALUES -> events.add(Event.TOO_MANY_VALUES_REFUSED);
            case POSSIBLE -> {}
        }
    }

    private static void note(List<MatchAssertion> assertions, Set<Event> events) {
        for (MatchAssertion one : assertions) {
            for (MatchAssertion other : assertions) {
                boolean samePair = Set.of(one.a(), one.b()).equals(Set.of(other.a(), other.b()));
                if (samePair && one.verdict() == Verdict.SAME && other.verdict() == Verdict.DIFFERENT) {
                    events.add(Event.CONTRADICTORY_ASSERTIONS);
                }
            }
        }
    }
}

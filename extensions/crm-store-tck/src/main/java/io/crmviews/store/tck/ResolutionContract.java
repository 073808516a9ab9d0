package io.crmviews.store.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.golden.Survivorship;
import io.crmviews.merge.golden.ValueForms;
import io.crmviews.merge.ingest.Ingest;
import io.crmviews.merge.ingest.StoreCheck;
import io.crmviews.merge.key.KeyCaps;
import io.crmviews.merge.memory.MemoryStore;
import io.crmviews.merge.weigh.Frequencies;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.Parameters;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.spi.store.StoreReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What resolution asks of a store: whatever program of puts, removals, assertions and redeliveries it is told, in whatever
 * batches, it holds just what a store in memory holds, before and after it was closed and opened. That the store in memory
 * is right is proved in the engine's own tests.
 */
public abstract class ResolutionContract {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(3_000_000), ZoneOffset.UTC);
    private static final GoldenMerge GOLDEN = GoldenMerge.of(Survivorship.standard(), ValueForms.plain());

    /** For subclasses. */
    protected ResolutionContract() {}

    /**
     * Makes an empty store.
     *
     * @return the store; the test closes it
     */
    protected abstract CustomerStore create();

    /**
     * Closes a store and opens it again.
     *
     * @param store the store
     * @return a store that holds the same; as given here, the same one, for a store that ends with its process
     */
    protected CustomerStore reopen(CustomerStore store) {
        return store;
    }

    /**
     * How many random programs are run.
     *
     * @return the number; 60 as given here
     */
    protected int programs() {
        return 60;
    }

    /** Random programs over crowded populations, with small caps and many constraints. */
    @Test
    void holdsWhatAStoreInMemoryHolds() {
        for (int seed = 0; seed < programs(); seed++) {
            Random random = new Random(seed);
            List<Fact> facts = CrowdedPopulations.facts(random);
            if (random.nextBoolean()) {
                Collections.shuffle(facts, random);
            }
            facts.addAll(facts.subList(0, facts.size() / 4));
            int cap = 2 + random.nextInt(7);
            KeyCaps caps = KeyCaps.uniform(cap).withScoring(cap + random.nextInt(4));
            Model model = new Model(Parameters.shipped(), caps, new Frequencies(), 2_000)
                    .with(CrowdedPopulations.constraints(random));
            runs(facts, model, 1 + random.nextInt(8), seed);
        }
    }

    private void runs(List<Fact> facts, Model model, int batch, int seed) {
        Set<String> duplicateFree = seed % 3 == 0 ? Set.of("source-0") : Set.of();
        Set<RecordKey> keys = new HashSet<>();
        facts.forEach(fact -> keys.add(fact.key()));
        CustomerStore tested = create();
        try (MemoryStore memory = new MemoryStore()) {
            Ingest expected = new Ingest(memory, model, duplicateFree, GOLDEN, CLOCK);
            Ingest found = new Ingest(tested, model, duplicateFree, GOLDEN, CLOCK);
            List<List<Fact>> batches = batches(facts, batch);
            for (int i = 0; i < batches.size(); i++) {
                assertThat(found.ingest(batches.get(i)).changes())
                        .as("program %s tells what changed", seed)
                        .isEqualTo(expected.ingest(batches.get(i)).changes());
                if (i == batches.size() / 2) {
                    tested = reopen(tested);
                    found = new Ingest(tested, model, duplicateFree, GOLDEN, CLOCK);
                }
            }
            List<StoreCheck.Finding> findings = tested.read(reader -> StoreCheck.check(reader, model.caps()));
            assertThat(findings).as("program %s keeps the invariants", seed).isEmpty();
            assertThat(StoreContents.of(tested, keys)).as("program %s", seed).isEqualTo(StoreContents.of(memory, keys));
            for (long position = 0; position <= batches.size(); position += 3) {
                sameThen(tested, memory, position, keys, seed);
            }
        } finally {
            tested.close();
        }
    }

    private static void sameThen(
            CustomerStore tested, CustomerStore memory, long position, Set<RecordKey> keys, int seed) {
        long newest = memory.read(StoreReader::position);
        if (position <= newest) {
            assertThat(EarlierState.of(tested, position, keys))
                    .as("program %s after commit %s", seed, position)
                    .isEqualTo(EarlierState.of(memory, position, keys));
        }
    }

    private static List<List<Fact>> batches(List<Fact> facts, int size) {
        List<List<Fact>> batches = new ArrayList<>();
        for (int from = 0; from < facts.size(); from += size) {
            batches.add(facts.subList(from, Math.min(facts.size(), from + size)));
        }
        return batches;
    }
}

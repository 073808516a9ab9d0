package io.crmviews.merge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.golden.Survivorship;
import io.crmviews.merge.golden.ValueForms;
import io.crmviews.merge.ingest.Program.Operation;
import io.crmviews.merge.ingest.Program.What;
import io.crmviews.merge.key.KeyCaps;
import io.crmviews.merge.memory.MemoryStore;
import io.crmviews.merge.weigh.Frequencies;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.Parameters;
import io.crmviews.model.fact.Fact;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Programs that once ended in another state than the plain resolution, kept so that they never do again. */
class FoundProgramsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(2_000_000), ZoneOffset.UTC);
    private static final GoldenMerge GOLDEN = GoldenMerge.of(Survivorship.standard(), ValueForms.plain());
    private static final Set<String> DUPLICATE_FREE = Set.of("source-0");

    /** A customer next door had been made by an assertion, which the cut of a region did not know. */
    @Test
    void assertionsNextDoorCount() {
        String program = """
                19 PUT 0 0 0 .
                1 PUT 1 0 2 .
                1 PUT 0 0 0 .
                1 PUT 3 0 41 .
                1 SAY 3 10 56 .
                1 PUT 0 0 0 .
                1 PUT 5 0 1 .
                1 PUT 0 0 0 .
                1 SAY 2 0 0 .
                1 SAY 0 17 301 .
                1 PUT 6 17 183
                1 PUT 16 1 399
                1 PUT 4 15 44 .
                1 PUT 0 14 105 .
                1 PUT 12 4 22
                1 REMOVE 10 9 72 .
                1 PUT 4 14 85 .
                1 REMOVE 14 13 219 .
                1 PUT 2 6 116 .
                1 REMOVE 10 12 34
                1 PUT 8 8 21
                1 RESEND 17 2 399
                """;
        assertEndsInThePlainResolution(program, 2, 7);
    }

    /** Each line: how often, what, its numbers, and a dot if the batch ends there. */
    private static void assertEndsInThePlainResolution(String text, int cap, int declared) {
        List<Operation> operations = new ArrayList<>();
        for (String line : text.lines().toList()) {
            List<String> words = List.of(line.split(" "));
            Operation operation = new Operation(
                    What.valueOf(words.get(1)),
                    Integer.parseInt(words.get(2)),
                    Integer.parseInt(words.get(3)),
                    Integer.parseInt(words.get(4)),
                    words.size() > 5);
            operations.addAll(Collections.nCopies(Integer.parseInt(words.get(0)), operation));
        }
        KeyCaps caps = KeyCaps.uniform(cap).withScoring(cap + 2);
        Model model = new Model(Parameters.shipped(), caps, new Frequencies(), 2_000)
                .with(CrowdedPopulations.constraints(new Random(declared)));
        List<Fact> facts = new ArrayList<>();
        try (MemoryStore store = new MemoryStore()) {
            Ingest ingest = new Ingest(store, model, DUPLICATE_FREE, GOLDEN, CLOCK, 0);
            for (List<Fact> batch : new Program(operations).batches()) {
                facts.addAll(batch);
                ingest.ingest(batch);
            }
            PlainResolution.Outcome expected = PlainResolution.resolve(facts, model, DUPLICATE_FREE);
            assertThat(StoreInvariants.profiles(store, GOLDEN).keySet()).isEqualTo(expected.customers());
            assertThat(StoreInvariants.reviews(store)).isEqualTo(expected.reviews());
        }
    }
}

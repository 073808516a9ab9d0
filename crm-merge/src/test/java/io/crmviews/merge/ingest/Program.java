package io.crmviews.merge.ingest;

import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.RecordRemoval;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * What an embedder may do to a store, operation by operation. An operation is a few small numbers, so that a failing
 * program shrinks to small ones.
 */
record Program(List<Operation> operations) {

    /** How many operations a program has at the least. */
    static final int LEAST = 40;

    private static final int RECORDS = 6;

    /** What one operation does. */
    enum What {
        PUT,
        REMOVE,
        SAY,
        RESEND
    }

    /**
     * One operation.
     *
     * @param what what it does
     * @param a a record or an earlier operation
     * @param b another record
     * @param look which of the looks of a record, or which verdict
     * @param commits whether the batch ends with it
     */
    record Operation(What what, int a, int b, int look, boolean commits) {}

    static Arbitrary<Program> any() {
        Arbitrary<What> what = Arbitraries.frequency(
                Tuple.of(12, What.PUT), Tuple.of(3, What.REMOVE), Tuple.of(5, What.SAY), Tuple.of(2, What.RESEND));
        Arbitrary<Integer> record = Arbitraries.integers().between(0, 3 * RECORDS - 1);
        return Combinators.combine(
                        what, record, record, Arbitraries.integers().between(0, 400), Arbitraries.of(true, false))
                .as(Operation::new)
                .list()
                .ofMinSize(LEAST)
                .ofMaxSize(LEAST + 15)
                .map(Program::new);
    }

    /** The facts of each operation in turn, in batches. */
    List<List<Fact>> batches() {
        List<List<Fact>> batches = new ArrayList<>();
        List<Fact> all = new ArrayList<>();
        List<Fact> batch = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            Fact fact = fact(operation, i, all);
            if (fact != null) {
                all.add(fact);
                batch.add(fact);
            }
            if (operation.commits() && !batch.isEmpty()) {
                batches.add(batch);
                batch = new ArrayList<>();
            }
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    private static @Nullable Fact fact(Operation operation, int at, List<Fact> before) {
        Random look = new Random(operation.look());
        Revision revision = new Revision(at + 1L, Instant.ofEpochSecond(1_000 + look.nextInt(20)), Instant.MIN);
        RecordKey a = record(operation.a());
        return switch (operation.what()) {
            case PUT -> CrowdedPopulations.record(a, revision, look);
            case REMOVE -> new RecordRemoval(a, revision);
            case RESEND -> before.isEmpty() ? null : before.get(operation.look() % before.size());
            case SAY -> {
                Verdict verdict = Verdict.values()[operation.look() % Verdict.values().length];
                RecordKey key = new RecordKey("desk", "a" + operation.look() / 50);
                RecordKey one = record(operation.a() % RECORDS);
                RecordKey other = record(operation.b() % RECORDS);
                yield one.equals(other) ? null : new MatchAssertion(key, revision, one, other, verdict, "clerk", "", 0);
            }
        };
    }

    private static RecordKey record(int number) {
        return new RecordKey("source-" + number % 3, "k" + number / 3);
    }
}

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
import io.crmviews.model.source.Revision;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.spi.store.StoredCustomer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Eight threads put, remove, assert and read at once. What they did is then done again one by one in the order of the
 * commit positions: each read must have seen the state at its position and nothing else, which is to say that the
 * history is linearizable (Herlihy and Wing 1990); and the end is that of a clean resolution.
 */
class RacesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(2_000_000), ZoneOffset.UTC);
    private static final GoldenMerge GOLDEN = GoldenMerge.of(Survivorship.standard(), ValueForms.plain());
    private static final Set<String> DUPLICATE_FREE = Set.of("source-0");
    private static final Model MODEL =
            new Model(Parameters.shipped(), KeyCaps.uniform(4).withScoring(6), new Frequencies(), 2_000);
    private static final int WRITERS = 5;
    private static final int READERS = 3;
    private static final int PROGRAMS = 10;

    /** What a writer did: the position after it, and the facts. */
    private record Written(long position, List<Fact> facts) {}

    /** What a reader saw: a position, and who was one customer there, by number. */
    private record Seen(long position, Map<Long, StoredCustomer> customers) {}

    @RepeatedTest(5)
    void whatThreadsDoAtOnceIsWhatTheyDoInTurn() throws Exception {
        List<List<Fact>> work = work(new Random(17));
        Queue<List<Fact>> todo = new ConcurrentLinkedQueue<>(work);
        Queue<Written> written = new ConcurrentLinkedQueue<>();
        Queue<Seen> seen = new ConcurrentLinkedQueue<>();
        try (MemoryStore store = new MemoryStore()) {
            // Two engines over one store: one loses when the other commits first, and decides again.
            List<Ingest> engines = List.of(ingest(store), ingest(store));
            AtomicBoolean done = new AtomicBoolean();
            CyclicBarrier start = new CyclicBarrier(WRITERS + READERS);
            ExecutorService threads = Executors.newFixedThreadPool(WRITERS + READERS);
            List<Future<?>> writers = new ArrayList<>();
            List<Future<?>> readers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                Ingest engine = engines.get(i % 2);
                writers.add(threads.submit(() -> {
                    start.await();
                    for (List<Fact> batch = todo.poll(); batch != null; batch = todo.poll()) {
                        written.add(new Written(engine.ingest(batch).position(), batch));
                    }
                    return null;
                }));
            }
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(() -> {
                    start.await();
                    while (!done.get()) {
                        seen.add(see(store));
                        Thread.onSpinWait();
                    }
                    return null;
                }));
            }
            for (Future<?> writer : writers) {
                writer.get(2, TimeUnit.MINUTES);
            }
            done.set(true);
            for (Future<?> reader : readers) {
                reader.get(1, TimeUnit.MINUTES);
            }
            threads.shutdown();

            List<Fact> all = work.stream().flatMap(List::stream).toList();
            assertThat(StoreInvariants.check(store, MODEL.caps()))
                    .isEqualTo(PlainResolution.current(all).keySet());
            assertThat(StoreInvariants.profiles(store, GOLDEN).keySet())
                    .isEqualTo(
                            PlainResolution.resolve(all, MODEL, DUPLICATE_FREE).customers());
        }
        assertLinearizable(written, seen);
    }

    private static void assertLinearizable(Queue<Written> written, Queue<Seen> seen) {
        Map<Long, Map<Long, StoredCustomer>> states = new TreeMap<>();
        try (MemoryStore replayed = new MemoryStore()) {
            Ingest engine = ingest(replayed);
            states.put(0L, see(replayed).customers());
            written.stream()
                    .sorted((x, y) -> Long.compare(x.position(), y.position()))
                    .forEach(one -> {
                        long position = engine.ingest(one.facts()).position();
                        states.put(position, see(replayed).customers());
                    });
        }
        assertThat(seen).isNotEmpty();
        for (Seen one : seen) {
            assertThat(one.customers())
                    .as("the state at position %s", one.position())
                    .isEqualTo(states.get(one.position()));
        }
    }

    private static Ingest ingest(CustomerStore store) {
        return new Ingest(store, MODEL, DUPLICATE_FREE, GOLDEN, CLOCK, 3);
    }

    private static Seen see(CustomerStore store) {
        return store.read(reader -> new Seen(
                reader.position(), Map.copyOf(reader.customers(reader.customerNumbers(0, Integer.MAX_VALUE)))));
    }

    /** Small batches of versions, removals and assertions; the versions of a record are ordered by their sequence. */
    private static List<List<Fact>> work(Random random) {
        List<List<Fact>> work = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < PROGRAMS; i++) {
            long base = 1_000L * i;
            for (Fact fact : CrowdedPopulations.facts(random)) {
                facts.add(fact.withRevision(new Revision(
                        base + fact.revision().sequence(), fact.revision().occurredAt(), Instant.MIN)));
            }
        }
        while (!facts.isEmpty()) {
            List<Fact> batch = facts.subList(0, Math.min(facts.size(), 1 + random.nextInt(4)));
            work.add(List.copyOf(batch));
            batch.clear();
        }
        return work;
    }
}

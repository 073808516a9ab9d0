package io.crmviews.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmviews.merge.mapping.Mapping;
import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ConnectorException.Kind;
import io.crmviews.spi.channel.Reject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people do with running sources, and what the runtime does for them. Limits end a hanging test. */
@Timeout(60)
class OperationTest {

    private static final Config NO_CONFIG = Config.builder().build();
    private static final Duration LONG = Duration.ofSeconds(30);

    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private final List<Duration> slept = Collections.synchronizedList(new ArrayList<>());
    private final MemoryLedger ledger = new MemoryLedger();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

    private ChannelRuntime.Builder runtime() {
        return ChannelRuntime.builder(delivery -> {
                    delivery.records().forEach(it -> taken.add(it.key()));
                    return List.of();
                })
                .ledger(ledger)
                .clock(now::get)
                .sleeper(slept::add)
                .random(new Random(7));
    }

    private static SourceDefinition once(ScriptedConnector connector) {
        return SourceDefinition.once("a", connector, NO_CONFIG);
    }

    private static SourceStatus run(ChannelRuntime.Builder builder) throws InterruptedException {
        try (ChannelRuntime runtime = builder.build().start()) {
            return runtime.await().get(0);
        }
    }

    private static void awaitState(ChannelRuntime runtime, SourceState state) throws InterruptedException {
        while (runtime.status("a").state() != state) {
            Thread.sleep(2);
        }
    }

    @Test
    void aPausedSourceIsClosedAndGoesOnWhereItWas() throws Exception {
        ScriptedConnector endless = new ScriptedConnector((call, position) -> ScriptedConnector.one(position));
        try (ChannelRuntime runtime = runtime().source(once(endless)).build().start()) {
            endless.reading.await();
            runtime.pause("a");
            awaitState(runtime, SourceState.PAUSED);
            assertThat(endless.closed).hasValue(1);
            int before = taken.size();

            runtime.resume("a");
            awaitState(runtime, SourceState.RUNNING);
            while (taken.size() < before + 5) {
                Thread.sleep(2);
            }
            assertThat(runtime.stop(LONG)).isTrue();
        }
        assertThat(taken).doesNotHaveDuplicates();
        assertThat(taken.get(taken.size() - 1)).isEqualTo("k" + (taken.size() - 1));
    }

    @Test
    void aDrainedSourceTakesWhatIsThereAndFinishes() throws Exception {
        ScriptedConnector following = new ScriptedConnector(
                (call, position) -> position < 7 ? ScriptedConnector.one(position) : ScriptedConnector.end(position));
        ChannelRuntime runtime = runtime()
                .source(SourceDefinition.following("a", following, NO_CONFIG, Duration.ofSeconds(5)))
                .build();
        runtime.drain("a");
        runtime.start();
        assertThat(runtime.await().get(0).state()).isEqualTo(SourceState.FINISHED);
        assertThat(taken).hasSize(7);
    }

    @Test
    void aFailedSourceIsRestartedAloneFromItsCheckpoint() throws Exception {
        AtomicInteger wrong = new AtomicInteger(1);
        ScriptedConnector connector = new ScriptedConnector((call, position) -> {
            if (position == 3 && wrong.get() == 1) {
                throw new ConnectorException(Kind.AUTH, "The password is refused.");
            }
            return position < 5 ? ScriptedConnector.one(position) : ScriptedConnector.end(position);
        });
        ChannelRuntime runtime = runtime().source(once(connector)).build().start();
        assertThat(runtime.await().get(0).state()).isEqualTo(SourceState.FAILED);
        assertThat(runtime.status("a").isHealthy()).isFalse();

        wrong.set(0);
        assertThat(runtime.restart("a", LONG)).isTrue();
        assertThat(runtime.await().get(0).state()).isEqualTo(SourceState.FINISHED);
        assertThat(taken).containsExactly("k0", "k1", "k2", "k3", "k4");
        assertThatThrownBy(() -> runtime.pause("nobody")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSourceThatFailsOnAndOnIsLeftAlone() throws Exception {
        List<SourceState> states = Collections.synchronizedList(new ArrayList<>());
        ScriptedConnector down = new ScriptedConnector((call, position) -> {
            if (call < 4) {
                throw new ConnectorException(Kind.TRANSIENT, "Down.");
            }
            return ScriptedConnector.end(position);
        });
        run(runtime()
                .circuit(new Circuit(3, Duration.ofMinutes(15)))
                .listener(status -> states.add(status.state()))
                .source(once(down)));
        assertThat(slept).hasSize(4);
        assertThat(slept.subList(2, 4)).containsOnly(Duration.ofMinutes(15));
        assertThat(states).containsSubsequence(SourceState.WAITING, SourceState.RESTING, SourceState.FINISHED);
    }

    @Test
    void aPoisonedSourceStopsBeforeItsBatchIsStored() throws Exception {
        ScriptedConnector renamed = new ScriptedConnector((call, position) -> {
            Batch.Builder batch = Batch.builder(Checkpoint.of(Integer.toString(position + 1)));
            for (int i = 0; i < 10; i++) {
                batch.add(Reject.of("s", "line " + i, "There is no key.", new byte[] {1}));
            }
            return batch.build();
        });
        SourceStatus status = run(runtime().poison(new PoisonLimit(25, 0.5)).source(once(renamed)));
        assertThat(status.state()).isEqualTo(SourceState.FAILED);
        assertThat(status.message())
                .isEqualTo("POISON: 30 of the last 30 records were rejected; the batch is not stored.");
        assertThat(ledger.checkpoint("a").text()).isEqualTo("2");
        assertThat(ledger.rejects("a")).hasSize(20);
    }

    @Test
    void aLimitedSourceRestsAfterEachBatch() throws Exception {
        ScriptedConnector connector = new ScriptedConnector(
                (call, position) -> position < 3 ? ScriptedConnector.one(position) : ScriptedConnector.end(position));
        run(runtime().source(once(connector).atMost(4)));
        assertThat(slept).hasSize(3).containsOnly(Duration.ofMillis(250));
    }

    @Test
    void recordsAndCheckpointAreOneUnitOfWork() throws Exception {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        ScriptedConnector connector = new ScriptedConnector(
                (call, position) -> position < 1 ? ScriptedConnector.one(position) : ScriptedConnector.end(position));
        Ledger noting = new ForwardingLedger(ledger) {
            @Override
            public void commit(Progress progress) {
                order.add("checkpoint " + progress.checkpoint().text());
                super.commit(progress);
            }
        };
        run(runtime()
                .ledger(noting)
                .unitOfWork(work -> {
                    order.add("begin");
                    work.run();
                    order.add("commit, acknowledged " + connector.acknowledged.get());
                })
                .source(once(connector)));
        assertThat(order)
                .containsExactly(
                        "begin",
                        "checkpoint 1",
                        "commit, acknowledged 0",
                        "begin",
                        "checkpoint 1",
                        "commit, acknowledged 1");
    }

    @Test
    void deadLettersAreReplayedOnceTheMappingIsMended() throws Exception {
        ChannelRecord odd = ChannelRecord.builder("orders", "o1")
                .occurredAt(Instant.ofEpochSecond(5))
                .sequence(9)
                .field("sum", new BigDecimal("1.50"))
                .field("day", LocalDate.EPOCH)
                .field("list", List.of(Map.of("at", Instant.EPOCH, "ok", true), 7L, "1970-01-01"))
                .build();
        ScriptedConnector connector = new ScriptedConnector((call, position) -> Batch.builder(Checkpoint.of("1"))
                .add(odd)
                .add(Reject.of("orders", "line 2", "It is not JSON.", new byte[] {1}))
                .endOfData(true)
                .build());
        Mapping none = Mapping.parse("{\"crmMapping\": 1, \"name\": \"a\", \"version\": \"1\", \"streams\": {}}");
        MappingSink broken = new MappingSink(Map.of("a", none), (facts, heard) -> List.of());
        run(ChannelRuntime.builder(broken).ledger(ledger).source(once(connector)));
        assertThat(ledger.deadLetters("a", 0, 9)).extracting(DeadLetter::mapped).containsExactly(false, true);

        List<ChannelRecord> replayed = new ArrayList<>();
        DeadLetterReplay replay = new DeadLetterReplay(ledger, delivery -> {
            replayed.addAll(delivery.records());
            return List.of();
        });
        assertThat(replay.replay("a")).isEqualTo(new DeadLetterReplay.Outcome(1, 1));
        assertThat(replayed).containsExactly(odd);
        assertThat(ledger.deadLetters("a", 0, 9)).hasSize(1);
    }

    @Test
    void deadLettersExpire() throws Exception {
        ScriptedConnector connector = new ScriptedConnector((call, position) -> Batch.builder(Checkpoint.of("1"))
                .add(Reject.of("s", "line " + call, "It is bad.", new byte[] {1}))
                .endOfData(true)
                .build());
        ChannelRuntime.Builder builder =
                runtime().deadLettersKept(Duration.ofDays(30)).source(once(connector));
        run(builder);
        now.set(Instant.EPOCH.plus(Duration.ofDays(31)));
        run(builder);
        assertThat(ledger.rejects("a")).singleElement().hasToString("Reject[s, line 1, It is bad.]");
    }

    @Test
    void healthSaysHowFarASourceLags() {
        SourceStatus status = new SourceStatus(
                "a", SourceState.IDLE, 1, 0, 0, Instant.ofEpochSecond(10), Instant.ofEpochSecond(11), "");
        assertThat(status.lag(Instant.ofEpochSecond(70))).contains(Duration.ofSeconds(60));
        assertThat(status.lag(Instant.EPOCH)).contains(Duration.ZERO);
        assertThat(SourceStatus.initial("a").lag(Instant.EPOCH)).isEmpty();
        assertThat(status.isHealthy()).isTrue();
    }

    @Test
    void holdsOneBatchAtATimeHoweverFastTheSourceIs() throws Exception {
        AtomicInteger outstanding = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch enough = new CountDownLatch(2000);
        ScriptedConnector endless = new ScriptedConnector((call, position) -> {
            most.accumulateAndGet(outstanding.incrementAndGet(), Math::max);
            return ScriptedConnector.one(position);
        });
        try (ChannelRuntime runtime = ChannelRuntime.builder(delivery -> {
                    outstanding.decrementAndGet();
                    enough.countDown();
                    return List.of();
                })
                .source(once(endless))
                .build()
                .start()) {
            enough.await();
            runtime.stop(LONG);
        }
        assertThat(most).hasValue(1);
    }
}

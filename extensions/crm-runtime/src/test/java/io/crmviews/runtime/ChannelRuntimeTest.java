package io.crmviews.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ConnectorException.Kind;
import io.crmviews.spi.channel.Reject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Limits are there to end a hanging test, not to measure. */
@Timeout(60)
class ChannelRuntimeTest {

    private static final Config NO_CONFIG = Config.builder().build();

    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private final List<Duration> slept = Collections.synchronizedList(new ArrayList<>());
    private final MemoryLedger ledger = new MemoryLedger();

    private ChannelRuntime.Builder runtime() {
        return runtime(delivery -> {
            delivery.records().forEach(it -> taken.add(delivery.source() + "/" + it.key()));
            return List.of();
        });
    }

    private ChannelRuntime.Builder runtime(RecordSink sink) {
        return ChannelRuntime.builder(sink)
                .ledger(ledger)
                .clock(() -> Instant.EPOCH)
                .sleeper(slept::add)
                .random(new Random(7));
    }

    private static SourceDefinition once(String id, ScriptedConnector.Script script) {
        return SourceDefinition.once(id, new ScriptedConnector(script), NO_CONFIG);
    }

    private static Batch tenThenEnd(int position) {
        return position < 10 ? ScriptedConnector.one(position) : ScriptedConnector.end(position);
    }

    private static SourceStatus run(ChannelRuntime.Builder builder) throws InterruptedException {
        try (ChannelRuntime runtime = builder.build().start()) {
            return runtime.await().get(0);
        }
    }

    @Test
    void readsTakesInCommitsAndAcknowledges() throws Exception {
        Reject reject = Reject.of("s", "line 3", "It is bad.", new byte[] {1});
        ScriptedConnector connector = new ScriptedConnector((call, position) -> position < 2
                ? ScriptedConnector.one(position)
                : Batch.builder(Checkpoint.of("3"))
                        .add(reject)
                        .heardUpTo(Instant.ofEpochSecond(9))
                        .endOfData(true)
                        .build());
        SourceStatus status = run(runtime().source(SourceDefinition.once("a", connector, NO_CONFIG)));

        assertThat(status)
                .isEqualTo(new SourceStatus(
                        "a", SourceState.FINISHED, 2, 1, 0, Instant.ofEpochSecond(9), Instant.EPOCH, ""));
        assertThat(taken).containsExactly("a/k0", "a/k1");
        assertThat(ledger.checkpoint("a").text()).isEqualTo("3");
        assertThat(ledger.rejects("a")).containsExactly(reject);
        assertThat(ledger.heardUpTo("a")).isEqualTo(Instant.ofEpochSecond(9));
        assertThat(connector.acknowledged).hasValue(3);
        assertThat(connector.closed).hasValue(1);
    }

    @Test
    void acknowledgesOnlyWhatIsCommitted() throws Exception {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        ScriptedConnector connector = new ScriptedConnector((call, position) -> tenThenEnd(position));
        Ledger noting = new Ledger() {
            @Override
            public Checkpoint checkpoint(String source) {
                return ledger.checkpoint(source);
            }

            @Override
            public void commit(String source, Checkpoint checkpoint, Instant heardUpTo, List<Reject> rejects) {
                order.add("commit " + connector.acknowledged.get());
                if (checkpoint.text().equals("3")) {
                    throw new IllegalStateException("The disk is full.");
                }
                ledger.commit(source, checkpoint, heardUpTo, rejects);
            }

            @Override
            public List<Reject> rejects(String source) {
                return List.of();
            }

            @Override
            public Instant heardUpTo(String source) {
                return Instant.MIN;
            }
        };
        SourceStatus status = run(runtime().ledger(noting).source(SourceDefinition.once("a", connector, NO_CONFIG)));

        assertThat(order).containsExactly("commit 0", "commit 1", "commit 2");
        assertThat(connector.acknowledged).hasValue(2);
        assertThat(status.state()).isEqualTo(SourceState.FAILED);
    }

    @Test
    void countsWhatTheSinkRefuses() throws Exception {
        Reject refused = Reject.of("s", "", "There is no name.", new byte[0]);
        SourceStatus status = run(runtime(delivery -> delivery.records().isEmpty() ? List.of() : List.of(refused))
                .source(once("a", (call, position) -> tenThenEnd(position))));

        assertThat(status.records()).isZero();
        assertThat(status.rejects()).isEqualTo(10);
        assertThat(ledger.rejects("a")).hasSize(10).containsOnly(refused);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"TRANSIENT", "RATE_LIMITED"})
    void triesAgainFromTheLastCheckpoint(Kind kind) throws Exception {
        ScriptedConnector connector = new ScriptedConnector((call, position) -> {
            if (call % 3 == 1) {
                throw new ConnectorException(kind, "The line is cut.");
            }
            return tenThenEnd(position);
        });
        SourceStatus status = run(runtime().source(SourceDefinition.once("a", connector, NO_CONFIG)));

        assertThat(status.state()).isEqualTo(SourceState.FINISHED);
        assertThat(status.failures()).isEqualTo(5);
        assertThat(status.message()).isEqualTo(kind + ": The line is cut.");
        assertThat(taken).hasSize(10).doesNotHaveDuplicates();
        assertThat(slept).hasSize(5).allMatch(it -> it.compareTo(Duration.ofSeconds(1)) <= 0);
        assertThat(connector.closed).hasValue(connector.opened.get());
    }

    @Test
    void waitsAtLeastAsLongAsAsked() throws Exception {
        run(runtime().source(once("a", (call, position) -> {
            if (call == 0) {
                throw new ConnectorException(Kind.RATE_LIMITED, "Too many.", Duration.ofMinutes(9));
            }
            return ScriptedConnector.end(position);
        })));

        assertThat(slept).hasSize(1).allMatch(it -> it.compareTo(Duration.ofMinutes(9)) >= 0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"AUTH", "CONFIG", "DATA", "BUG"})
    void doesNotTryAgainWhatCannotPass(Kind kind) throws Exception {
        ScriptedConnector connector = new ScriptedConnector((call, position) -> {
            throw new ConnectorException(kind, "No.");
        });
        SourceStatus status = run(runtime().source(SourceDefinition.once("a", connector, NO_CONFIG)));

        assertThat(status.state()).isEqualTo(SourceState.FAILED);
        assertThat(status.message()).isEqualTo(kind + ": No.");
        assertThat(connector.opened).hasValue(1);
        assertThat(connector.closed).hasValue(1);
        assertThat(slept).isEmpty();
    }

    @Test
    void givesUpAfterAsManyFailuresInARowAsSet() throws Exception {
        SourceStatus status = run(runtime()
                .backoff(new Backoff(Duration.ofMillis(10), Duration.ofMillis(40), 4))
                .source(once("a", (call, position) -> {
                    throw new ConnectorException(Kind.TRANSIENT, "Down.");
                })));

        assertThat(status.state()).isEqualTo(SourceState.FAILED);
        assertThat(status.failures()).isEqualTo(4);
        assertThat(slept).hasSize(3).allMatch(it -> it.compareTo(Duration.ofMillis(40)) <= 0);
    }

    @Test
    void aPoisonedSourceHarmsNoOther() throws Exception {
        try (ChannelRuntime runtime = runtime()
                .source(once("poisoned", (call, position) -> {
                    throw new IllegalStateException("Marked value");
                }))
                .source(once("overflowing", (call, position) -> {
                    throw new StackOverflowError();
                }))
                .source(once("sound", (call, position) -> tenThenEnd(position)))
                .build()
                .start()) {
            List<SourceStatus> statuses = runtime.await();

            assertThat(statuses.stream().map(SourceStatus::state))
                    .containsExactly(SourceState.FAILED, SourceState.FAILED, SourceState.FINISHED);
            assertThat(statuses.get(0).message())
                    .startsWith("BUG: java.lang.IllegalStateException at ")
                    .doesNotContain("Marked");
            assertThat(taken).hasSize(10);
        }
    }

    @Test
    void aFailingSinkStopsItsSourceAndNothingIsLostAtTheNextStart() throws Exception {
        AtomicBoolean full = new AtomicBoolean(true);
        RecordSink sink = delivery -> {
            if (delivery.records().stream().anyMatch(it -> it.key().equals("k5")) && full.get()) {
                throw new IllegalStateException("The disk is full.");
            }
            delivery.records().forEach(it -> taken.add(it.key()));
            return List.of();
        };
        ScriptedConnector connector = new ScriptedConnector((call, position) -> tenThenEnd(position));
        assertThat(run(runtime(sink).source(SourceDefinition.once("a", connector, NO_CONFIG)))
                        .state())
                .isEqualTo(SourceState.FAILED);
        assertThat(connector.acknowledged).hasValue(5);

        full.set(false);
        assertThat(run(runtime(sink).source(SourceDefinition.once("a", connector, NO_CONFIG)))
                        .state())
                .isEqualTo(SourceState.FINISHED);
        assertThat(taken).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void stopsASourceThatWaitsInRead() throws Exception {
        ScriptedConnector slow = new ScriptedConnector((call, position) -> {
            new CountDownLatch(1).await();
            return ScriptedConnector.end(position);
        });
        ChannelRuntime runtime = runtime()
                .source(SourceDefinition.once("a", slow, NO_CONFIG))
                .build()
                .start();
        slow.reading.await();

        assertThat(runtime.stop(Duration.ofSeconds(30))).isTrue();
        assertThat(runtime.statuses().get(0).state()).isEqualTo(SourceState.STOPPED);
        assertThat(slow.closed).hasValue(1);
    }

    @Test
    void stopsAnEndlessSourceBetweenBatchesWithNothingLost() throws Exception {
        CountDownLatch some = new CountDownLatch(50);
        AtomicBoolean interrupted = new AtomicBoolean();
        ScriptedConnector endless = new ScriptedConnector((call, position) -> ScriptedConnector.one(position));
        ChannelRuntime runtime = runtime(delivery -> {
                    delivery.records().forEach(it -> taken.add(it.key()));
                    some.countDown();
                    interrupted.compareAndSet(false, Thread.currentThread().isInterrupted());
                    return List.of();
                })
                .source(SourceDefinition.once("a", endless, NO_CONFIG))
                .build()
                .start();
        some.await();

        assertThat(runtime.stop(Duration.ofSeconds(30))).isTrue();
        assertThat(interrupted).isFalse();
        assertThat(ledger.checkpoint("a").text()).isEqualTo(Integer.toString(taken.size()));
        assertThat(runtime.statuses().get(0).records()).isEqualTo(taken.size());
    }

    @Test
    void stopsASourceThatWaitsToBeTriedAgain() throws Exception {
        CountDownLatch sleeping = new CountDownLatch(1);
        ChannelRuntime runtime = runtime()
                .sleeper(duration -> {
                    sleeping.countDown();
                    new CountDownLatch(1).await();
                })
                .source(once("a", (call, position) -> {
                    throw new ConnectorException(Kind.TRANSIENT, "Down.");
                }))
                .build()
                .start();
        sleeping.await();

        assertThat(runtime.statuses().get(0).state()).isEqualTo(SourceState.WAITING);
        assertThat(runtime.stop(Duration.ofSeconds(30))).isTrue();
        assertThat(runtime.statuses().get(0).state()).isEqualTo(SourceState.STOPPED);
    }

    @Test
    void saysWhenASourceDoesNotStopInTime() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        ScriptedConnector deaf = new ScriptedConnector((call, position) -> {
            while (release.getCount() > 0) {
                Thread.onSpinWait();
            }
            return ScriptedConnector.end(position);
        });
        ChannelRuntime runtime = runtime()
                .source(SourceDefinition.once("a", deaf, NO_CONFIG))
                .build()
                .start();
        deaf.reading.await();

        assertThat(runtime.stop(Duration.ofMillis(50))).isFalse();
        release.countDown();
        runtime.await();
        assertThat(deaf.closed).hasValue(1);
    }

    @Test
    void followsASourceBeyondItsEndOfData() throws Exception {
        CountDownLatch rested = new CountDownLatch(3);
        ScriptedConnector connector = new ScriptedConnector(
                (call, position) -> call % 2 == 0 ? ScriptedConnector.one(position) : ScriptedConnector.end(position));
        ChannelRuntime runtime = runtime()
                .sleeper(duration -> rested.countDown())
                .source(SourceDefinition.following("a", connector, NO_CONFIG, Duration.ofSeconds(5)))
                .build()
                .start();
        rested.await();
        runtime.close();

        assertThat(taken.size()).isGreaterThanOrEqualTo(3);
        assertThat(connector.opened).hasValue(1);
    }

    @Test
    void aSourceThatWasNeverStartedStops() throws Exception {
        ScriptedConnector connector = new ScriptedConnector((call, position) -> ScriptedConnector.end(position));
        ChannelRuntime runtime = runtime()
                .source(SourceDefinition.once("a", connector, NO_CONFIG))
                .build();

        assertThat(runtime.stop(Duration.ofSeconds(30))).isTrue();
        runtime.start();
        assertThat(runtime.await().get(0).state()).isEqualTo(SourceState.STOPPED);
        assertThat(connector.opened).hasValue(0);
    }

    @Test
    void refusesAConnectorOfAHigherLevelAndAnUnknownField() throws Exception {
        ScriptedConnector high = new ScriptedConnector((call, position) -> ScriptedConnector.end(position)).level(2);
        assertThat(run(runtime().source(SourceDefinition.once("a", high, NO_CONFIG)))
                        .message())
                .isEqualTo("CONFIG: The connector scripted needs level 2 of the connector contract; this library"
                        + " offers 1.");
        ScriptedConnector plain = new ScriptedConnector((call, position) -> ScriptedConnector.end(position));
        Config unknown = Config.builder().set("colour", "red").build();
        assertThat(run(runtime().source(SourceDefinition.once("b", plain, unknown)))
                        .message())
                .startsWith("CONFIG: colour: There is no such field");
        assertThat(plain.opened).hasValue(0);
    }

    @Test
    void tellsTheListenerAndOutlivesItsFailures() throws Exception {
        List<SourceStatus> heard = Collections.synchronizedList(new ArrayList<>());
        SourceStatus status = run(runtime()
                .listener(it -> {
                    heard.add(it);
                    throw new IllegalStateException("The screen is gone.");
                })
                .source(once("a", (call, position) -> tenThenEnd(position))));

        assertThat(status.state()).isEqualTo(SourceState.FINISHED);
        assertThat(heard.get(0).state()).isEqualTo(SourceState.RUNNING);
        assertThat(heard.stream().mapToLong(SourceStatus::records)).isSorted().contains(1L, 5L, 10L);
    }

    @Test
    void refusesTwoSourcesOfOneId() {
        ChannelRuntime.Builder builder = runtime()
                .source(once("a", (call, position) -> ScriptedConnector.end(position)))
                .source(once("a", (call, position) -> ScriptedConnector.end(position)));

        assertThatThrownBy(builder::build).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMemoryLedgerKeepsABoundedNumberOfRejects() {
        MemoryLedger small = new MemoryLedger(2);
        for (int i = 0; i < 5; i++) {
            byte[] raw = Integer.toString(i).getBytes(StandardCharsets.UTF_8);
            small.commit("a", Checkpoint.START, Instant.MIN, List.of(Reject.of("s", "line " + i, "Bad.", raw)));
        }

        assertThat(small.rejects("a").stream().map(Reject::position)).containsExactly("line 3", "line 4");
    }

    @Test
    void waitsAreJitteredFullyAndCapped() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), 0);
        int n = 0;
        for (int longest : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            n++;
            assertThat(backoff.delay(n, new Fixed(0))).isZero();
            assertThat(backoff.delay(n, new Fixed(0.5))).isEqualTo(Duration.ofMillis(500L * longest));
        }
        assertThat(backoff.delay(Integer.MAX_VALUE, new Fixed(0.5))).isEqualTo(Duration.ofSeconds(30));
        assertThat(new Backoff(Duration.ofDays(400), Duration.ofDays(400), 0).delay(99, new Fixed(0.5)))
                .isEqualTo(Duration.ofDays(200));
    }

    @Test
    void deliveriesShowNoValue() {
        Batch batch = Batch.builder(Checkpoint.START)
                .add(ChannelRecord.builder("s", "k").field("name", "Marked").build())
                .build();

        assertThat(new Delivery("a", batch).toString()).doesNotContain("Marked");
    }

    /** Chance that is none. */
    private record Fixed(double value) implements java.util.random.RandomGenerator {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public double nextDouble() {
            return value;
        }
    }
}

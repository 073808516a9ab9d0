package io.crmviews.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.CustomerViews;
import io.crmviews.merge.ReaderViews;
import io.crmviews.merge.mapping.Mapping;
import io.crmviews.merge.view.Policies;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.ChannelConnector;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ConnectorException.Kind;
import io.crmviews.spi.channel.ConnectorInfo;
import io.crmviews.spi.channel.Context;
import io.crmviews.spi.channel.Problem;
import io.crmviews.spi.channel.ReadLimit;
import io.crmviews.spi.channel.Reject;
import io.crmviews.spi.channel.Secret;
import io.crmviews.spi.policy.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What went wrong in other connector platforms, and does not here. The number in a test's name is the failure's in the
 * project's list of them (32 to 39); 35, 36 and 38 have further tests with the connectors that they concern.
 */
@Timeout(60)
class PeerFailuresTest {

    private static final Config NO_CONFIG = Config.builder().build();

    private final MemoryLedger ledger = new MemoryLedger();
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    private ChannelRuntime.Builder runtime(RecordSink sink) {
        return ChannelRuntime.builder(sink)
                .ledger(ledger)
                .clock(() -> Instant.EPOCH)
                .sleeper(duration -> {})
                .random(new Random(7));
    }

    private static SourceStatus run(ChannelRuntime.Builder builder) throws InterruptedException {
        try (ChannelRuntime runtime = builder.build().start()) {
            return runtime.await().get(0);
        }
    }

    /** A connector whose source notes who closes it. */
    private final class NotingConnector implements ChannelConnector {

        private final boolean opens;

        NotingConnector(boolean opens) {
            this.opens = opens;
        }

        @Override
        public ConnectorInfo info() {
            return ConnectorInfo.builder("noting", "1").build();
        }

        @Override
        public List<Problem> check(Config config, Context context) {
            return List.of();
        }

        @Override
        public ChannelSource openSource(Config config, Checkpoint from, Context context) throws ConnectorException {
            heard.add("open " + Thread.currentThread().getName());
            if (!opens) {
                throw new ConnectorException(Kind.CONFIG, "There is no such server.");
            }
            return new ChannelSource() {
                @Override
                public Batch read(ReadLimit limit) throws InterruptedException {
                    heard.add("read " + Thread.currentThread().getName());
                    Thread.sleep(Duration.ofMinutes(5).toMillis());
                    return Batch.builder(Checkpoint.START).build();
                }

                @Override
                public void close() {
                    heard.add("close " + Thread.currentThread().getName());
                }
            };
        }
    }

    @Test
    void line32ASourceIsStoppedByItsOwnThreadAndOnceAndNeverIfItDidNotOpen() throws Exception {
        ChannelRuntime runtime = runtime(delivery -> List.of())
                .source(SourceDefinition.once("a", new NotingConnector(true), NO_CONFIG))
                .build()
                .start();
        while (heard.size() < 2) {
            Thread.sleep(2);
        }
        assertThat(runtime.stop(Duration.ofSeconds(30))).isTrue();
        assertThat(heard).containsExactly("open crm-source-a", "read crm-source-a", "close crm-source-a");

        heard.clear();
        run(runtime(delivery -> List.of()).source(SourceDefinition.once("b", new NotingConnector(false), NO_CONFIG)));
        assertThat(heard).containsExactly("open crm-source-b");

        heard.clear();
        runtime(delivery -> List.of())
                .source(SourceDefinition.once("c", new NotingConnector(true), NO_CONFIG))
                .build()
                .close();
        assertThat(heard).isEmpty();
    }

    @Test
    void line33ACheckpointMovesAndIsConfirmedWithoutData() throws Exception {
        ScriptedConnector quiet =
                new ScriptedConnector((call, position) -> Batch.builder(Checkpoint.of(Integer.toString(position + 1)))
                        .endOfData(position == 4)
                        .build());
        run(runtime(delivery -> List.of()).source(SourceDefinition.once("a", quiet, NO_CONFIG)));
        assertThat(ledger.checkpoint("a").text()).isEqualTo("5");
        assertThat(quiet.acknowledged).hasValue(5);
    }

    @Test
    void line34NoCheckpointIsStoredBeforeItsData() throws Exception {
        ScriptedConnector connector = new ScriptedConnector(
                (call, position) -> position < 2 ? ScriptedConnector.one(position) : ScriptedConnector.end(position));
        Ledger noting = new ForwardingLedger(ledger) {
            @Override
            public void commit(Progress progress) {
                heard.add("checkpoint " + progress.checkpoint().text());
                super.commit(progress);
            }
        };
        run(runtime(delivery -> {
                    delivery.records().forEach(it -> heard.add(it.key()));
                    return List.of();
                })
                .ledger(noting)
                .source(SourceDefinition.once("a", connector, NO_CONFIG)));
        assertThat(heard).containsExactly("k0", "checkpoint 1", "k1", "checkpoint 2", "checkpoint 2");
    }

    @Test
    void line35TriesThatRanOutDropNothing() throws Exception {
        AtomicBoolean down = new AtomicBoolean(true);
        ScriptedConnector connector = new ScriptedConnector((call, position) -> {
            if (position == 2 && down.get()) {
                throw new ConnectorException(Kind.TRANSIENT, "Down.");
            }
            return position < 5 ? ScriptedConnector.one(position) : ScriptedConnector.end(position);
        });
        ChannelRuntime runtime = runtime(delivery -> {
                    delivery.records().forEach(it -> heard.add(it.key()));
                    return List.of();
                })
                .backoff(new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), 3))
                .source(SourceDefinition.once("a", connector, NO_CONFIG))
                .build()
                .start();
        assertThat(runtime.await().get(0).state()).isEqualTo(SourceState.FAILED);
        assertThat(ledger.rejects("a")).isEmpty();
        down.set(false);
        runtime.restart("a", Duration.ofSeconds(30));
        runtime.await();
        assertThat(heard).containsExactly("k0", "k1", "k2", "k3", "k4");
    }

    @Test
    void line36AHangIsToldFromARateLimitAndAFailureFromAnEnd() throws Exception {
        ScriptedConnector limited = new ScriptedConnector((call, position) -> {
            throw new ConnectorException(Kind.RATE_LIMITED, "Too many calls.", Duration.ofMinutes(1));
        });
        SourceStatus status = run(runtime(delivery -> List.of())
                .backoff(new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), 2))
                .source(SourceDefinition.once("a", limited, NO_CONFIG)));
        assertThat(status.state()).isEqualTo(SourceState.FAILED);
        assertThat(status.message()).isEqualTo("RATE_LIMITED: Too many calls.");
    }

    @Test
    void line37NoSecretAndNoPersonalValueIsLoggedShownOrThrown() throws Exception {
        String secret = "Marked-Secret-4711";
        String value = "Marked-Person-4711";
        ScriptedConnector connector = new ScriptedConnector((call, position) -> {
            if (call == 0) {
                return Batch.builder(Checkpoint.of("1"))
                        .add(ChannelRecord.builder("s", "k")
                                .field("name", value)
                                .build())
                        .add(Reject.of("s", "line 2", "It is bad.", value.getBytes(StandardCharsets.UTF_8)))
                        .build();
            }
            if (call == 1) {
                throw new ConnectorException(Kind.TRANSIENT, "The line is cut.");
            }
            throw new IllegalStateException(value + " " + secret);
        });
        Config config = Config.builder().secret("password", Secret.of(secret)).build();
        List<SourceStatus> told = Collections.synchronizedList(new ArrayList<>());
        SourceDefinition source = SourceDefinition.once("marked", new Lenient(connector), config);
        run(runtime(delivery -> List.of(Reject.of("s", "k", "Refused.", value.getBytes(StandardCharsets.UTF_8))))
                .listener(told::add)
                .source(source));

        String shown = told + " " + source + " " + config + " " + ledger.rejects("marked") + " "
                + ledger.deadLetters("marked", 0, 9);
        String logged = Files.readString(Path.of("target/test.log"));
        assertThat(logged).contains("Source marked failed and is WAITING: TRANSIENT: The line is cut.");
        assertThat(logged).contains("BUG: java.lang.IllegalStateException");
        assertThat(logged + shown).doesNotContain(secret).doesNotContain(value);
        assertThat(shown).contains("secret [password]");
    }

    /** Declares the password of the test above. */
    private record Lenient(ScriptedConnector connector) implements ChannelConnector {
        @Override
        public ConnectorInfo info() {
            return ConnectorInfo.builder("lenient", "1")
                    .fields(io.crmviews.spi.channel.ConfigField.builder(
                                    "password", io.crmviews.spi.channel.ConfigField.Type.SECRET)
                            .build())
                    .build();
        }

        @Override
        public List<Problem> check(Config config, Context context) {
            return List.of();
        }

        @Override
        public ChannelSource openSource(Config config, Checkpoint from, Context context) {
            return connector.openSource(config, from, context);
        }
    }

    private static final Mapping MAPPING = Mapping.parse("""
            {"crmMapping": 1, "name": "branch", "version": "1", "streams": {
              "customers": {"source": {"const": "a"}, "emails": [{"value": "mail"}], "leftovers": "keep"}}}
            """);

    private static ChannelRecord customer(int number) {
        return ChannelRecord.builder("customers", "k" + number)
                .field("mail", "k" + number + "@mail.example")
                .field("undeclared", "kept")
                .build();
    }

    @Test
    void line38DeletesReachTheEngine() throws Exception {
        CustomerViews views =
                CustomerViews.builder().policy(Policies.allowAll()).build();
        ReaderViews reader = views.as(Reader.of("agent", "service", "user-7"));
        ScriptedConnector connector = new ScriptedConnector((call, position) -> {
            Batch.Builder batch = Batch.builder(Checkpoint.of(Integer.toString(position + 1)));
            return position == 0
                    ? batch.add(customer(1)).build()
                    : batch.add(ChannelRecord.builder("customers", "k1")
                                    .op(ChannelRecord.Op.DELETE)
                                    .build())
                            .endOfData(true)
                            .build();
        });
        MappingSink sink = MappingSink.into(views, Map.of("a", MAPPING));
        run(runtime(delivery -> {
                    List<Reject> rejects = sink.accept(delivery);
                    heard.add(reader.find(new RecordKey("a", "k1")).isPresent() ? "there" : "gone");
                    return rejects;
                })
                .source(SourceDefinition.once("a", connector, NO_CONFIG)));
        assertThat(heard).containsExactly("there", "gone");
    }

    @Test
    void line39WhatACrashInterruptsIsNeitherLostNorCountedTwice() throws Exception {
        for (boolean beforeTheRecords : new boolean[] {true, false}) {
            CustomerViews views = CustomerViews.builder().build();
            MappingSink sink = MappingSink.into(views, Map.of("a", MAPPING));
            AtomicBoolean crash = new AtomicBoolean(true);
            MemoryLedger kept = new MemoryLedger();
            ScriptedConnector connector = new ScriptedConnector((call, position) -> Batch.builder(Checkpoint.of("1"))
                    .add(customer(1))
                    .endOfData(true)
                    .build());
            ChannelRuntime.Builder builder = runtime(delivery -> {
                        crashOnce(beforeTheRecords, crash);
                        List<Reject> rejects = sink.accept(delivery);
                        crashOnce(true, crash);
                        return rejects;
                    })
                    .ledger(kept)
                    .source(SourceDefinition.once("a", connector, NO_CONFIG));
            assertThat(run(builder).state()).isEqualTo(SourceState.FAILED);
            assertThat(kept.checkpoint("a")).isEqualTo(Checkpoint.START);
            assertThat(run(builder).state()).isEqualTo(SourceState.FINISHED);
            assertThat(views.ingest(List.of()).position())
                    .as("one record, one commit")
                    .isEqualTo(1);
        }
    }

    private static void crashOnce(boolean here, AtomicBoolean crash) {
        if (here && crash.compareAndSet(true, false)) {
            throw new IllegalStateException("The process dies here.");
        }
    }
}

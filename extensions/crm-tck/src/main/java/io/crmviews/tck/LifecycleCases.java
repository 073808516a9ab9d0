package io.crmviews.tck;

import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.Capability;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ReadLimit;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Opening, interrupting and closing. */
public interface LifecycleCases extends KitCases {

    /**
     * Closing is harmless again, and takes less than 5 seconds.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void closesTwiceAndInTime() throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE);
        bench.fixture().seed(3);
        ChannelSource source = bench.open(Checkpoint.START);
        source.read(Workbench.limit(1));
        Stopwatch watch = Stopwatch.start();
        source.close();
        source.close();
        Assertions.assertTrue(watch.isWithin(Duration.ofSeconds(5)), () -> "Closing took " + watch.told() + ".");
        bench.open(Checkpoint.START).close();
    }

    /**
     * After closing, every other call throws {@code IllegalStateException}.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void afterClosingEveryCallFails() throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE);
        bench.fixture().seed(3);
        ChannelSource source = bench.open(Checkpoint.START);
        source.close();
        Assertions.assertThrows(IllegalStateException.class, () -> source.read(Workbench.usualLimit()));
    }

    /**
     * An interrupt ends a read that waits for half a minute within 2 seconds.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void anInterruptEndsARead() throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE);
        Set<String> keys = bench.fixture().seed(2);
        FutureTask<String> reading = new FutureTask<>(() -> {
            try (ChannelSource source = bench.open(Checkpoint.START)) {
                bench.hear(source, 10, Heard.awaiting(keys));
                while (!Thread.currentThread().isInterrupted()) {
                    source.read(ReadLimit.of(10, 1 << 20, Duration.ofSeconds(30)));
                }
                return "returned";
            } catch (InterruptedException e) {
                return "interrupted";
            } catch (ConnectorException e) {
                return "failed";
            }
        });
        Thread thread = new Thread(reading, "kit-reader");
        thread.setDaemon(true);
        thread.start();
        // Long enough to be within the waiting read; too short would only make the case easier.
        Assertions.assertThrows(TimeoutException.class, () -> reading.get(1500, TimeUnit.MILLISECONDS));
        thread.interrupt();
        proveEnded(reading);
    }

    private static void proveEnded(FutureTask<String> reading) throws InterruptedException, ExecutionException {
        try {
            Assertions.assertNotNull(reading.get(2500, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            Assertions.fail("The read went on for 2 seconds after its interrupt.");
        }
    }

    /**
     * A hundred sources that were opened, read and closed leave no thread, file or socket.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void openingAndClosingLeavesNothing() throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE);
        bench.fixture().seed(2);
        proveNoGrowth(() -> {
            try (ChannelSource source = bench.open(Checkpoint.START)) {
                source.read(ReadLimit.of(1, 1 << 20, Duration.ZERO));
            }
        });
    }

    /**
     * A hundred failed attempts to open leave no thread, file or socket.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void aFailedOpenLeavesNothing() throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE);
        proveNoGrowth(() -> Assertions.assertThrows(
                ConnectorException.class,
                () -> bench.connector().openSource(bench.fixture().badConfig(), Checkpoint.START, bench.context())));
        proveNoGrowth(() -> Assertions.assertThrows(
                ConnectorException.class,
                () -> bench.connector()
                        .openSource(bench.config(), Checkpoint.of(new byte[] {0, -1, 7, 99}), bench.context())));
    }

    private static void proveNoGrowth(Workbench.Action action) throws Exception {
        for (int i = 0; i < 5; i++) {
            action.run();
        }
        Held before = Held.now();
        for (int i = 0; i < 100; i++) {
            action.run();
        }
        Held.now().proveNotMoreThan(before);
    }

    /**
     * Two sources that are open at once do not disturb each other, since connectors keep no state.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void twoSourcesDoNotDisturbEachOther() throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE).needsAChannelThatRemembers();
        Set<String> keys = bench.fixture().seed(6);
        try (ChannelSource one = bench.open(Checkpoint.START);
                ChannelSource two = bench.open(Checkpoint.START)) {
            Heard first = Heard.awaiting(keys);
            Heard second = Heard.awaiting(keys);
            for (int i = 0; i < 10; i++) {
                first.add(one, one.read(Workbench.limit(1)), true);
                second.add(two, two.read(Workbench.limit(2)), true);
            }
            Assertions.assertEquals(keys(first), keys(second), "The two sources heard different things.");
            first.proveComplete("With two sources open");
        }
    }

    private static Set<String> keys(Heard heard) {
        return new java.util.TreeSet<>(
                heard.records().stream().map(ChannelRecord::key).toList());
    }

    /**
     * Acknowledging is harmless for a batch that holds nothing.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void anEmptyBatchCanBeAcknowledged() throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE);
        try (ChannelSource source = bench.open(Checkpoint.START)) {
            Batch empty = source.read(ReadLimit.of(1, 1 << 20, Duration.ZERO));
            Assertions.assertEquals(List.of(), empty.records(), "An empty channel had records.");
            source.ack(empty);
        }
    }
}

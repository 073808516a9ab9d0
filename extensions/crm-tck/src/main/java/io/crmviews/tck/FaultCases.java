package io.crmviews.tck;

import io.crmviews.spi.channel.Capability;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ConnectorException.Kind;
import io.crmviews.spi.channel.ReadLimit;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** A channel that fails: the connector says how, at once, and leaves trying again to the runtime. */
public interface FaultCases extends KitCases {

    /** The most requests that a connector may spend on one failure. */
    int STORM = 5;

    /**
     * A line that is cut is {@code TRANSIENT}, and nothing is lost.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void aCutLineLosesNothing() throws Exception {
        proveFailure(Fault.CUT, Kind.TRANSIENT);
    }

    /**
     * A channel that is asked too often is {@code RATE_LIMITED}, and when to come again is passed on.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void aRateLimitSaysWhenToComeAgain() throws Exception {
        ConnectorException failure = proveFailure(Fault.RATE_LIMITED, Kind.RATE_LIMITED);
        Assertions.assertTrue(failure.retryAfter().isPresent(), "When to come again is lost.");
    }

    /**
     * Refused credentials are {@code AUTH}, and are not tried again and again.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void refusedCredentialsMakeNoStorm() throws Exception {
        proveFailure(Fault.REFUSED, Kind.AUTH);
    }

    /**
     * An error of the channel is {@code TRANSIENT}, and is told at once.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void aServerErrorIsTransient() throws Exception {
        proveFailure(Fault.SERVER_ERROR, Kind.TRANSIENT);
    }

    private ConnectorException proveFailure(Fault fault, Kind kind) throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE);
        Heard heard = Heard.awaiting(bench.fixture().seed(4));
        ConnectorException failure;
        try (ChannelSource source = bench.open(Checkpoint.START)) {
            heard.add(source, source.read(Workbench.limit(2)), true);
            Workbench.possible(bench.fixture().inject(fault), "suffer " + fault);
            heard.awaitAlso(bench.fixture().seed(2));
            failure = failure(bench, source, heard);
        }
        Assertions.assertEquals(kind, failure.kind());
        bench.fixture().heal();
        bench.hear(heard.checkpoint(), 3, heard).proveComplete("After " + fault);
        return failure;
    }

    private static ConnectorException failure(Workbench bench, ChannelSource source, Heard heard) throws Exception {
        long before = bench.fixture().calls();
        Stopwatch watch = Stopwatch.start();
        ConnectorException failure = Assertions.assertThrows(ConnectorException.class, () -> {
            // What was fetched before the fault may still come.
            for (int i = 0; i < 10; i++) {
                heard.add(source, source.read(Workbench.limit(2)), true);
            }
        });
        Assertions.assertTrue(watch.isWithin(Duration.ofSeconds(10)), "It was not told at once.");
        long calls = bench.fixture().calls() - before;
        Assertions.assertTrue(calls <= STORM + heard.batches.size(), () -> "There were " + calls + " requests.");
        return failure;
    }

    /**
     * A channel that does not answer does not hold a read beyond its limit.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void aSlowServerDoesNotHoldARead() throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE);
        Set<String> keys = bench.fixture().seed(3);
        Heard heard = Heard.awaiting(keys);
        try (ChannelSource source = bench.open(Checkpoint.START)) {
            Workbench.possible(bench.fixture().inject(Fault.SLOW), "be slow");
            Stopwatch watch = Stopwatch.start();
            try {
                heard.add(source, source.read(ReadLimit.of(2, 1 << 20, Duration.ofSeconds(1))), true);
            } catch (ConnectorException e) {
                Assertions.assertEquals(Kind.TRANSIENT, e.kind());
            }
            Assertions.assertTrue(watch.isWithin(Duration.ofSeconds(3)), () -> "The read took " + watch.told() + ".");
            bench.fixture().heal();
        }
        bench.hear(heard.checkpoint(), 3, heard).proveComplete("After slowness");
    }
}

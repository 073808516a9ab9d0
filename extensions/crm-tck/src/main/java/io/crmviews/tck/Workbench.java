package io.crmviews.tck;

import io.crmviews.spi.channel.Capability;
import io.crmviews.spi.channel.ChannelConnector;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.Context;
import io.crmviews.spi.channel.ReadLimit;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What one case works with: a connector, its fixture, and what cases do with them again and again. Not thread-safe. */
public final class Workbench {

    private static final int USUAL_PATIENCE = 20;
    private static final Duration WAIT = Duration.ofMillis(200);
    private static final int MANY = 1000;
    private static final long BYTES = 4 << 20;

    private final ChannelConnector connector;
    private final ConnectorFixture fixture;

    Workbench(ChannelConnector connector, ConnectorFixture fixture) {
        this.connector = connector;
        this.fixture = fixture;
    }

    /** Something that a case does and that may fail in any way. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    /** The longest that a case waits for something that must happen. */
    static Duration patience() {
        return Duration.ofSeconds(Integer.getInteger("crm.kit.patience", USUAL_PATIENCE));
    }

    ChannelConnector connector() {
        return connector;
    }

    ConnectorFixture fixture() {
        return fixture;
    }

    Config config() {
        return fixture.goodConfig();
    }

    Context context() {
        return Context.builder("kit", fixture.clock()).build();
    }

    boolean can(Capability capability) {
        return connector.info().capabilities().contains(capability);
    }

    /** Skips the case, naming what is not declared. */
    Workbench needs(Capability... capabilities) {
        for (Capability capability : capabilities) {
            Assumptions.assumeTrue(can(capability), () -> "The capability " + capability + " is not declared.");
        }
        return this;
    }

    /** Skips the case where an old checkpoint brings nothing back. */
    Workbench needsAChannelThatRemembers() {
        Assumptions.assumeFalse(can(Capability.PUSH), "The capability PUSH is declared: the channel forgets.");
        return this;
    }

    /** Skips the case, naming what the fixture cannot do. */
    static void possible(boolean able, String what) {
        Assumptions.assumeTrue(able, () -> "The fixture cannot " + what + ".");
    }

    ChannelSource open(Checkpoint from) throws ConnectorException, InterruptedException {
        ChannelSource source = connector.openSource(config(), from, context());
        Assertions.assertNotNull(source, "openSource returned null.");
        return source;
    }

    static ReadLimit limit(int records) {
        return ReadLimit.of(records, BYTES, WAIT);
    }

    static ReadLimit usualLimit() {
        return limit(MANY);
    }

    /** Opens, reads until nothing is awaited any more, acknowledges each batch, and closes. */
    Heard hear(Checkpoint from, int batchSize, Heard awaited) throws ConnectorException, InterruptedException {
        try (ChannelSource source = open(from)) {
            return hear(source, batchSize, awaited);
        }
    }

    /** Reads an open source until nothing is awaited any more, or to its end of data. */
    Heard hear(ChannelSource source, int batchSize, Heard awaited) throws ConnectorException, InterruptedException {
        Stopwatch watch = Stopwatch.start();
        do {
            awaited.add(source, source.read(limit(batchSize)), true);
        } while (!awaited.isOver(can(Capability.END_OF_DATA)) && watch.isWithin(patience()));
        return awaited;
    }
}

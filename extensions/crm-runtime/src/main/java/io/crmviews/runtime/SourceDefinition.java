package io.crmviews.runtime;

import io.crmviews.spi.channel.ChannelConnector;
import io.crmviews.spi.channel.Config;
import java.time.Duration;
import java.util.Optional;

/**
 * A source to run. Immutable.
 *
 * @param id the source's id, not blank; the same as in its records' keys
 * @param connector the way to the channel
 * @param config what the connector is told; its {@code toString} shows no value
 * @param follow how long to rest at an end of data before reading on; empty to finish there
 * @param recordsPerSecond how many records and rejects may be taken in a second on average; 0 for any number
 */
public record SourceDefinition(
        String id, ChannelConnector connector, Config config, Optional<Duration> follow, double recordsPerSecond) {

    /** Checks the id and the rest. */
    public SourceDefinition {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A source needs an id.");
        }
        if ((follow.isPresent() && follow.get().isNegative()) || !(recordsPerSecond >= 0)) {
            throw new IllegalArgumentException("Neither the rest at an end of data nor the rate may be negative.");
        }
    }

    /**
     * A source that is read up to its end of data.
     *
     * @param id the source's id
     * @param connector the way to the channel
     * @param config what the connector is told
     * @return the definition
     */
    public static SourceDefinition once(String id, ChannelConnector connector, Config config) {
        return new SourceDefinition(id, connector, config, Optional.empty(), 0);
    }

    /**
     * A source that is read on for ever.
     *
     * @param id the source's id
     * @param connector the way to the channel
     * @param config what the connector is told
     * @param rest how long to rest at an end of data, zero or more
     * @return the definition
     */
    public static SourceDefinition following(String id, ChannelConnector connector, Config config, Duration rest) {
        return new SourceDefinition(id, connector, config, Optional.of(rest), 0);
    }

    /**
     * The same source at a limited rate.
     *
     * @param records how many records and rejects a second on average, above 0
     * @return the definition
     */
    public SourceDefinition atMost(double records) {
        return new SourceDefinition(id, connector, config, follow, records);
    }

    /** How long to rest after a batch, so that the rate is kept whatever the clock does. */
    Duration restAfter(int items) {
        return recordsPerSecond == 0 ? Duration.ZERO : Duration.ofNanos((long) (items / recordsPerSecond * 1e9));
    }
}

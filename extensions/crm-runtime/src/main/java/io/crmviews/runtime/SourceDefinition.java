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
 */
public record SourceDefinition(String id, ChannelConnector connector, Config config, Optional<Duration> follow) {

    /** Checks the id and the rest. */
    public SourceDefinition {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A source needs an id.");
        }
        if (follow.isPresent() && follow.get().isNegative()) {
            throw new IllegalArgumentException("The rest at an end of data must not be negative.");
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
        return new SourceDefinition(id, connector, config, Optional.empty());
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
        return new SourceDefinition(id, connector, config, Optional.of(rest));
    }
}

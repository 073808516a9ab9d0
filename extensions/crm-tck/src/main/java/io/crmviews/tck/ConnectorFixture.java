package io.crmviews.tck;

import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.LookupQuery;
import io.crmviews.spi.channel.Outbound;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * A channel that the cases talk to: a folder, a database in memory, a server on loopback. Made anew for each case and
 * closed after it; called by one thread at a time. What it throws fails the case. The methods with a default are there
 * for capabilities and for what not every channel can hold or suffer; a case that needs one is skipped by name.
 */
public interface ConnectorFixture {

    /** A text that {@link #poison()} writes into what it breaks, where it can: no message may quote it. */
    String MARK = "Kit-Marked-Value";

    /**
     * What the connector is told to reach this channel.
     *
     * @return a usable configuration, always the same
     */
    Config goodConfig();

    /**
     * What would be usable but for this channel: a folder that does not exist, a port where nobody listens.
     *
     * @return a configuration that {@code check} must report and that cannot be opened
     */
    Config badConfig();

    /**
     * Adds sound things to the channel, always the same for the same calls.
     *
     * @param n how many, at least 1
     * @return the keys of the {@code n} records that must arrive
     * @throws Exception if it cannot
     */
    Set<String> seed(int n) throws Exception;

    /**
     * Adds one thing that cannot be a record, and that holds {@link #MARK} where it can.
     *
     * @return false if the channel can hold no such thing
     * @throws Exception if it cannot
     */
    boolean poison() throws Exception;

    /**
     * All that the channel holds, in whatever form: it must differ when something changed there.
     *
     * @return a text
     * @throws Exception if it cannot be told
     */
    String remoteState() throws Exception;

    /**
     * Adds one thing with a text in one of its fields.
     *
     * @param text the text
     * @return its key; empty if the channel cannot hold such a text
     * @throws Exception if it cannot
     */
    default Optional<String> seedText(String text) throws Exception {
        return Optional.empty();
    }

    /**
     * Adds one thing that happened at a time.
     *
     * @param time the time, in whole seconds
     * @return its key; empty if the channel cannot hold such a time
     * @throws Exception if it cannot
     */
    default Optional<String> seedTime(Instant time) throws Exception {
        return Optional.empty();
    }

    /**
     * Deletes a thing; for {@link io.crmviews.spi.channel.Capability#DELETES}.
     *
     * @param key a key that {@link #seed} returned
     * @return false if the channel cannot delete
     * @throws Exception if it cannot
     */
    default boolean delete(String key) throws Exception {
        return false;
    }

    /**
     * How many things the channel was told are stored; for {@link io.crmviews.spi.channel.Capability#PUSH}.
     *
     * @return the number; -1 if the channel is not told
     * @throws Exception if it cannot be told
     */
    default int confirmed() throws Exception {
        return -1;
    }

    /**
     * Makes the channel fail from now on, until {@link #heal}.
     *
     * @param fault how
     * @return false if this channel cannot fail so
     * @throws Exception if it cannot
     */
    default boolean inject(Fault fault) throws Exception {
        return false;
    }

    /**
     * Ends a fault.
     *
     * @throws Exception if it cannot
     */
    default void heal() throws Exception {}

    /**
     * How often the channel was asked since the fixture was made.
     *
     * @return the number of requests; -1 if nobody counts
     * @throws Exception if it cannot be told
     */
    default long calls() throws Exception {
        return -1;
    }

    /**
     * A query that finds a thing; for {@link io.crmviews.spi.channel.Capability#LOOKUP}.
     *
     * @param key a key that {@link #seed} returned, or one that is nobody's
     * @return the query; empty if there is none
     */
    default Optional<LookupQuery> query(String key) {
        return Optional.empty();
    }

    /**
     * A message that the channel takes; for {@link io.crmviews.spi.channel.Capability#SEND}.
     *
     * @param idempotencyKey its name
     * @return the message; empty if there is none
     */
    default Optional<Outbound> message(String idempotencyKey) {
        return Optional.empty();
    }

    /**
     * A message that the channel never takes; for {@link io.crmviews.spi.channel.Capability#SEND}.
     *
     * @param idempotencyKey its name
     * @return the message; empty if it takes everything
     */
    default Optional<Outbound> refusedMessage(String idempotencyKey) {
        return Optional.empty();
    }

    /**
     * How often the channel has a message.
     *
     * @param idempotencyKey the message's name
     * @return the number; -1 if it cannot be told
     * @throws Exception if it cannot
     */
    default int taken(String idempotencyKey) throws Exception {
        return -1;
    }

    /**
     * The time that the connector sees.
     *
     * @return the system's clock unless overridden
     */
    default InstantSource clock() {
        return InstantSource.system();
    }

    /**
     * Takes the channel down.
     *
     * @throws Exception if it cannot
     */
    default void close() throws Exception {}
}

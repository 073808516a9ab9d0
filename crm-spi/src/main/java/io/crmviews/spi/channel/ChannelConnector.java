package io.crmviews.spi.channel;

import java.util.List;

/**
 * A way to a kind of channel. Found by {@link java.util.ServiceLoader}, so it has a public constructor without
 * arguments. Stateless and thread-safe: every method may be called from any thread at any time, and neither the
 * constructor nor {@link #info} does I/O, starts threads or reads a clock.
 *
 * <p>What the connector did not declare as a {@link Capability} keeps its default here, which fails with a message.
 */
public interface ChannelConnector {

    /**
     * What the connector is, can do and wants to be told.
     *
     * @return always the same description
     */
    ConnectorInfo info();

    /**
     * Whether a configuration is usable. Called before a source is opened, and from tools while a person edits it.
     * Changes nothing at the channel. An implementation starts from {@link ConnectorInfo#problems} and then looks at
     * the channel; a channel that cannot be reached is a problem too, not an exception.
     *
     * @param config the configuration
     * @param context where the connector works
     * @return what is wrong; empty if it is usable
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    List<Problem> check(Config config, Context context) throws InterruptedException;

    /**
     * The streams that a source with this configuration offers. Needs {@link Capability#DISCOVER}. Changes nothing at
     * the channel.
     *
     * @param config a usable configuration
     * @param context where the connector works
     * @return the streams, sorted by name
     * @throws ConnectorException if the channel cannot be asked, or if the connector does not discover
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    default List<StreamInfo> discover(Config config, Context context) throws ConnectorException, InterruptedException {
        throw new ConnectorException(
                ConnectorException.Kind.CONFIG, "The connector " + info().id() + " does not discover streams.");
    }

    /**
     * Opens a source after a checkpoint. Needs {@link Capability#SOURCE}. Returns something open, or throws and leaves
     * nothing open. The calling thread owns what it returns.
     *
     * @param config a usable configuration
     * @param from where to go on: {@link Checkpoint#START} or a checkpoint from a batch of this connector
     * @param context where the connector works
     * @return an open source
     * @throws ConnectorException if it cannot be opened; of kind {@code DATA} if the checkpoint is none of this
     *     connector; or if the connector has no source
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    default ChannelSource openSource(Config config, Checkpoint from, Context context)
            throws ConnectorException, InterruptedException {
        throw new ConnectorException(
                ConnectorException.Kind.CONFIG, "The connector " + info().id() + " is not a source.");
    }
}

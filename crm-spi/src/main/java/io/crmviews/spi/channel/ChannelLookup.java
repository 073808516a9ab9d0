package io.crmviews.spi.channel;

import java.time.Duration;
import java.util.List;

/**
 * A way to ask a channel for single things now. One thread owns it from open to close, so it needs no locks.
 * Cancellation is interruption: an interrupted {@link #find} returns or throws within 2 seconds. After {@link #close}
 * every other call throws {@link IllegalStateException}. A {@code RuntimeException} is a bug of the connector.
 */
public interface ChannelLookup extends AutoCloseable {

    /**
     * Asks the channel. Changes nothing there. What it answers is current at the time of the call and moves no
     * checkpoint: the source delivers the same again later, which does no harm.
     *
     * @param query what is asked for
     * @param limit the longest wait; the call returns or throws within it and 1 second more
     * @return what the channel knows, at most {@link LookupQuery#limit()} records; empty if it knows nothing
     * @throws ConnectorException if the channel cannot be asked; of kind {@code CONFIG} if it answers no such query; of
     *     kind {@code TRANSIENT} if it does not answer in time
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    List<ChannelRecord> find(LookupQuery query, Duration limit) throws ConnectorException, InterruptedException;

    /** Lets go of everything within 5 seconds. Harmless when called again; throws nothing. */
    @Override
    void close();
}

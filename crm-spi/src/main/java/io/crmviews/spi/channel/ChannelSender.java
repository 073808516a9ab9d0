package io.crmviews.spi.channel;

import java.util.List;

/**
 * A way to hand messages to a channel. One thread owns it from open to close, so it needs no locks. Cancellation is
 * interruption: an interrupted {@link #send} returns or throws within 2 seconds. After {@link #close} every other call
 * throws {@link IllegalStateException}. A {@code RuntimeException} is a bug of the connector.
 */
public interface ChannelSender extends AutoCloseable {

    /**
     * Hands messages over, in order. The fate of each is a {@link Delivery}, so one bad message never stops the others.
     * The caller sends a message again, with the same {@link Outbound#idempotencyKey()}, after {@code DEFERRED}, after
     * {@code UNKNOWN} and after an exception; a connector passes the key on, or remembers it, so that the channel takes
     * the message once. It never sleeps to retry.
     *
     * @param messages at least one, with distinct idempotency keys
     * @return one outcome for each message, in the same order
     * @throws ConnectorException if nothing can be said about any of them, such as refused credentials
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    List<Delivery> send(List<Outbound> messages) throws ConnectorException, InterruptedException;

    /** Lets go of everything within 5 seconds. Harmless when called again; throws nothing. */
    @Override
    void close();
}

package io.crmviews.spi.channel;

/**
 * An open source. One thread owns it from open to close, so it needs no locks. Cancellation is interruption: an
 * interrupted {@link #read} returns or throws within 2 seconds. After {@link #close} every other call throws {@link
 * IllegalStateException}. A {@code RuntimeException} from any method is a bug of the connector: the runtime stops this
 * source and leaves the others alone.
 */
public interface ChannelSource extends AutoCloseable {

    /**
     * The next batch, called again and again by the owning thread. Waits at most {@link ReadLimit#maxWait()} for a
     * first record, then returns within 1 second what there is, possibly nothing. What was read but never acknowledged
     * comes again after a restart from the last stored checkpoint.
     *
     * @param limit how much and how long
     * @return records and rejects in order, with the checkpoint that covers both
     * @throws ConnectorException if reading fails as a whole; a bad record is a {@link Reject} instead
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    Batch read(ReadLimit limit) throws ConnectorException, InterruptedException;

    /**
     * Tells that everything in a batch is stored, for channels that forget what was acknowledged. Called by the owning
     * thread, in the order of the batches, at most once each; not called for a batch that could not be stored.
     *
     * @param batch a batch of this source
     * @throws ConnectorException if the channel cannot be told; the batch then comes again, which does no harm
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    default void ack(Batch batch) throws ConnectorException, InterruptedException {}

    /** Lets go of everything within 5 seconds. Harmless when called again; throws nothing. */
    @Override
    void close();
}

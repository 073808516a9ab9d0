package io.crmviews.spi.channel;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * For sources whose driver blocks and hears no interrupt: batches are made on a thread aside, so that {@link
 * ChannelSource#read} keeps to its limit all the same. A batch that is not made in time is delivered by the next read.
 * Owned by one thread, like its source.
 */
public final class AsideReader implements AutoCloseable {

    /** What a read without wait still waits, so that it gets anywhere. */
    private static final long LEAST_WAIT_MILLIS = 700;

    private static final long MILLIS_TO_END = 4000;

    private final Reading reading;
    private final ExecutorService aside;
    private Checkpoint delivered;
    private @Nullable Future<Batch> running;

    /** Makes batches. */
    @FunctionalInterface
    public interface Reading {

        /**
         * The next batch. Called on the thread aside, one call at a time; may block.
         *
         * @param limit how much
         * @return the batch
         * @throws ConnectorException if reading fails as a whole
         */
        Batch next(ReadLimit limit) throws ConnectorException;
    }

    private AsideReader(String name, Checkpoint from, Reading reading) {
        this.reading = reading;
        this.delivered = from;
        this.aside = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * A reader; starts no thread before the first read.
     *
     * @param name the name of its thread
     * @param from the checkpoint of a batch that holds nothing since none was made yet
     * @param reading makes the batches
     * @return the reader
     */
    public static AsideReader of(String name, Checkpoint from, Reading reading) {
        return new AsideReader(name, from, reading);
    }

    /**
     * The next batch, or an empty one with the checkpoint of the last if it is not made within the limit's wait.
     *
     * @param limit how much and how long
     * @return the batch
     * @throws ConnectorException what making it threw
     * @throws InterruptedException if the thread was interrupted while it waited; what is being made is kept
     * @throws IllegalStateException if the reader is closed
     */
    public Batch read(ReadLimit limit) throws ConnectorException, InterruptedException {
        if (aside.isShutdown()) {
            throw new IllegalStateException("The source is closed.");
        }
        Future<Batch> made = running == null ? aside.submit(() -> reading.next(limit)) : running;
        running = made;
        try {
            Batch batch = made.get(Math.max(LEAST_WAIT_MILLIS, limit.maxWait().toMillis()), TimeUnit.MILLISECONDS);
            running = null;
            delivered = batch.checkpoint();
            return batch;
        } catch (TimeoutException e) {
            return Batch.builder(delivered).build();
        } catch (ExecutionException e) {
            running = null;
            throw failure(e.getCause());
        }
    }

    private static ConnectorException failure(@Nullable Throwable cause) {
        if (cause instanceof ConnectorException known) {
            return known;
        }
        if (cause instanceof RuntimeException bug) {
            throw bug;
        }
        throw new IllegalStateException("Making a batch failed.", cause);
    }

    /** Waits up to 4 seconds for what is being made, and makes no more. Harmless when called again. */
    @Override
    public void close() {
        aside.shutdown();
        try {
            if (!aside.awaitTermination(MILLIS_TO_END, TimeUnit.MILLISECONDS)) {
                aside.shutdownNow();
            }
        } catch (InterruptedException e) {
            aside.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}

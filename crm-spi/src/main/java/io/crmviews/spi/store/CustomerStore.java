package io.crmviews.spi.store;

import java.util.function.Function;

/**
 * Keeps facts and what is derived from them. The engine reads a set, decides without I/O, and writes one set; a store
 * implements the two ends. All methods are set-oriented: the number of calls for a batch does not grow with the batch.
 *
 * <p>Implementations are thread-safe: many readers, and writers that are told apart by
 * {@link WriteSet#basePosition()}. The engine calls from any thread and never calls back into the engine from within.
 */
public interface CustomerStore extends AutoCloseable {

    /**
     * Runs a question against one commit position: whatever is committed meanwhile, the reader shows one state.
     *
     * @param question the question; must not keep the reader
     * @param <T> its answer
     * @return the answer
     */
    <T> T read(Function<StoreReader, T> question);

    /**
     * Writes a set, all or nothing, and moves to the next position.
     *
     * @param writes the set
     * @return the new position
     * @throws StaleReadException if the position is no longer {@link WriteSet#basePosition()}: read and decide again
     */
    long commit(WriteSet writes);

    /** Releases what the store holds; harmless twice. */
    @Override
    void close();
}

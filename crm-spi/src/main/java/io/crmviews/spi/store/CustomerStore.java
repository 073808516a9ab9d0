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

    /** How often {@link #decide} makes a decision again before it gives up. */
    int MOST_TRIES = 20;

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

    /**
     * Reads, decides and writes as one unit: as if nobody else wrote meanwhile. Who comes off worse against another writer
     * is decided again on the newer state, so the decision may be asked several times and must do nothing but decide.
     *
     * <p>As given here, any commit in between makes a decision be made again, whatever it touched. A store that serves
     * several writers runs the decision within a transaction of its own, so that only those meet that touch the same.
     *
     * @param decision makes an answer and what to write of a state; must not keep the reader
     * @param <T> the answer's type
     * @return the answer that belongs to what was written, and the position after it
     * @throws StaleReadException if other writers kept overtaking this one; nothing is written then
     */
    default <T> Committed<T> decide(Function<StoreReader, Decided<T>> decision) {
        for (int tries = 1; ; tries++) {
            Committed<Decided<T>> made = read(reader -> new Committed<>(decision.apply(reader), reader.position()));
            WriteSet writes = made.answer().writes();
            if (writes == null) {
                return new Committed<>(made.answer().answer(), made.position());
            }
            try {
                return new Committed<>(made.answer().answer(), commit(writes));
            } catch (StaleReadException overtaken) {
                if (tries == MOST_TRIES) {
                    throw overtaken;
                }
            }
        }
    }

    /** Releases what the store holds; harmless twice. */
    @Override
    void close();
}

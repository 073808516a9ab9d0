package io.crmviews.runtime;

import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Reject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Remembers per source how far it was read and what was rejected. A SQL store implements it over the connection of its
 * {@link UnitOfWork}. Thread-safe; never interrupted while it works.
 */
public interface Ledger {

    /**
     * Where a source goes on. Called by its worker before it opens the source.
     *
     * @param source the source's id
     * @return the checkpoint that was committed last, else {@link Checkpoint#START}
     */
    Checkpoint checkpoint(String source);

    /**
     * Remembers a checkpoint together with the rejects that it covers: both or neither. Called by the worker once the
     * sink has the records, within the same {@link UnitOfWork}, and before the source is told.
     *
     * @param progress what to remember
     * @throws RuntimeException if it cannot; that stops the source
     */
    void commit(Progress progress);

    /**
     * What was rejected, oldest first.
     *
     * @param source the source's id
     * @param after the number after which to begin; 0 for the oldest
     * @param most how many at most, at least 1
     * @return the letters that are still kept
     */
    List<DeadLetter> deadLetters(String source, long after, int most);

    /**
     * Forgets letters that were mended.
     *
     * @param source the source's id
     * @param ids their numbers; those it does not know are ignored
     */
    void settle(String source, Collection<Long> ids);

    /**
     * Forgets the letters of all sources that are too old.
     *
     * @param before the time before which they were put away
     * @return how many there were
     */
    int expire(Instant before);

    /**
     * Until when a source is heard completely.
     *
     * @param source the source's id
     * @return the latest time it stated; {@link Instant#MIN} if it never did
     */
    Instant heardUpTo(String source);

    /**
     * What was rejected, oldest first, in one list.
     *
     * @param source the source's id
     * @return the rejects that are still kept; personal data
     */
    default List<Reject> rejects(String source) {
        return deadLetters(source, 0, Integer.MAX_VALUE).stream()
                .map(DeadLetter::reject)
                .toList();
    }
}

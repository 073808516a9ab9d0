package io.crmviews.runtime;

import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Reject;
import java.time.Instant;
import java.util.List;

/**
 * Remembers per source how far it was read and what was rejected. Thread-safe; never interrupted while it works.
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
     * sink has the records, and before the source is told.
     *
     * @param source the source's id
     * @param checkpoint where the source goes on
     * @param heardUpTo until when it is heard completely; {@link Instant#MIN} if the batch does not say
     * @param rejects what was rejected since the checkpoint before, by the connector and by the sink
     * @throws RuntimeException if it cannot; that stops the source
     */
    void commit(String source, Checkpoint checkpoint, Instant heardUpTo, List<Reject> rejects);

    /**
     * What was rejected, oldest first.
     *
     * @param source the source's id
     * @return the rejects that are still kept; personal data
     */
    List<Reject> rejects(String source);

    /**
     * Until when a source is heard completely.
     *
     * @param source the source's id
     * @return the latest time it stated; {@link Instant#MIN} if it never did
     */
    Instant heardUpTo(String source);
}

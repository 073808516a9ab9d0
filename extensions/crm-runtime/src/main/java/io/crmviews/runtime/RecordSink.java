package io.crmviews.runtime;

import io.crmviews.spi.channel.Reject;
import java.util.List;

/**
 * Where records go. Called by the workers, one call at a time for each source but from several sources at once, so it is
 * thread-safe. Never interrupted while it works.
 */
@FunctionalInterface
public interface RecordSink {

    /**
     * Takes in the records of one batch: all of them, or none and throws. The same records may come again after a
     * failure or restart, and must then count once. A batch may hold no record but only rejects, or a time until which
     * its source is heard; one that only moves the checkpoint is not handed on.
     *
     * @param delivery the batch
     * @return the records that no fact could be made of, each with its reason; empty if all were taken
     * @throws RuntimeException if it cannot take them; that stops the source, and the batch comes again when it is
     *     started again
     */
    List<Reject> accept(Delivery delivery);
}

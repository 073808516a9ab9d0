package io.crmviews.runtime;

import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Reject;
import java.time.Instant;
import java.util.List;

/**
 * What a {@link Ledger} remembers of one batch, all of it or nothing. Immutable.
 *
 * @param source the source's id
 * @param checkpoint where the source goes on
 * @param heardUpTo until when it is heard completely; {@link Instant#MIN} if the batch does not say
 * @param unread what the connector could not read
 * @param refused what the mapping or the engine refused
 * @param at when this is
 */
public record Progress(
        String source,
        Checkpoint checkpoint,
        Instant heardUpTo,
        List<Reject> unread,
        List<Reject> refused,
        Instant at) {

    /** Copies the lists. */
    public Progress {
        unread = List.copyOf(unread);
        refused = List.copyOf(refused);
    }
}

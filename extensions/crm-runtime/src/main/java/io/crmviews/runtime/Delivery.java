package io.crmviews.runtime;

import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.Reject;
import java.time.Instant;
import java.util.List;

/**
 * A batch of a source on its way into the engine. Immutable.
 *
 * @param source the source's id
 * @param batch what the connector delivered
 */
public record Delivery(String source, Batch batch) {

    /**
     * The records, in the source's order.
     *
     * @return the records; may be empty
     */
    public List<ChannelRecord> records() {
        return batch.records();
    }

    /**
     * What the connector could not make a record of.
     *
     * @return the rejects; may be empty
     */
    public List<Reject> rejects() {
        return batch.rejects();
    }

    /**
     * Until when the source is heard completely with this batch.
     *
     * @return the time; {@link Instant#MIN} if the batch does not say
     */
    public Instant heardUpTo() {
        return batch.heardUpTo();
    }

    @Override
    public String toString() {
        return "Delivery[" + source + ", " + batch + "]";
    }
}

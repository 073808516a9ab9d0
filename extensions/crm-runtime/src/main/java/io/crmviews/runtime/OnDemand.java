package io.crmviews.runtime;

import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.ChannelLookup;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.Context;
import io.crmviews.spi.channel.LookupQuery;
import io.crmviews.spi.channel.Reject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Asks a channel now for what is not in our records, and takes in what it answers: "asked the branch system just now:
 * here it is". It moves no checkpoint; when the source delivers the same later, that changes nothing. Thread-safe.
 */
public final class OnDemand {

    private final RecordSink sink;
    private final InstantSource clock;

    /**
     * A way to ask.
     *
     * @param sink where the answers go
     * @param clock the time that connectors see
     */
    public OnDemand(RecordSink sink, InstantSource clock) {
        this.sink = sink;
        this.clock = clock;
    }

    /**
     * What a channel answered.
     *
     * @param taken how many of its records are in our records now
     * @param refused the records that no fact could be made of
     */
    public record Pulled(int taken, List<Reject> refused) {}

    /**
     * Asks and takes in, on the calling thread.
     *
     * @param source the source whose channel is asked; its connector declares {@code LOOKUP}
     * @param query what is asked for
     * @param limit the longest wait for the channel
     * @return what it answered
     * @throws ConnectorException if the channel cannot be asked
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    public Pulled pull(SourceDefinition source, LookupQuery query, Duration limit)
            throws ConnectorException, InterruptedException {
        Context context = Context.builder(source.id(), clock).build();
        List<ChannelRecord> found;
        try (ChannelLookup lookup = source.connector().openLookup(source.config(), context)) {
            found = lookup.find(query, limit);
        }
        if (found.isEmpty()) {
            return new Pulled(0, List.of());
        }
        Batch.Builder batch = Batch.builder(Checkpoint.START);
        found.forEach(batch::add);
        List<Reject> refused = List.copyOf(sink.accept(new Delivery(source.id(), batch.build())));
        return new Pulled(found.size() - refused.size(), refused);
    }
}

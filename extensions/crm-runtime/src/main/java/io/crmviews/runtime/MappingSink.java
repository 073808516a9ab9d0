package io.crmviews.runtime;

import io.crmviews.merge.mapping.Mapping;
import io.crmviews.merge.mapping.MappingResult;
import io.crmviews.model.fact.Fact;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.Reject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Maps records to facts and hands them on, the facts of one batch together. A record that its mapping refuses becomes a
 * {@link Reject} that holds the record as JSON, so that it can be mapped again once the mapping is mended. Thread-safe.
 */
public final class MappingSink implements RecordSink {

    private final Map<String, Mapping> mappings;
    private final FactSink facts;

    /**
     * A sink.
     *
     * @param mappings the mapping by the id of the source
     * @param facts where the facts go
     */
    public MappingSink(Map<String, Mapping> mappings, FactSink facts) {
        this.mappings = Map.copyOf(mappings);
        this.facts = facts;
    }

    @Override
    public List<Reject> accept(Delivery delivery) {
        Mapping mapping = mappings.get(delivery.source());
        if (mapping == null) {
            throw new IllegalStateException("There is no mapping for the source " + delivery.source() + ".");
        }
        List<Fact> mapped = new ArrayList<>(delivery.records().size());
        List<Reject> rejects = new ArrayList<>();
        for (ChannelRecord record : delivery.records()) {
            MappingResult result = mapping.map(record);
            if (result instanceof MappingResult.Facts made) {
                mapped.addAll(made.facts());
            } else if (result instanceof MappingResult.Refused refused) {
                rejects.add(Reject.of(record.stream(), record.position(), refused.reason(), RecordJson.bytes(record)));
            }
        }
        if (!mapped.isEmpty()) {
            facts.ingest(List.copyOf(mapped));
        }
        return List.copyOf(rejects);
    }
}

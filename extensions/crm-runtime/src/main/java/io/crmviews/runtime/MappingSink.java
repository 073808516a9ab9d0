package io.crmviews.runtime;

import io.crmviews.merge.CustomerViews;
import io.crmviews.merge.ingest.IngestReport;
import io.crmviews.merge.mapping.Mapping;
import io.crmviews.merge.mapping.MappingResult;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.Reject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Maps records to facts and hands them on, the facts of one batch together. A record that its mapping or the engine refuses
 * becomes a {@link Reject} that holds the record as JSON, so that it can be mapped again once the mapping is mended. Thread-safe.
 */
public final class MappingSink implements RecordSink {

    private final Map<String, Mapping> mappings;
    private final FactSink facts;

    /**
     * A sink.
     *
     * @param mappings the mapping by the id of the source; it names its facts' source with the same id, or what the
     *     source states about its freshness is not found with them
     * @param facts where the facts go
     */
    public MappingSink(Map<String, Mapping> mappings, FactSink facts) {
        this.mappings = Map.copyOf(mappings);
        this.facts = facts;
    }

    /**
     * A sink into the engine.
     *
     * @param views the engine
     * @param mappings the mapping by the id of the source
     * @return the sink
     */
    public static MappingSink into(CustomerViews views, Map<String, Mapping> mappings) {
        return new MappingSink(
                mappings, (facts, heardUntil) -> views.ingest(facts, heardUntil).rejects());
    }

    @Override
    public List<Reject> accept(Delivery delivery) {
        Mapping mapping = mappings.get(delivery.source());
        if (mapping == null) {
            throw new IllegalStateException("There is no mapping for the source " + delivery.source() + ".");
        }
        List<Fact> mapped = new ArrayList<>(delivery.records().size());
        Map<RecordKey, ChannelRecord> origins = new HashMap<>();
        Map<ChannelRecord, String> refusals = new LinkedHashMap<>();
        for (ChannelRecord record : delivery.records()) {
            MappingResult result = mapping.map(record);
            if (result instanceof MappingResult.Facts made) {
                mapped.addAll(made.facts());
                made.facts().forEach(fact -> origins.put(fact.key(), record));
            } else if (result instanceof MappingResult.Refused refused) {
                refusals.put(record, refused.reason());
            }
        }
        for (IngestReport.Rejected rejected : ingest(delivery, mapped)) {
            ChannelRecord origin = origins.get(rejected.key());
            if (origin != null) {
                refusals.putIfAbsent(origin, rejected.reason());
            }
        }
        return refusals.entrySet().stream()
                .map(refusal -> reject(refusal.getKey(), refusal.getValue()))
                .toList();
    }

    private List<IngestReport.Rejected> ingest(Delivery delivery, List<Fact> mapped) {
        Map<String, Instant> heardUntil =
                delivery.heardUpTo().equals(Instant.MIN) ? Map.of() : Map.of(delivery.source(), delivery.heardUpTo());
        return mapped.isEmpty() && heardUntil.isEmpty() ? List.of() : facts.ingest(List.copyOf(mapped), heardUntil);
    }

    private static Reject reject(ChannelRecord record, String reason) {
        return Reject.of(record.stream(), record.position(), reason, RecordJson.bytes(record));
    }
}

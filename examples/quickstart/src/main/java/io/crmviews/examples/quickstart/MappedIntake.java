package io.crmviews.examples.quickstart;

import io.crmviews.merge.mapping.Mapping;
import io.crmviews.merge.mapping.MappingResult;
import io.crmviews.model.fact.Fact;
import io.crmviews.runtime.Delivery;
import io.crmviews.runtime.RecordSink;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.Reject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Turns the records of one channel into facts and hands them to the engine, batch by batch, on one worker's thread. */
final class MappedIntake implements RecordSink {

    private final Mapping mapping;
    private final BiConsumer<List<Fact>, Instant> engine;
    private final Map<String, Integer> streams = new LinkedHashMap<>();
    private final List<String> reasons = new ArrayList<>();

    MappedIntake(Mapping mapping, BiConsumer<List<Fact>, Instant> engine) {
        this.mapping = mapping;
        this.engine = engine;
    }

    @Override
    public List<Reject> accept(Delivery delivery) {
        List<Fact> facts = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        delivery.rejects().forEach(reject -> reasons.add(reject.position() + ": " + reject.reason()));
        for (ChannelRecord record : delivery.records()) {
            MappingResult result = mapping.map(record);
            if (result instanceof MappingResult.Facts mapped) {
                facts.addAll(mapped.facts());
                streams.merge(record.stream(), 1, Integer::sum);
            } else if (result instanceof MappingResult.Refused refused) {
                rejects.add(Reject.of(record.stream(), record.position(), refused.reason(), new byte[0]));
                reasons.add(record.position() + ": " + refused.reason());
            }
        }
        engine.accept(facts, delivery.heardUpTo());
        return rejects;
    }

    /** How many records came in, by stream. */
    Map<String, Integer> streams() {
        return streams;
    }

    /** Why lines and records were rejected, with their places. */
    List<String> reasons() {
        return reasons;
    }
}

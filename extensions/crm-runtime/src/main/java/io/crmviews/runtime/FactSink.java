package io.crmviews.runtime;

import io.crmviews.merge.ingest.IngestReport;
import io.crmviews.model.fact.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Where facts go: the engine's synchronous ingest. Called from several threads at once, so it is thread-safe. An
 * application writes {@code facts -> views.ingest(facts)}.
 */
@FunctionalInterface
public interface FactSink {

    /**
     * Takes in the facts that are sound, together, or none and throws. A fact that comes again unchanged counts once.
     *
     * @param facts the facts of one batch, in the source's order; empty if there is only a time to note
     * @param heardUntil until when the source is heard completely, by its id; empty if the batch does not say
     * @return the facts that cannot be taken at any time, each with the reason; the others are taken
     * @throws RuntimeException if it cannot take any
     */
    List<IngestReport.Rejected> ingest(List<Fact> facts, Map<String, Instant> heardUntil);
}

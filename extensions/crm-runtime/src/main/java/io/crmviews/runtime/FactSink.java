package io.crmviews.runtime;

import io.crmviews.model.fact.Fact;
import java.util.List;

/**
 * Where facts go: the engine's synchronous ingest. Called from several threads at once, so it is thread-safe. An
 * application writes {@code facts -> views.ingest(facts)}.
 */
@FunctionalInterface
public interface FactSink {

    /**
     * Takes in facts: all of them, or none and throws. A fact that comes again unchanged counts once.
     *
     * @param facts the facts of one batch, in the source's order, at least one
     * @throws RuntimeException if it cannot take them
     */
    void ingest(List<Fact> facts);
}

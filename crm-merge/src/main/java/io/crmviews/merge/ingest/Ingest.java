package io.crmviews.merge.ingest;

import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.partition.Partitioner;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.MutedKeys;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.spi.store.StaleReadException;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.WriteSet;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Takes facts into a store, one synchronous step a call. Thread-safe: the writers of one instance take turns, and a step
 * that another writer of the same store overtook is decided again.
 */
public final class Ingest {

    private static final int MOST_TRIES = 20;
    private static final int WHOLE_COMPONENT = 64;

    private final CustomerStore store;
    private final GoldenMerge golden;
    private final Clock clock;
    private final Set<String> duplicateFree;
    private final PairScorer scorer;
    private final Partitioner partitioner;
    private final int wholeComponent;

    /**
     * The steps of one store.
     *
     * @param store the store
     * @param model the model
     * @param duplicateFree the sources that never hold one customer twice
     * @param golden the merge of golden profiles
     * @param clock says when a fact is learnt
     */
    public Ingest(CustomerStore store, Model model, Set<String> duplicateFree, GoldenMerge golden, Clock clock) {
        this(store, model, duplicateFree, golden, clock, WHOLE_COMPONENT);
    }

    /** {@code wholeComponent}: up to how many nodes a component is cut as a whole; the result is the same for all. */
    Ingest(
            CustomerStore store,
            Model model,
            Set<String> duplicateFree,
            GoldenMerge golden,
            Clock clock,
            int wholeComponent) {
        this.wholeComponent = wholeComponent;
        this.store = store;
        this.golden = golden;
        this.clock = clock;
        this.duplicateFree = Set.copyOf(duplicateFree);
        scorer = new PairScorer(model);
        partitioner = new Partitioner(scorer, duplicateFree);
    }

    /**
     * Takes facts, all or nothing.
     *
     * @param facts the facts, in the order in which they arrived
     * @return what became of them
     * @throws StaleReadException if other writers kept overtaking this one
     */
    public IngestReport ingest(List<? extends Fact> facts) {
        return ingest(facts, Map.of());
    }

    /**
     * What a step would write that took facts in on a state: the same decision, and nothing is written. May run beside
     * other previews and beside a writer.
     *
     * @param state the state to decide on
     * @param facts the facts, in the order in which they would arrive
     * @return the writes that were not made
     */
    public WriteSet preview(StoreReader state, List<? extends Fact> facts) {
        PairScorer own = new PairScorer(scorer.model());
        Partitioner apart = new Partitioner(own, duplicateFree);
        return new Step(new Step.Parts(state, own, apart, golden, wholeComponent), clock.instant())
                .decide(facts, Map.of())
                .writes();
    }

    /**
     * The scorer by which the pairs of a state are weighed.
     *
     * @param state the state
     * @return a new scorer, for one thread
     */
    public PairScorer scorer(StoreReader state) {
        PairScorer own = new PairScorer(scorer.model());
        own.mute(MutedKeys.of(state.mutedKeys()));
        return own;
    }

    /**
     * How a component is cut, told for readers.
     *
     * @param state the state to read
     * @param visible which records the reader may know of
     * @return a reader of components, for one thread
     */
    public ComponentRead components(StoreReader state, Predicate<RecordKey> visible) {
        PairScorer own = scorer(state);
        return new ComponentRead(state, own, new Partitioner(own, duplicateFree), visible);
    }

    /**
     * Takes facts and what sources said of themselves, all or nothing.
     *
     * @param facts the facts, in the order in which they arrived
     * @param heard until when sources were heard completely, by their ids
     * @return what became of the facts
     * @throws StaleReadException if other writers kept overtaking this one
     */
    public synchronized IngestReport ingest(List<? extends Fact> facts, Map<String, Instant> heard) {
        for (int tries = 1; ; tries++) {
            Step.Decision decision = store.read(reader -> new Step(
                            new Step.Parts(reader, scorer, partitioner, golden, wholeComponent), clock.instant())
                    .decide(facts, heard));
            if (decision.isEmpty()) {
                return decision.report();
            }
            try {
                long position = store.commit(decision.writes());
                return decision.report().at(position);
            } catch (StaleReadException overtaken) {
                if (tries == MOST_TRIES) {
                    throw overtaken;
                }
            }
        }
    }
}

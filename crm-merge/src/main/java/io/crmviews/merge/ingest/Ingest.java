package io.crmviews.merge.ingest;

import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.memory.MemoryStore;
import io.crmviews.merge.partition.Partitioner;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.MutedKeys;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.model.change.Change;
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
    private static final int BATCH = 2_000;

    private final CustomerStore store;
    private final GoldenMerge golden;
    private final Clock clock;
    private final Set<String> duplicateFree;
    private final PairScorer scorer;
    private final Partitioner partitioner;
    private final int wholeComponent;
    private final String checksum;

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
        checksum = model.withDuplicateFree(duplicateFree).checksum();
        scorer = new PairScorer(model);
        partitioner = new Partitioner(scorer, duplicateFree);
    }

    /**
     * The model by which everything is decided.
     *
     * @return the model, with the sources that hold no customer twice
     */
    public Model model() {
        return scorer.model().withDuplicateFree(duplicateFree);
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
        return new Step(new Step.Parts(state, own, apart, golden, wholeComponent, checksum), clock.instant())
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
     * @throws OtherModelException if the store was written with another model; nothing is written then
     */
    public synchronized IngestReport ingest(List<? extends Fact> facts, Map<String, Instant> heard) {
        for (int tries = 1; ; tries++) {
            Step.Decision decision = store.read(reader -> decide(reader, facts, heard));
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

    private Step.Decision decide(StoreReader reader, List<? extends Fact> facts, Map<String, Instant> heard) {
        if (!reader.model().isEmpty() && !reader.model().equals(checksum)) {
            throw new OtherModelException(reader.model(), checksum);
        }
        Step.Parts parts = new Step.Parts(reader, scorer, partitioner, golden, wholeComponent, checksum);
        return new Step(parts, clock.instant()).decide(facts, heard);
    }

    /**
     * Decides everything again by this model, whatever model the store was written with, from the facts that it holds: the
     * second generation is made in memory beside the first, which readers go on to see, and takes its place in one commit.
     * Facts that another writer adds meanwhile are seen by trying again. Costs about as much as taking all current records
     * in, and memory for their nodes.
     *
     * @return what became of customers
     * @throws StaleReadException if other writers kept overtaking this one
     */
    public synchronized SwitchReport switchModel() {
        for (int tries = 1; ; tries++) {
            WriteSet writes = store.read(reader -> new SecondGeneration(reader, golden, checksum).decide(this::derive));
            try {
                List<Change> changes = writes.feed().stream()
                        .flatMap(entry -> entry.changes().stream())
                        .toList();
                return new SwitchReport(store.commit(writes), checksum, changes);
            } catch (StaleReadException overtaken) {
                if (tries == MOST_TRIES) {
                    throw overtaken;
                }
            }
        }
    }

    /** A store of these facts alone, by this model. */
    private MemoryStore derive(List<? extends Fact> facts) {
        MemoryStore second = new MemoryStore();
        Ingest clean = new Ingest(second, scorer.model(), duplicateFree, golden, clock, wholeComponent);
        for (int from = 0; from < facts.size(); from += BATCH) {
            clean.ingest(facts.subList(from, Math.min(facts.size(), from + BATCH)));
        }
        return second;
    }
}

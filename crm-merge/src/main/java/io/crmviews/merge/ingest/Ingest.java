package io.crmviews.merge.ingest;

import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.memory.MemoryStore;
import io.crmviews.merge.partition.Partitioner;
import io.crmviews.merge.rights.ErasureKey;
import io.crmviews.merge.rights.ErasureReceipt;
import io.crmviews.merge.rights.ErasureRules;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.MutedKeys;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.model.change.Change;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.Committed;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.spi.store.Decided;
import io.crmviews.spi.store.RightsChanges;
import io.crmviews.spi.store.StaleReadException;
import io.crmviews.spi.store.SourceState;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.WriteSet;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Takes facts into a store, one synchronous step a call. Thread-safe: the writers of one instance take turns, and a step
 * that another writer of the same store overtook is decided again.
 */
public final class Ingest {

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
    private final @Nullable ErasureKey erasureKey;

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
        this(store, model, duplicateFree, golden, clock, WHOLE_COMPONENT, null);
    }

    /**
     * The steps of a store that may hold tombstones.
     *
     * @param store the store
     * @param model the model
     * @param duplicateFree the sources that never hold one customer twice
     * @param golden the merge of golden profiles
     * @param clock says when a fact is learnt
     * @param erasureKey the key of the tombstones, or null: then a store that has any takes nothing in
     */
    public Ingest(
            CustomerStore store,
            Model model,
            Set<String> duplicateFree,
            GoldenMerge golden,
            Clock clock,
            @Nullable ErasureKey erasureKey) {
        this(store, model, duplicateFree, golden, clock, WHOLE_COMPONENT, erasureKey);
    }

    /** {@code wholeComponent}: up to how many nodes a component is cut as a whole; the result is the same for all. */
    Ingest(
            CustomerStore store,
            Model model,
            Set<String> duplicateFree,
            GoldenMerge golden,
            Clock clock,
            int wholeComponent) {
        this(store, model, duplicateFree, golden, clock, wholeComponent, null);
    }

    Ingest(
            CustomerStore store,
            Model model,
            Set<String> duplicateFree,
            GoldenMerge golden,
            Clock clock,
            int wholeComponent,
            @Nullable ErasureKey erasureKey) {
        this.wholeComponent = wholeComponent;
        this.erasureKey = erasureKey;
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
    public IngestReport ingest(List<? extends Fact> facts, Map<String, Instant> heard) {
        Map<String, UnaryOperator<SourceState>> said = new HashMap<>();
        heard.forEach((source, until) -> said.put(
                source, state -> until.isAfter(state.heardUntil()) || state.isFailing() ? state.heard(until) : state));
        return take(facts, said);
    }

    /**
     * Notes that a source cannot be heard, or can be again.
     *
     * @param source its id
     * @param failing whether the last attempt to hear it failed
     */
    public void note(String source, boolean failing) {
        Instant now = clock.instant();
        take(List.of(), Map.of(source, state -> failing ? state.failing(now) : state.recovered()));
    }

    private synchronized IngestReport take(List<? extends Fact> facts, Map<String, UnaryOperator<SourceState>> said) {
        Committed<IngestReport> taken = store.decide(reader -> {
            Barring barring = Barring.of(facts, reader, erasureKey);
            Step.Decision decision = step(reader).decide(barring.admitted(), said);
            IngestReport report = decision.report().without(barring.barred());
            return decision.isEmpty() ? Decided.nothing(report) : Decided.writing(report, decision.writes());
        });
        return taken.answer().at(taken.position());
    }

    private void requireModel(StoreReader reader) {
        if (!reader.model().isEmpty() && !reader.model().equals(checksum)) {
            throw new OtherModelException(reader.model(), checksum);
        }
    }

    private Step step(StoreReader reader) {
        requireModel(reader);
        return new Step(new Step.Parts(reader, scorer, partitioner, golden, wholeComponent, checksum), clock.instant());
    }

    /**
     * Erases records and events for good. What is left falls into customers as if the erased facts had never been; ids
     * pass to the oldest remaining record of a customer, and end if none remains.
     *
     * @param what says what to erase of a state; may be asked several times
     * @param rules the key of the tombstones and the duties to keep
     * @return what was erased, and what is restricted instead
     * @throws StaleReadException if other writers kept overtaking this one
     * @throws OtherModelException if the store was written with another model; nothing is erased then
     */
    public synchronized ErasureReceipt erase(Function<StoreReader, Erasable> what, ErasureRules rules) {
        return store.decide(reader -> {
                    ErasurePlan plan = new ErasurePlan(reader, scorer.model().caps(), rules, clock.instant());
                    Erasable asked = what.apply(reader);
                    plan.takeRecords(asked.records());
                    plan.takeEvents(asked.events());
                    return new Erasing(step(reader), plan).decide(reader.position());
                })
                .answer();
    }

    /**
     * Puts and lifts tombstones and restrictions, and erases nothing.
     *
     * @param changes says what to change of a state; may be asked several times
     * @return the commit position after it
     * @throws StaleReadException if other writers kept overtaking this one
     */
    public synchronized long exercise(Function<StoreReader, RightsChanges> changes) {
        return store.decide(reader -> {
                    RightsChanges made = changes.apply(reader);
                    if (made.isEmpty()) {
                        return Decided.nothing(Boolean.FALSE);
                    }
                    WriteSet empty = step(reader).decide(List.of(), Map.of()).writes();
                    return Decided.writing(Boolean.TRUE, empty.exercising(empty.events(), made));
                })
                .position();
    }

    /**
     * The hashes by which an identifier is suppressed.
     *
     * @param identifier the identifier, written in any usual way
     * @param key the key of the tombstones
     * @return its hashes; none if it is a placeholder or malformed
     */
    public static Set<String> hashes(Subject.OfIdentifier identifier, ErasureKey key) {
        return Identifiers.hashes(identifier, key);
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
        Committed<List<Change>> switched = store.decide(reader -> {
            WriteSet writes = new SecondGeneration(reader, golden, checksum, clock.instant()).decide(this::derive);
            List<Change> changes = writes.feed().stream()
                    .flatMap(entry -> entry.changes().stream())
                    .toList();
            return Decided.writing(changes, writes);
        });
        return new SwitchReport(switched.position(), checksum, switched.answer());
    }

    /**
     * Decides everything again by the model that the store was written with, and writes what differs, if anything does.
     * Costs as much as {@link #switchModel()}.
     *
     * @return how many things differed
     * @throws StaleReadException if other writers kept overtaking this one
     * @throws OtherModelException if the store was written with another model; nothing is written then
     */
    public synchronized long rebuild() {
        return store.<Long>decide(reader -> {
                    requireModel(reader);
                    WriteSet writes =
                            new SecondGeneration(reader, golden, checksum, clock.instant()).decide(this::derive);
                    long differences = Differences.count(reader, writes);
                    return differences == 0
                            ? Decided.nothing(differences)
                            : Decided.writing(differences, writes);
                })
                .answer();
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

package io.crmviews.merge;

import io.crmviews.merge.explain.Hub;
import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.golden.Survivorship;
import io.crmviews.merge.ingest.HubsRead;
import io.crmviews.merge.ingest.Ingest;
import io.crmviews.merge.ingest.IngestReport;
import io.crmviews.merge.ingest.OtherModelException;
import io.crmviews.merge.ingest.SnapshotRead;
import io.crmviews.merge.ingest.SwitchReport;
import io.crmviews.merge.weigh.Model;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.RecordRemoval;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.review.Review;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.spi.policy.AccessPolicy;
import io.crmviews.spi.policy.Reader;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/**
 * The entry point: takes what channels say and shows whole customers. Facts are kept as they were said; customers,
 * profiles and views are derived from them, so the result depends on the facts and not on their order.
 *
 * <p>Thread-safe. Writers take turns; readers see one commit position each and are never shown half a merge. Reads go
 * through {@link #as(Reader)} and are denied unless the policy grants them.
 */
public final class CustomerViews implements AutoCloseable {

    private static final int PAGE = 1_000;

    private final CustomerStore store;
    private final AccessPolicy policy;
    private final GoldenMerge golden;
    private final Clock clock;
    /** Replaced as a whole when the model is switched. */
    private final AtomicReference<Ingest> ingest;

    private final SnapshotRead snapshots;

    CustomerViews(CustomerViewsBuilder settings) {
        store = settings.store;
        Model model = settings.declaredModel();
        policy = settings.policy;
        clock = settings.clock;
        golden = GoldenMerge.of(settings.survivorship, new MatchingForms());
        ingest = new AtomicReference<>(new Ingest(store, model, model.duplicateFree(), golden, clock));
        snapshots = new SnapshotRead(golden, settings.sources.values());
    }

    /**
     * Starts a configuration: a memory store, the shipped model, {@link Survivorship#standard()} and a policy that
     * denies every read, unless something else is set.
     *
     * @return a builder
     */
    public static CustomerViewsBuilder builder() {
        return new CustomerViewsBuilder();
    }

    /**
     * Takes facts in, all or nothing, and brings customers up to date.
     *
     * <p>A fact that equals the version that holds changes nothing, nor does an older version that is known, nor an event
     * whose key is known; so a delivery may be repeated where its source says sequences or times. Costs about 0.1 ms a record
     * in memory and grows with the records that share its values, up to the caps of the model, and with the
     * records that equal it in everything that is compared.
     *
     * @param facts records, removals, interactions, consent events and assertions, in the order in which they arrived
     * @return what became of them
     */
    public IngestReport ingest(List<? extends Fact> facts) {
        return ingest(facts, Map.of());
    }

    /**
     * Takes facts in together with how far sources were heard.
     *
     * @param facts the facts, in the order in which they arrived
     * @param heardUntil until when a source was heard completely, even if nothing changed, by the source's id
     * @return what became of the facts
     */
    public IngestReport ingest(List<? extends Fact> facts, Map<String, Instant> heardUntil) {
        while (true) {
            Ingest current = current();
            try {
                return current.ingest(facts, heardUntil);
            } catch (OtherModelException switched) {
                if (current() == current) {
                    throw switched;
                }
            }
        }
    }

    /**
     * Switches the store to another model: everything that is derived is derived again from the facts, and takes its place
     * in one commit. Until then readers see the old state; facts that are taken in meanwhile wait or are caught up. The
     * result is that of a clean store that took the same facts in with the new model, but for the numbers of customers: a
     * record keeps its id. Look at {@link io.crmviews.merge.evaluate.ModelComparison} before. Questions that were made by
     * {@link #as(Reader)} before the switch explain by the old model; ask for new ones.
     *
     * <p>Costs about as much as taking all current records in, and memory for them.
     *
     * @param model the new model; sources that the old model declared free of duplicates stay so
     * @return what became of customers
     */
    public SwitchReport switchModel(Model model) {
        Set<String> duplicateFree = new TreeSet<>(model.duplicateFree());
        duplicateFree.addAll(model().duplicateFree());
        Model declared = model.withDuplicateFree(duplicateFree);
        Ingest next = new Ingest(store, declared, duplicateFree, golden, clock);
        SwitchReport report = next.switchModel();
        ingest.set(next);
        return report;
    }

    /**
     * Removes a record, as its source would: the removal is a version, and what the record was united with falls apart
     * if it stood on the record alone.
     *
     * @param record the record
     * @return what became of the removal
     */
    public IngestReport remove(RecordKey record) {
        Instant now = clock.instant();
        Instant held = store.read(reader -> reader.records(List.of(record)).values().stream()
                .map(stored -> stored.current().revision().occurredAt())
                .findFirst()
                .orElse(now));
        return ingest(List.of(new RecordRemoval(record, Revision.occurred(later(held, now)))));
    }

    /**
     * Takes a person's decision about a review: an assertion that holds as long as the evidence and the model are those
     * that were looked at, and in any case keeps what it says about the two records. Another decision on the same review
     * takes the place of the first.
     *
     * @param review the review, from {@link ReaderViews#reviews(int)}
     * @param verdict what the person says; {@link Verdict#UNSURE} puts it off until the evidence changes
     * @param author who says it: a user's id, not blank
     * @param reason why, in words that hold no personal data; may be empty
     * @return what became of it
     */
    public IngestReport decide(Review review, Verdict verdict, String author, String reason) {
        RecordKey key = new RecordKey("reviews", Long.toHexString(review.basis()));
        return ingest(List.of(new MatchAssertion(
                key,
                Revision.occurred(clock.instant()),
                review.a(),
                review.b(),
                verdict,
                author,
                reason,
                review.basis())));
    }

    /**
     * Withdraws an assertion: what it moved falls back, and the assertion stays as history.
     *
     * @param assertion its key
     * @param author who withdraws it, not blank
     * @param reason why, in words that hold no personal data; may be empty
     * @return what became of it
     * @throws IllegalArgumentException if there is no such assertion
     */
    public IngestReport withdraw(RecordKey assertion, String author, String reason) {
        MatchAssertion held = store.read(reader -> reader.records(List.of(assertion)).values().stream()
                .map(StoredRecord::current)
                .filter(MatchAssertion.class::isInstance)
                .map(MatchAssertion.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no assertion " + assertion + ".")));
        Revision revision = Revision.occurred(later(held.revision().occurredAt(), clock.instant()));
        return ingest(List.of(new MatchAssertion(
                assertion, revision, held.a(), held.b(), Verdict.WITHDRAWN, author, reason, held.basis())));
    }

    /** The source's clock may be ahead of ours: what ends a version is never older than what it ends. */
    private static Instant later(Instant held, Instant now) {
        return held.isAfter(now) ? held : now;
    }

    /**
     * The questions that a reader may ask.
     *
     * @param reader who asks, and what for
     * @return the questions, answered as far as the policy grants
     */
    public ReaderViews as(Reader reader) {
        return new ReaderViews(store, current(), policy, golden, snapshots, clock, reader);
    }

    /**
     * The model by which records are matched.
     *
     * @return the model
     */
    public Model model() {
        return current().model();
    }

    /**
     * How many customers there are.
     *
     * @return the number
     */
    public long customerCount() {
        return store.read(StoreReader::customerCount);
    }

    /**
     * Shows which records are one customer, for exports and measurements; no attribute is shown. Customers come in the
     * order of their numbers, a thousand at one commit position.
     *
     * @param visitor receives each customer's id and records
     */
    public void forEachCustomer(BiConsumer<CustomerId, List<RecordKey>> visitor) {
        long after = 0;
        while (true) {
            long from = after;
            List<StoredCustomer> page =
                    store.read(reader -> reader.customers(reader.customerNumbers(from, PAGE)).values().stream()
                            .sorted((x, y) -> Long.compare(x.number(), y.number()))
                            .toList());
            if (page.isEmpty()) {
                return;
            }
            page.forEach(customer -> visitor.accept(new CustomerId(customer.number()), customer.records()));
            after = page.get(page.size() - 1).number();
        }
    }

    /**
     * Shows what is generic: values that more records hold than are worth comparing with each other. Nothing is dropped for
     * it: such records still meet by their other values. Costs time in proportion to the keys of the store.
     *
     * @param limit how many at the most, 1 or more
     * @return the hubs, those with most holders first; no value is shown
     */
    public List<Hub> hubs(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("At least one hub must be asked for.");
        }
        return store.read(reader -> new HubsRead(reader, model().caps()).most(limit));
    }

    private Ingest current() {
        return Objects.requireNonNull(ingest.get());
    }

    /** Closes the store. */
    @Override
    public void close() {
        store.close();
    }
}

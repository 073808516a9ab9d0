package io.crmviews.merge;

import io.crmviews.merge.explain.Formation;
import io.crmviews.merge.explain.PairExplanation;
import io.crmviews.merge.explain.Separation;
import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.ingest.HoldersRead;
import io.crmviews.merge.ingest.Ingest;
import io.crmviews.merge.ingest.SnapshotRead;
import io.crmviews.merge.view.FeedPage;
import io.crmviews.merge.view.PageRequest;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.merge.view.Viewer;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.review.Review;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.policy.Access;
import io.crmviews.spi.policy.AccessPolicy;
import io.crmviews.spi.policy.Reader;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The questions one reader may ask, each answered at one commit position and as far as the policy grants. Thread-safe.
 */
public final class ReaderViews {

    private static final RecordKey NOBODY = new RecordKey("search", "attributes");
    private static final int MOST = 1_000;

    private final CustomerStore store;
    private final Ingest ingest;
    private final SnapshotRead snapshots;
    private final Clock clock;
    private final Reader reader;
    private final Sight sight;
    private final Viewer viewer;

    ReaderViews(
            CustomerStore store,
            Ingest ingest,
            AccessPolicy policy,
            GoldenMerge golden,
            SnapshotRead snapshots,
            Clock clock,
            Reader reader) {
        this.store = store;
        this.ingest = ingest;
        this.snapshots = snapshots;
        this.clock = clock;
        this.reader = reader;
        sight = new Sight(policy, reader);
        viewer = Viewer.of(golden, policy);
    }

    /**
     * Finds customers by an identifier: an e-mail address, phone number, device, handle, card, document.
     *
     * @param identifier the identifier; written in any usual way
     * @return the customers of the records that hold it and that the reader may see, ascending; empty if there are none
     *     or the policy does not grant the question or the field. Of a record that holds more than
     *     {@value io.crmviews.merge.normalise.Normaliser#MAX_VALUES} values of a kind only so many count, and of a value
     *     that more than a thousand different records hold only a thousand are looked at
     */
    public List<CustomerId> find(Subject.OfIdentifier identifier) {
        if (!sight.may(Access.Question.FIND) || !sight.may(Viewer.field(identifier))) {
            return List.of();
        }
        return store.read(state -> {
            Set<CustomerId> found = new TreeSet<>();
            for (CustomerId holder : new HoldersRead(state, sight::maySee).customers(identifier)) {
                sight.id(state, holder.number()).ifPresent(found::add);
            }
            return List.copyOf(found);
        });
    }

    /**
     * Finds the customer of a record.
     *
     * @param record the record
     * @return its customer; empty if it is not there or the reader may not see it
     */
    public Optional<CustomerId> find(RecordKey record) {
        return sight.may(Access.Question.FIND) ? store.read(state -> sight.id(state, record)) : Optional.empty();
    }

    /**
     * Finds the customer to whom an id leads now. Ids outlive merges: a retired one leads to the customer that its
     * record belongs to.
     *
     * @param id any id that was ever given
     * @return the customer's present id: the least that a record carries which the reader may see; empty if no such record
     *     carries the id that was asked for
     */
    public Optional<CustomerId> find(CustomerId id) {
        if (!sight.may(Access.Question.FIND)) {
            return Optional.empty();
        }
        return store.read(state -> sight.customer(state, id).flatMap(customer -> sight.id(state, customer)));
    }

    /**
     * The whole view of a customer with the first fifty entries of the timeline.
     *
     * @param id any id that one of the customer's records carries
     * @return the view, or why there is none
     */
    public ViewAnswer view(CustomerId id) {
        return view(id, PageRequest.first(50));
    }

    /**
     * The whole view of a customer.
     *
     * @param id any id that one of the customer's records carries
     * @param page which page of the timeline
     * @return the view, or why there is none; an id that nobody carries is answered like one that is withheld
     */
    public ViewAnswer view(CustomerId id, PageRequest page) {
        return store.read(state -> sight.customer(state, id)
                .flatMap(customer -> snapshots.read(state, id, clock.instant()))
                .map(snapshot ->
                        snapshot.judgedBy(new VisibleAttributor(snapshot.attributor(), snapshot.id(), state, sight)))
                .map(snapshot -> viewer.view(reader, snapshot, page))
                .orElseGet(ViewAnswer.Withheld::new));
    }

    /**
     * Why two records are, or are not, one customer.
     *
     * @param a a record
     * @param b another
     * @return the evidence level by level, or why there is none
     */
    public WhyAnswer why(RecordKey a, RecordKey b) {
        if (!mayExplain(Access.Question.WHY)) {
            return new WhyAnswer.Withheld();
        }
        return store.read(state -> pairs(state)
                .why(a, b)
                .map((PairExplanation pair) -> (WhyAnswer) new WhyAnswer.Explained(pair))
                .orElseGet(WhyAnswer.Withheld::new));
    }

    /**
     * Why two records are not one customer: the keys that they do not share, the levels that speak against, the
     * constraints that refused.
     *
     * @param a a record
     * @param b another
     * @return what keeps them apart, or why there is no answer. Costs as much as cutting the components of both once more
     */
    public WhyNotAnswer whyNot(RecordKey a, RecordKey b) {
        if (!mayExplain(Access.Question.WHY)) {
            return new WhyNotAnswer.Withheld();
        }
        return store.read(state -> pairs(state)
                .whyNot(a, b)
                .map((Separation separation) -> (WhyNotAnswer) new WhyNotAnswer.Explained(separation))
                .orElseGet(WhyNotAnswer.Withheld::new));
    }

    /**
     * How a customer came together: the order in which its records join, with the edges and their evidence. Where records
     * are hidden from the reader, it is told as if they were not there.
     *
     * @param id any id that one of the customer's visible records carries
     * @return the joins, or why there is no answer. Costs as much as cutting the customer's component once more
     */
    public HowAnswer how(CustomerId id) {
        if (!mayExplain(Access.Question.WHY)) {
            return new HowAnswer.Withheld();
        }
        return store.read(state -> sight.customer(state, id)
                .flatMap(customer -> formation(state, customer))
                .map((Formation formation) -> (HowAnswer) new HowAnswer.Explained(formation))
                .orElseGet(HowAnswer.Withheld::new));
    }

    private Optional<Formation> formation(StoreReader state, StoredCustomer customer) {
        Explainable explainable = new Explainable(state, sight);
        List<RecordKey> records = sight.visible(customer.records());
        if (!records.stream().allMatch(explainable)) {
            return Optional.empty();
        }
        CustomerExplaining customers =
                new CustomerExplaining(state, explainable, ingest.components(state, explainable));
        return sight.id(state, customer).map(id -> customers.formation(id, records));
    }

    /**
     * What a record would do if it arrived now: decided by the very code that takes records in, and nothing is written.
     *
     * @param record the record, with the key and revision that it would have; of a source that the reader may see
     * @return which customers it would join, with the edges and the refusals, or why there is no answer. Costs as much as
     *     taking the record in
     */
    public WhatIfAnswer whatIf(SourceRecord record) {
        if (!mayExplain(Access.Question.SEARCH) || !sight.maySee(record.key()) || !sight.maySeeAllFields(record)) {
            return new WhatIfAnswer.Withheld();
        }
        return store.read(state -> new WhatIfAnswer.Explained(new Forecasting(state, ingest, sight).forecast(record)));
    }

    /**
     * Searches for customers that are like some attributes. Generic values are looked at too, in a bounded way.
     *
     * @param attributes what is known, such as {@link #attributes()} builds; key and revision do not count, nor does a
     *     field that the reader may not see
     * @param limit how many customers at the most, 1 to 1,000
     * @return the customers with a visible record that shares a key with the attributes and agrees more than it disagrees,
     *     the likeliest first
     */
    public SearchAnswer search(SourceRecord attributes, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A search is for 1 to " + MOST + " customers.");
        }
        if (!sight.may(Access.Question.SEARCH)) {
            return new SearchAnswer.Withheld();
        }
        return store.read(state ->
                new SearchAnswer.Found(new Searching(state, sight, ingest.scorer(state)).search(attributes, limit)));
    }

    /**
     * What changed of customers since a commit, told only after it is stored: in order, and to every subscriber that asks.
     * A merge or a split tells that all values of its customers may have changed, and of these nothing else is told. Where
     * records of hidden sources are involved, a change of values names the fields of which visible records say something
     * else; that a hidden one changed is not told.
     *
     * @param after the {@link FeedPage#next()} of the page before; 0 for the beginning
     * @param most how many commits with changes are looked at, 1 to 1,000
     * @return the changes that the reader may know of, and where to go on
     */
    public FeedAnswer feed(long after, int most) {
        if (after < 0 || most < 1 || most > MOST) {
            throw new IllegalArgumentException("A feed is read after a position, 1 to " + MOST + " commits at once.");
        }
        if (!sight.may(Access.Question.FEED)) {
            return new FeedAnswer.Withheld();
        }
        return store.read(state -> new FeedAnswer.Page(new Feeding(state, sight).page(after, most)));
    }

    /**
     * Starts the attributes of a search.
     *
     * @return a builder of a record that has no source
     */
    public static SourceRecordBuilder attributes() {
        return SourceRecord.builder(NOBODY);
    }

    /**
     * Pairs that wait for a person's decision, those first where it matters most. A pair that was decided is not shown again
     * until its evidence or the model changes; see {@link CustomerViews#decide}.
     *
     * @param limit how many at the most
     * @return open reviews whose records and fields the reader may all see; ranked among the thousand heaviest
     */
    public List<Review> reviews(int limit) {
        return mayExplain(Access.Question.REVIEWS)
                ? store.read(state -> queue(state).open(limit).stream()
                        .map(review -> named(state, review))
                        .toList())
                : List.of();
    }

    /**
     * What people said is one customer and what does not hold, because an assertion that it is different, a later
     * assertion or the kind of the parties outranks it.
     *
     * @param limit how many at the most
     * @return assertions about records that the reader may see, by their keys
     */
    public List<MatchAssertion> conflicts(int limit) {
        return mayExplain(Access.Question.REVIEWS)
                ? store.read(state -> queue(state).conflicts(limit))
                : List.of();
    }

    /** The same review with the ids by which the reader knows the customers. */
    private Review named(StoreReader state, Review review) {
        return new Review(
                review.a(),
                review.b(),
                sight.id(state, review.a()).orElse(review.customerA()),
                sight.id(state, review.b()).orElse(review.customerB()),
                review.weight(),
                review.reason(),
                review.stake(),
                review.basis());
    }

    private ReviewQueue queue(StoreReader state) {
        return new ReviewQueue(
                state,
                ingest.scorer(state).model(),
                key -> sight.maySee(key)
                        && state.records(List.of(key)).values().stream()
                                .allMatch(stored -> !(stored.current() instanceof SourceRecord record)
                                        || sight.maySeeAllFields(record)));
    }

    private PairExplaining pairs(StoreReader state) {
        Explainable explainable = new Explainable(state, sight);
        return new PairExplaining(state, explainable, ingest.components(state, explainable));
    }

    /** Levels say something of every field, so whoever may not see a field is not told why. */
    private boolean mayExplain(Access.Question question) {
        return sight.may(question) && sight.maySeeAllFields();
    }
}

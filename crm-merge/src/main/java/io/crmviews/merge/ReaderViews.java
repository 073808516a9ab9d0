package io.crmviews.merge;

import io.crmviews.merge.explain.Explainer;
import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.ingest.HoldersRead;
import io.crmviews.merge.ingest.SnapshotRead;
import io.crmviews.merge.key.KeyType;
import io.crmviews.merge.key.Keys;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.view.PageRequest;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.merge.view.Viewer;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.MutedKeys;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.SocialHandle;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.Field;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.policy.Access;
import io.crmviews.spi.policy.AccessPolicy;
import io.crmviews.spi.policy.Reader;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.spi.store.Posting;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredRecord;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The questions one reader may ask, each answered at one commit position and as far as the policy grants. Thread-safe.
 */
public final class ReaderViews {

    private final CustomerStore store;
    private final Model model;
    private final AccessPolicy policy;
    private final SnapshotRead snapshots;
    private final Clock clock;
    private final Reader reader;
    private final Viewer viewer;

    ReaderViews(
            CustomerStore store,
            Model model,
            AccessPolicy policy,
            GoldenMerge golden,
            SnapshotRead snapshots,
            Clock clock,
            Reader reader) {
        this.store = store;
        this.model = model;
        this.policy = policy;
        this.snapshots = snapshots;
        this.clock = clock;
        this.reader = reader;
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
        if (!may(new Access.ToQuestion(Access.Question.FIND)) || !may(new Access.ToField(Viewer.field(identifier)))) {
            return List.of();
        }
        return store.read(state -> {
            Set<CustomerId> found = new TreeSet<>();
            List<RecordKey> visible = new HoldersRead(state)
                    .records(identifier).stream().filter(this::maySee).toList();
            for (StoredRecord record : state.records(visible).values()) {
                found.add(new CustomerId(record.customer()));
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
        if (!may(new Access.ToQuestion(Access.Question.FIND)) || !maySee(record)) {
            return Optional.empty();
        }
        return store.read(state -> state.records(List.of(record)).values().stream()
                .filter(stored -> stored.customer() != StoredRecord.NONE)
                .map(stored -> new CustomerId(stored.customer()))
                .findFirst());
    }

    /**
     * Finds the customer to whom an id leads now. Ids outlive merges: a retired one leads to the customer that its
     * record belongs to.
     *
     * @param id any id that was ever given
     * @return the customer's present id; empty if nobody carries it or the reader may see none of the records
     */
    public Optional<CustomerId> find(CustomerId id) {
        if (!may(new Access.ToQuestion(Access.Question.FIND))) {
            return Optional.empty();
        }
        return store.read(state -> SnapshotRead.customer(state, id)
                .filter(customer -> customer.records().stream().anyMatch(this::maySee))
                .map(StoredCustomer::number)
                .map(CustomerId::new));
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
        return store.read(state -> snapshots
                .read(state, id, clock.instant())
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
        if (!may(new Access.ToQuestion(Access.Question.WHY)) || !maySee(a) || !maySee(b) || !maySeeAllFields()) {
            return new WhyAnswer.Withheld();
        }
        return store.read(state -> {
            Map<RecordKey, StoredRecord> records = state.records(List.of(a, b));
            StoredRecord one = records.get(a);
            StoredRecord other = records.get(b);
            if (one == null || other == null) {
                return new WhyAnswer.Withheld();
            }
            if (one.current() instanceof SourceRecord x
                    && other.current() instanceof SourceRecord y
                    && maySeeAllFields(x)
                    && maySeeAllFields(y)) {
                return explained(state, x, y, one.customer() == other.customer());
            }
            return new WhyAnswer.Withheld();
        });
    }

    private WhyAnswer explained(StoreReader state, SourceRecord a, SourceRecord b, boolean together) {
        Explainer.Side one = new Explainer.Side(a.key(), Prepared.of(Normaliser.features(a), model));
        Explainer.Side other = new Explainer.Side(b.key(), Prepared.of(Normaliser.features(b), model));
        PairScorer scorer = new PairScorer(model);
        scorer.mute(MutedKeys.of(state.mutedKeys()));
        return new WhyAnswer.Explained(new Explainer(scorer)
                .explain(one, other, together, sharedKeys(state, one.prepared(), other.prepared())));
    }

    private List<KeyType> sharedKeys(StoreReader state, Prepared a, Prepared b) {
        long[] keys = Keys.of(a.features());
        long[] others = Keys.of(b.features());
        long[] shared = Arrays.stream(keys)
                .filter(key -> Arrays.binarySearch(others, key) >= 0)
                .toArray();
        List<Posting> postings = state.postings(shared, 0);
        Set<KeyType> types = new TreeSet<>();
        for (int i = 0; i < shared.length; i++) {
            if (postings.get(i).count() <= model.caps().of(shared[i])) {
                types.add(KeyType.of(shared[i]));
            }
        }
        return new ArrayList<>(types);
    }

    /** Levels say something of every field, so whoever may not see a field is not told why. */
    private boolean maySeeAllFields() {
        return Arrays.stream(Attribute.values()).allMatch(attribute -> may(new Access.ToField(Field.of(attribute))));
    }

    /** Nor is who may not see one type of identifier, one network or one characteristic that a record states. */
    private boolean maySeeAllFields(SourceRecord record) {
        Stream<Field> media = record.media().stream()
                .filter(SocialHandle.class::isInstance)
                .map(medium -> new Field(Attribute.SOCIAL, ((SocialHandle) medium).network()));
        Stream<Field> identifiers = record.identifiers().stream().map(held -> Field.identifier(held.type()));
        Stream<Field> characteristics =
                record.characteristics().stream().map(stated -> Field.characteristic(stated.name()));
        return Stream.of(media, identifiers, characteristics)
                .flatMap(fields -> fields)
                .allMatch(field -> may(new Access.ToField(field)));
    }

    private boolean maySee(RecordKey record) {
        return may(new Access.ToSource(record.source()));
    }

    private boolean may(Access access) {
        return policy.permits(reader, access);
    }
}

package io.crmviews.merge;

import io.crmviews.merge.ingest.Erasable;
import io.crmviews.merge.ingest.Ingest;
import io.crmviews.merge.ingest.IngestReport;
import io.crmviews.merge.ingest.SnapshotRead;
import io.crmviews.merge.rights.ErasureKey;
import io.crmviews.merge.rights.ErasureReceipt;
import io.crmviews.merge.rights.ErasureRules;
import io.crmviews.merge.rights.Overdue;
import io.crmviews.merge.rights.RetentionPlan;
import io.crmviews.merge.rights.RetentionRule;
import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.ConsentState;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.spi.store.Restriction;
import io.crmviews.spi.store.RightsChanges;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredRecord;
import io.crmviews.spi.store.Tombstone;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people may demand of the data about them. For the embedder, who has made sure who asks: no policy is consulted.
 * Thread-safe.
 */
public final class Rights {

    /**
     * The source of what people had put right. A rule of survivorship lets it win, such as
     * {@link io.crmviews.merge.golden.Strategies#sourcePriority} with this source first.
     */
    public static final String RECTIFICATION = "rectification";

    /** The source of objections. */
    public static final String OBJECTION = "objection";

    private static final int PAGE = 1_000;

    private final CustomerStore store;
    private final Supplier<Ingest> ingest;
    private final Clock clock;
    private final SnapshotRead snapshots;
    private final @Nullable ErasureRules rules;

    Rights(
            CustomerStore store,
            Supplier<Ingest> ingest,
            Clock clock,
            SnapshotRead snapshots,
            @Nullable ErasureRules rules) {
        this.snapshots = snapshots;
        this.store = store;
        this.ingest = ingest;
        this.clock = clock;
        this.rules = rules;
    }

    /**
     * Erases a record: all its versions, keys, edges and reviews, what people said of it, and the events that are its own.
     * The remaining records of its customer fall into customers as if it had never been; its id passes to the oldest of
     * them. What its source delivers again is rejected.
     *
     * @param record the record
     * @return what was erased, and what is restricted instead by law
     * @throws IllegalStateException if no erasure key was configured
     */
    public ErasureReceipt erase(RecordKey record) {
        return ingest.get().erase(reader -> Erasable.of(List.of(record)), rules());
    }

    /**
     * Erases a whole customer: all its records, those that its sources removed before included. Its ids answer
     * {@link io.crmviews.merge.view.ViewAnswer.Erased} from then on.
     *
     * @param customer any id that leads to it
     * @return what was erased, and what is restricted instead by law; nothing if the id leads nowhere
     * @throws IllegalStateException if no erasure key was configured
     */
    public ErasureReceipt erase(CustomerId customer) {
        return ingest.get().erase(reader -> Erasable.of(records(reader, customer)), rules());
    }

    private static Set<RecordKey> records(StoreReader reader, CustomerId customer) {
        Set<RecordKey> records = new TreeSet<>();
        List<RecordKey> members = SnapshotRead.customer(reader, customer)
                .map(StoredCustomer::records)
                .orElse(List.of());
        for (StoredRecord member : reader.records(members).values()) {
            records.add(member.key());
            records.addAll(member.predecessors());
        }
        return records;
    }

    /**
     * Suppresses an identifier: whatever states or names it is rejected, under whichever record, until that is lifted. What
     * is there already stays; erase it first.
     *
     * @param identifier the identifier, written in any usual way; of a phone number the last nine digits count
     * @throws IllegalArgumentException if it is a placeholder or malformed
     * @throws IllegalStateException if no erasure key was configured
     */
    public void suppress(Subject.OfIdentifier identifier) {
        ErasureKey key = rules().key();
        List<Tombstone> tombstones = hashes(identifier, key).stream()
                .map(hash -> new Tombstone(hash, Tombstone.Kind.IDENTIFIER, key.id(), clock.instant()))
                .toList();
        ingest.get().exercise(reader -> RightsChanges.tombstones(tombstones, List.of()));
    }

    /**
     * Lifts the suppression of an identifier. What was rejected meanwhile comes when its source delivers it again.
     *
     * @param identifier the identifier
     * @throws IllegalArgumentException if it is a placeholder or malformed
     * @throws IllegalStateException if no erasure key was configured
     */
    public void lift(Subject.OfIdentifier identifier) {
        Set<String> hashes = hashes(identifier, rules().key());
        ingest.get()
                .exercise(reader -> RightsChanges.tombstones(
                        List.of(), List.copyOf(reader.tombstones(hashes).keySet())));
    }

    private static Set<String> hashes(Subject.OfIdentifier identifier, ErasureKey key) {
        Set<String> hashes = Ingest.hashes(identifier, key);
        if (hashes.isEmpty()) {
            throw new IllegalArgumentException("A placeholder cannot be suppressed.");
        }
        return hashes;
    }

    /**
     * Shows the erasure ledger, to be kept apart from the store's backups: a backup knows nothing of later erasures.
     *
     * @param visitor receives every tombstone, a thousand at one commit position
     */
    public void ledger(Consumer<Tombstone> visitor) {
        String after = "";
        List<Tombstone> page;
        do {
            String from = after;
            page = store.read(reader -> reader.ledger(from, PAGE));
            page.forEach(visitor);
            after = page.isEmpty() ? after : page.get(page.size() - 1).hash();
        } while (!page.isEmpty());
    }

    /**
     * Erases again what a restored backup brought back, and bars it as before. Costs a walk over the names of all facts.
     *
     * @param ledger the tombstones as {@link #ledger} showed them
     * @return what was erased again
     * @throws IllegalArgumentException if one was made by another key
     * @throws IllegalStateException if no erasure key was configured
     */
    public ErasureReceipt replay(Collection<Tombstone> ledger) {
        ErasureRules held = rules();
        if (ledger.stream()
                .anyMatch(tombstone -> !tombstone.keyId().equals(held.key().id()))) {
            throw new IllegalArgumentException("The ledger was made by another erasure key.");
        }
        Set<String> hashes = ledger.stream().map(Tombstone::hash).collect(Collectors.toCollection(HashSet::new));
        ingest.get().exercise(reader -> RightsChanges.tombstones(List.copyOf(ledger), List.of()));
        return ingest.get().erase(reader -> named(reader, hashes, held.key()), held);
    }

    private static Erasable named(StoreReader reader, Set<String> hashes, ErasureKey key) {
        List<RecordKey> records = new ArrayList<>();
        List<RecordKey> page = reader.recordKeys(null, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(name -> hashes.contains(key.hash(Tombstone.Kind.RECORD, name)))
                    .forEach(records::add);
            page = reader.recordKeys(page.get(page.size() - 1), PAGE);
        }
        List<RecordKey> events = new ArrayList<>();
        page = reader.eventKeys(null, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(name -> hashes.contains(key.hash(Tombstone.Kind.EVENT, name)))
                    .forEach(events::add);
            page = reader.eventKeys(page.get(page.size() - 1), PAGE);
        }
        return new Erasable(records, events);
    }

    /**
     * Writes all that is known of a customer as one JSON document: access and portability. The document is
     * {@code {"personalData":1,"customer":..,"at":..,"facts":[..]}}; each fact is what
     * {@link io.crmviews.merge.json.JsonCodec#facts()} reads: all versions of all records, also of those that their sources
     * removed, consent events, and the interactions that are the customer's for certain. Taken into an empty store these
     * facts make the same view again.
     *
     * @param customer any id that leads to it
     * @param out receives the document, a page of interactions at a time; the store's state is held until all is written
     * @return whether there is such a customer; nothing is written else
     * @throws java.io.UncheckedIOException if it cannot be written to
     */
    public boolean export(CustomerId customer, Appendable out) {
        return store.read(state -> new PersonalData(snapshots, out).write(state, customer, clock.instant()));
    }

    /**
     * Takes a correction in, as a record of a source of its own that is said to be the same as the customer's oldest record.
     * A later correction takes the place of an earlier one. That it wins is up to the rules of survivorship; what other
     * sources say stays as it was said.
     *
     * @param customer any id that leads to it
     * @param correction what is right; its key and revision do not count
     * @param author who took it in: a user's id, not blank
     * @return what became of it
     * @throws IllegalArgumentException if the id leads nowhere
     */
    public IngestReport rectify(CustomerId customer, SourceRecord correction, String author) {
        StoredRecord oldest = store.read(state -> members(state, customer).stream()
                .filter(member -> !member.key().source().equals(RECTIFICATION))
                .min(Comparator.comparing(member -> member.ids().get(0)))
                .orElseThrow(() -> new IllegalArgumentException("There is no such customer.")));
        RecordKey key = new RecordKey(RECTIFICATION, "record-" + oldest.ids().get(0));
        RecordKey saying = new RecordKey(RECTIFICATION, "same-" + oldest.ids().get(0));
        SourceRecord fact = new SourceRecord(
                key,
                Revision.occurred(clock.instant()),
                correction.kind(),
                correction.roles(),
                correction.names(),
                correction.birthDates(),
                correction.gender(),
                correction.media(),
                correction.identifiers(),
                correction.characteristics());
        return ingest.get()
                .ingest(List.of(
                        fact, MatchAssertion.of(saying, key, oldest.key(), Verdict.SAME, author, clock.instant())));
    }

    /**
     * Keeps a customer's records and lets nobody use them whom the policy does not grant
     * {@link io.crmviews.spi.policy.Access.ToRestricted} (GDPR, article 18). They still say whom they belong to.
     *
     * @param customer any id that leads to it
     * @param ground why, in the law's words, without personal data; not blank
     * @return the restricted records; empty if the id leads nowhere
     */
    public List<RecordKey> restrict(CustomerId customer, String ground) {
        List<Restriction> restrictions = new ArrayList<>();
        ingest.get().exercise(reader -> {
            restrictions.clear();
            members(reader, customer)
                    .forEach(member -> restrictions.add(new Restriction(member.key(), ground, clock.instant())));
            return RightsChanges.restrictions(restrictions, List.of());
        });
        return restrictions.stream().map(Restriction::record).toList();
    }

    /**
     * Ends the restriction of records.
     *
     * @param records the records, as {@link #restrict} named them
     */
    public void release(Collection<RecordKey> records) {
        ingest.get()
                .exercise(reader -> RightsChanges.restrictions(
                        List.of(),
                        records.stream()
                                .filter(reader.restrictions()::containsKey)
                                .toList()));
    }

    /**
     * Takes an objection in (GDPR, article 21): a refusal by the authenticated person, held by each of the customer's
     * records, so that every part keeps it whatever is split.
     *
     * @param customer any id that leads to it
     * @param purpose what is objected to, such as {@code marketing}; not blank
     * @param evidence a reference to the form, call or page, never its content, or empty
     * @return what became of it
     */
    public IngestReport object(CustomerId customer, String purpose, String evidence) {
        Instant now = clock.instant();
        List<ConsentEvent> events = store.read(state -> members(state, customer)).stream()
                .map(member -> new ConsentEvent(
                        new RecordKey(OBJECTION, purpose + "-" + member.ids().get(0) + "-" + now.toEpochMilli()),
                        Revision.occurred(now),
                        new Subject.OfRecord(member.key()),
                        purpose,
                        "",
                        ConsentState.REFUSED,
                        true,
                        Instant.MAX,
                        evidence))
                .toList();
        return ingest.get().ingest(events);
    }

    private static List<StoredRecord> members(StoreReader reader, CustomerId customer) {
        List<RecordKey> keys = SnapshotRead.customer(reader, customer)
                .map(StoredCustomer::records)
                .orElse(List.of());
        return List.copyOf(new TreeMap<>(reader.records(keys)).values());
    }

    /**
     * Erases what is over its time. Costs a walk over all facts.
     *
     * @param keep the rules; where several are for something, the longest counts
     * @param dryRun whether to tell only
     * @return what is over its time
     * @throws IllegalStateException if no erasure key was configured
     */
    public RetentionPlan retain(List<RetentionRule> keep, boolean dryRun) {
        return new Retaining(store, ingest.get(), rules(), new Overdue(keep, clock.instant())).run(dryRun);
    }

    private ErasureRules rules() {
        if (rules == null) {
            throw new IllegalStateException("Configure an erasure key before anything is erased or suppressed.");
        }
        return rules;
    }
}

package io.crmviews.merge.ingest;

import io.crmviews.merge.consent.AttributedConsent;
import io.crmviews.merge.consent.Standing;
import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.key.KeyCaps;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.view.Hearing;
import io.crmviews.merge.view.Holders;
import io.crmviews.merge.view.Member;
import io.crmviews.merge.view.Snapshot;
import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.SourceDescription;
import io.crmviews.spi.store.SourceState;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredEvent;
import io.crmviews.spi.store.StoredRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Reads everything that a view of one customer is made from, at one commit position. */
public final class SnapshotRead {

    private final GoldenMerge golden;
    private final Supplier<KeyCaps> caps;
    private final Map<String, SourceDescription> declared = new TreeMap<>();

    /**
     * A reader of snapshots.
     *
     * @param golden the merge that prepares records
     * @param declared the sources that the embedder declared
     * @param caps gives the caps of the present model: from how many holders on an identifier is generic
     */
    public SnapshotRead(GoldenMerge golden, Collection<SourceDescription> declared, Supplier<KeyCaps> caps) {
        this.golden = golden;
        this.caps = caps;
        declared.forEach(source -> this.declared.put(source.id(), source));
    }

    /**
     * Reads a customer's snapshot.
     *
     * @param reader the state to read
     * @param id any id that one of its records carries
     * @param at the instant for which consents and freshness are stated
     * @return the snapshot, or empty if nobody carries the id now
     */
    public Optional<Snapshot> read(StoreReader reader, CustomerId id, Instant at) {
        return customer(reader, id).map(customer -> read(reader, customer, at));
    }

    /**
     * The caps of the present model.
     *
     * @return the caps
     */
    public KeyCaps caps() {
        return caps.get();
    }

    /**
     * The customer to whom an id leads.
     *
     * @param reader the state to read
     * @param id any id that was ever given
     * @return the customer, or empty if nobody carries the id now
     */
    public static Optional<StoredCustomer> customer(StoreReader reader, CustomerId id) {
        return reader.carriers(List.of(id.number())).values().stream()
                .findFirst()
                .flatMap(key -> reader.records(List.of(key)).values().stream().findFirst())
                .flatMap(record -> reader.customers(List.of(record.customer())).values().stream()
                        .findFirst());
    }

    /**
     * Reads a customer's snapshot.
     *
     * @param reader the state to read
     * @param customer the customer, of that state
     * @param at the instant for which consents and freshness are stated
     * @return the snapshot
     */
    public Snapshot read(StoreReader reader, StoredCustomer customer, Instant at) {
        List<Member> members = new ArrayList<>();
        Map<RecordKey, Set<Long>> identifiers = new HashMap<>();
        Set<Long> subjects = new TreeSet<>();
        Set<Long> proven = new TreeSet<>();
        Set<RecordKey> former = new TreeSet<>();
        List<Features> held = new ArrayList<>();
        for (StoredRecord record : reader.records(customer.records()).values()) {
            if (record.current() instanceof SourceRecord fact) {
                members.add(new Member(id(record, customer), golden.prepare(fact)));
                Features features = Normaliser.features(fact);
                held.add(features);
                Set<Long> own = identifiers(features, record.history());
                identifiers.put(record.key(), own);
                subjects.add(Subjects.of(record.key()));
                subjects.addAll(own);
                proven.addAll(Subjects.verified(fact));
                former.addAll(record.predecessors());
            }
        }
        HoldersRead read = new HoldersRead(reader);
        KeyCaps known = caps.get();
        Holders holders = (subject, then) -> read.customers(subject, then, known);
        long[] about = subjects.stream().mapToLong(Long::longValue).toArray();
        List<AttributedConsent> consents = new ArrayList<>();
        for (StoredEvent event : reader.consentsAbout(about)) {
            if (event.fact() instanceof ConsentEvent consent && concerns(consent.subject(), held)) {
                consents.add(new AttributedConsent(consent, standing(consent.subject(), proven, read)));
            }
        }
        consents.addAll(consentsOfRemoved(reader, former));
        CustomerId id = new CustomerId(customer.number());
        return new Snapshot(
                id,
                reader.position(),
                members,
                new StoredHistory(reader, about, identifiers),
                holders.attributor(id),
                consents,
                hearings(reader),
                at);
    }

    /** A removed record has left its id to the customer, which may go by it in a view of the time before. */
    private static CustomerId id(StoredRecord record, StoredCustomer customer) {
        return new CustomerId(
                record.ids().isEmpty() ? customer.number() : record.ids().get(0));
    }

    /** Also those that it does not state any more: what happened while it held them stays its customer's. */
    private static Set<Long> identifiers(Features features, List<Fact> history) {
        Set<Long> found = new HashSet<>();
        for (long subject : Subjects.identifiers(features)) {
            found.add(subject);
        }
        for (Fact version : history) {
            if (version instanceof SourceRecord before) {
                for (long subject : Subjects.identifiers(before)) {
                    found.add(subject);
                }
            }
        }
        return found;
    }

    /** What removed records said of consent: who left their ids left their refusals too. One that is back speaks itself. */
    private static List<AttributedConsent> consentsOfRemoved(StoreReader reader, Set<RecordKey> former) {
        if (former.isEmpty()) {
            return List.of();
        }
        long[] subjects = reader.records(former).values().stream()
                .filter(record -> !(record.current() instanceof SourceRecord))
                .mapToLong(record -> Subjects.of(record.key()))
                .toArray();
        List<AttributedConsent> consents = new ArrayList<>();
        for (StoredEvent event : reader.consentsAbout(subjects)) {
            if (event.fact() instanceof ConsentEvent consent && consent.subject() instanceof Subject.OfRecord) {
                consents.add(new AttributedConsent(consent, Standing.REMOVED_RECORD));
            }
        }
        return consents;
    }

    private static boolean concerns(Subject subject, List<Features> held) {
        if (subject instanceof Subject.OfRecord) {
            return true;
        }
        Features asked = Subjects.features((Subject.OfIdentifier) subject);
        return held.stream().anyMatch(features -> Subjects.mayHold(features, asked));
    }

    private static Standing standing(Subject subject, Set<Long> proven, HoldersRead holders) {
        if (subject instanceof Subject.OfRecord) {
            return Standing.RECORD;
        }
        if (holders.customers(subject).size() > 1) {
            return Standing.SHARED_IDENTIFIER;
        }
        boolean verified = Subjects.of(subject).stream().anyMatch(proven::contains);
        return verified ? Standing.VERIFIED_IDENTIFIER : Standing.CLAIMED_IDENTIFIER;
    }

    /**
     * How each source was heard, declared or not.
     *
     * @param reader the state to read
     * @return the sources, by their ids
     */
    public List<Hearing> hearings(StoreReader reader) {
        Map<String, SourceState> states = new TreeMap<>(reader.sources());
        declared.keySet().forEach(source -> states.putIfAbsent(source, SourceState.silent(source)));
        return states.values().stream()
                .map(state -> new Hearing(
                        declared.getOrDefault(state.source(), SourceDescription.of(state.source())),
                        state.heardUntil(),
                        state.isFailing(),
                        state.lastOccurred(),
                        state.lastRecorded()))
                .toList();
    }
}

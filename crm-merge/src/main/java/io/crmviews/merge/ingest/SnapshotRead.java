package io.crmviews.merge.ingest;

import io.crmviews.merge.consent.AttributedConsent;
import io.crmviews.merge.consent.Standing;
import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.view.Hearing;
import io.crmviews.merge.view.Holders;
import io.crmviews.merge.view.Member;
import io.crmviews.merge.view.Snapshot;
import io.crmviews.merge.view.Timelines;
import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.Interaction;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads everything that a view of one customer is made from, at one commit position. */
public final class SnapshotRead {

    private final GoldenMerge golden;
    private final Map<String, SourceDescription> declared = new TreeMap<>();

    /**
     * A reader of snapshots.
     *
     * @param golden the merge that prepares records
     * @param declared the sources that the embedder declared
     */
    public SnapshotRead(GoldenMerge golden, Collection<SourceDescription> declared) {
        this.golden = golden;
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
        return customer(reader, id).map(customer -> snapshot(reader, customer, at));
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

    private Snapshot snapshot(StoreReader reader, StoredCustomer customer, Instant at) {
        List<Member> members = new ArrayList<>();
        Set<Long> subjects = new TreeSet<>();
        Set<Long> proven = new TreeSet<>();
        Set<RecordKey> former = new TreeSet<>();
        List<Features> held = new ArrayList<>();
        for (StoredRecord record : reader.records(customer.records()).values()) {
            if (record.current() instanceof SourceRecord fact) {
                CustomerId own = new CustomerId(record.ids().get(0));
                members.add(new Member(own, golden.prepare(fact)));
                subjects.add(Subjects.of(record.key()));
                Features features = Normaliser.features(fact);
                held.add(features);
                for (long subject : Subjects.identifiers(features)) {
                    subjects.add(subject);
                }
                proven.addAll(Subjects.verified(fact));
                former.addAll(record.predecessors());
            }
        }
        HoldersRead read = new HoldersRead(reader);
        Holders holders = (subject, then) -> read.customers(subject);
        List<List<Interaction>> runs = new ArrayList<>();
        List<AttributedConsent> consents = new ArrayList<>();
        List<StoredEvent> events =
                reader.eventsAbout(subjects.stream().mapToLong(Long::longValue).toArray());
        List<Interaction> interactions = new ArrayList<>();
        for (StoredEvent event : events) {
            if (event.fact() instanceof Interaction interaction) {
                interactions.add(interaction);
            } else if (event.fact() instanceof ConsentEvent consent && concerns(consent.subject(), held)) {
                consents.add(new AttributedConsent(consent, standing(consent.subject(), proven, read)));
            }
        }
        consents.addAll(consentsOfRemoved(reader, former));
        interactions.sort(Timelines.NEWEST_FIRST);
        runs.add(interactions);
        CustomerId id = new CustomerId(customer.number());
        return new Snapshot(
                id, reader.position(), members, runs, holders.attributor(id), consents, hearings(reader), at);
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
        for (StoredEvent event : reader.eventsAbout(subjects)) {
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

    private List<Hearing> hearings(StoreReader reader) {
        Map<String, SourceState> states = new TreeMap<>(reader.sources());
        declared.keySet().forEach(source -> states.putIfAbsent(source, SourceState.silent(source)));
        return states.values().stream()
                .map(state -> new Hearing(
                        declared.getOrDefault(state.source(), SourceDescription.of(state.source())),
                        state.heardUntil(),
                        false))
                .toList();
    }
}

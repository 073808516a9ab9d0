package io.crmviews.merge.ingest;

import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.rights.Login;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.Authentication;
import io.crmviews.model.party.ContactMedium;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.SocialHandle;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which records are a login's own. First those that state an identifier which the login proved, and not from before it did.
 * Then, of the same customer, those that a person said are the same as one of these, or that weigh more against one of
 * these than a threshold of their own, with everything left out that people share: postal addresses never count, other
 * addresses, numbers and identifiers only where both records say that they were verified.
 */
public final class OwnRecords {

    private final StoreReader state;
    private final PairScorer scorer;
    private final int least;

    /**
     * The records of one state.
     *
     * @param state the state
     * @param scorer the scorer of its pairs
     * @param least the weight from which a record joins another for a customer's own view, 1/1024 bits
     */
    public OwnRecords(StoreReader state, PairScorer scorer, int least) {
        this.state = state;
        this.scorer = scorer;
        this.least = least;
    }

    /**
     * The records of a login.
     *
     * @param login the login
     * @return their keys by the numbers of their customers; empty if nothing is proved
     */
    public Map<Long, Set<RecordKey>> of(Login login) {
        Map<Long, Set<RecordKey>> own = new TreeMap<>();
        for (StoredRecord seed : seeds(login)) {
            own.computeIfAbsent(seed.customer(), any -> new TreeSet<>()).add(seed.key());
        }
        own.forEach((customer, seeds) -> seeds.addAll(joined(customer, Set.copyOf(seeds))));
        return own;
    }

    private List<StoredRecord> seeds(Login login) {
        List<StoredRecord> seeds = new ArrayList<>();
        HoldersRead holders = new HoldersRead(state);
        for (Login.Proof proof : login.proofs()) {
            Collection<StoredRecord> holding =
                    state.records(holders.records(proof.identifier())).values();
            for (StoredRecord record : holding) {
                if (!statedSince(record, proof.identifier()).isBefore(proof.since())) {
                    seeds.add(record);
                }
            }
        }
        return seeds;
    }

    /**
     * Since when a record is known to be of the present holder of an identifier: since the source saw it verified, else since
     * the record stated it first. What states no time is as old as can be.
     */
    private static Instant statedSince(StoredRecord record, Subject.OfIdentifier identifier) {
        Features asked = Subjects.features(identifier);
        Instant first = Instant.MAX;
        Instant verified = Instant.MIN;
        List<Fact> versions = new ArrayList<>(record.history());
        versions.add(record.current());
        for (Fact version : versions) {
            if (version instanceof SourceRecord said && Subjects.mayState(said, asked)) {
                first = earlier(first, said.revision().occurredAt());
                verified = said.equals(record.current()) ? verifiedAt(said, asked) : verified;
            }
        }
        return verified.isAfter(first) || first.equals(Instant.MAX) ? verified : first;
    }

    private static Instant verifiedAt(SourceRecord said, Features asked) {
        SourceRecord proven = only(
                said,
                OwnRecords::isVerified,
                said.identifiers().stream()
                        .filter(identifier -> identifier.authentication().isVerified())
                        .toList());
        if (!Subjects.mayState(proven, asked)) {
            return Instant.MIN;
        }
        Stream<Authentication> media = proven.media().stream()
                .filter(medium -> Subjects.mayState(
                        SourceRecord.builder(said.key()).medium(medium).build(), asked))
                .map(OwnRecords::authentication);
        Stream<Authentication> identifiers = proven.identifiers().stream()
                .filter(identifier -> Subjects.mayState(
                        SourceRecord.builder(said.key()).identifier(identifier).build(), asked))
                .map(Identifier::authentication);
        return Stream.concat(media, identifiers)
                .map(Authentication::since)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Set<RecordKey> joined(long customer, Set<RecordKey> seeds) {
        Set<RecordKey> joined = new TreeSet<>();
        Set<RecordKey> said = new TreeSet<>();
        for (MatchAssertion assertion : state.assertionsAbout(seeds)) {
            if (assertion.verdict() == Verdict.SAME) {
                said.add(seeds.contains(assertion.a()) ? assertion.b() : assertion.a());
            }
        }
        Map<RecordKey, Prepared> own = new TreeMap<>();
        state.records(seeds).values().forEach(record -> prepare(record, own));
        Map<RecordKey, Prepared> others = new TreeMap<>();
        state.customers(List.of(customer))
                .values()
                .forEach(whole -> state.records(whole.records()).values().stream()
                        .filter(record -> !seeds.contains(record.key()))
                        .forEach(record -> prepare(record, others)));
        others.forEach((key, other) -> {
            if (said.contains(key) || own.values().stream().anyMatch(one -> scorer.weight(one, other) >= least)) {
                joined.add(key);
            }
        });
        return joined;
    }

    private void prepare(StoredRecord record, Map<RecordKey, Prepared> to) {
        if (record.current() instanceof SourceRecord said) {
            SourceRecord unshared = only(
                    said,
                    OwnRecords::isVerified,
                    said.identifiers().stream()
                            .filter(identifier -> identifier.authentication().isVerified())
                            .toList());
            to.put(record.key(), Prepared.of(Normaliser.features(unshared), scorer.model()));
        }
    }

    private static SourceRecord only(SourceRecord said, Predicate<ContactMedium> media, List<Identifier> identifiers) {
        return new SourceRecord(
                said.key(),
                said.revision(),
                said.kind(),
                said.roles(),
                said.names(),
                said.birthDates(),
                said.gender(),
                said.media().stream().filter(media).toList(),
                identifiers,
                List.of());
    }

    private static boolean isVerified(ContactMedium medium) {
        return authentication(medium).isVerified();
    }

    private static Authentication authentication(ContactMedium medium) {
        if (medium instanceof EmailAddress email) {
            return email.authentication();
        }
        if (medium instanceof PhoneNumber phone) {
            return phone.authentication();
        }
        return medium instanceof SocialHandle handle ? handle.authentication() : Authentication.CLAIMED;
    }
}

package io.crmviews.merge.normalise;

import io.crmviews.merge.internal.Hashing;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.Characteristic;
import io.crmviews.model.party.ContactMedium;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.PostalAddress;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Turns a record into the features that matching works on. Pure: equal records give equal features, whatever their key,
 * revision and source. Bounded: at most {@value #MAX_VALUES} values of a kind are kept, the first in their own order.
 */
public final class Normaliser {

    /** Values of one kind that are kept. */
    public static final int MAX_VALUES = 16;

    private Normaliser() {}

    /**
     * The features of a record.
     *
     * @param record the record
     * @return its features
     */
    public static Features features(SourceRecord record) {
        NameWords names = NameWords.of(record.kind(), record.names());
        TreeSet<Features.Email> emails = new TreeSet<>();
        TreeSet<Features.Phone> phones = new TreeSet<>();
        TreeSet<Features.Trait> traits = new TreeSet<>();
        Set<Features.Place> places = new LinkedHashSet<>(2);
        Proofs proofs = new Proofs();
        for (ContactMedium medium : record.media()) {
            if (medium instanceof EmailAddress email) {
                Emails.normalise(email.value())
                        .ifPresent(found -> proofs.take(emails, found, found.hash(), email.authentication()));
            } else if (medium instanceof PhoneNumber phone) {
                Phones.normalise(phone.value())
                        .ifPresent(found -> proofs.take(phones, found, found.hash(), phone.authentication()));
            } else if (medium instanceof PostalAddress address) {
                Places.normalise(address).ifPresent(places::add);
            } else {
                Traits.normalise(medium).ifPresent(traits::add);
            }
        }
        for (Characteristic characteristic : record.characteristics()) {
            Traits.normalise(characteristic.name(), characteristic.value()).ifPresent(traits::add);
        }
        TreeSet<Features.Id> ids = new TreeSet<>();
        for (Identifier identifier : record.identifiers()) {
            Traits.normaliseId(identifier)
                    .ifPresent(found -> proofs.take(ids, found, found.hash(), identifier.authentication()));
        }
        TreeSet<PartialDate> births = new TreeSet<>();
        for (PartialDate date : record.birthDates()) {
            if (!WordLists.isPlaceholder("date", date.iso())) {
                births.add(date);
            }
        }
        List<Features.Id> keptIds = proofs.bounded(ids, Features.Id::hash);
        return hashed(new Features(
                names.kind(),
                bounded(names.person()),
                bounded(names.organization()),
                bounded(births),
                record.gender(),
                proofs.bounded(emails, Features.Email::hash),
                proofs.bounded(phones, Features.Phone::hash),
                keptIds,
                bounded(places),
                bounded(traits),
                proofs.kept(),
                Traits.terms(record.identifiers(), keptIds),
                0,
                0));
    }

    /**
     * A hash over the word lists that normalising uses: nicknames, legal forms, words of addresses, regions, placeholders.
     * Reads them again; for checks, not for each record.
     *
     * @return another number for other lists
     */
    public static long wordLists() {
        return WordLists.fingerprint();
    }

    private static <T> List<T> bounded(Collection<T> values) {
        return values.size() <= MAX_VALUES
                ? List.copyOf(values)
                : values.stream().limit(MAX_VALUES).toList();
    }

    private static Features hashed(Features f) {
        long first = canonical(f, 0x5bd1e995L);
        long second = canonical(f, 0x27d4eb2fL);
        return new Features(
                f.kind(),
                f.words(),
                f.organization(),
                f.births(),
                f.gender(),
                f.emails(),
                f.phones(),
                f.ids(),
                f.addresses(),
                f.traits(),
                f.verified(),
                f.terms(),
                first,
                second);
    }

    private static long canonical(Features f, long seed) {
        long h = Hashing.pair(seed, f.kind().ordinal() * 8L + f.gender().ordinal());
        for (Word word : f.words()) {
            h = Hashing.pair(h, word.hash() + word.role().ordinal());
        }
        h = Hashing.pair(h, 1);
        for (Word word : f.organization()) {
            h = Hashing.pair(h, word.hash() + word.role().ordinal());
        }
        for (PartialDate date : f.births()) {
            h = Hashing.pair(h, date.packed());
        }
        for (Features.Email email : f.emails()) {
            h = Hashing.pair(h, email.hash() + 2);
        }
        for (Features.Phone phone : f.phones()) {
            h = Hashing.pair(h, Hashing.of(phone.digits()) + 3);
        }
        for (Features.Id id : f.ids()) {
            h = Hashing.pair(h, id.hash() + 4);
        }
        for (Features.Place place : f.addresses()) {
            h = Hashing.pair(h, Places.hash(place) + 5);
        }
        for (Features.Trait trait : f.traits()) {
            h = Hashing.pair(h, trait.hash() + 6);
        }
        for (long proven : f.verified()) {
            h = Hashing.pair(h, proven + 7);
        }
        for (Features.Term term : f.terms()) {
            h = Hashing.pair(Hashing.pair(h, term.id() + 8), Traits.hash(term.validity()));
        }
        return h;
    }
}

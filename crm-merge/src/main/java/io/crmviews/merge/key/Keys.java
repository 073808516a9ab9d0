package io.crmviews.merge.key;

import io.crmviews.merge.internal.Hashing;
import io.crmviews.merge.internal.LongList;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Word;
import io.crmviews.merge.normalise.Word.Role;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PartyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes the keys of a record. Every record always emits all its keys; which of them are live is a matter of their
 * holders. Pure; at most some hundred keys a record, whatever it holds.
 */
public final class Keys {

    private static final int MOST_WORDS = 6;
    private static final int MOST_VALUES = 4;
    private static final int LEAST_LOCAL = 4;
    private static final int LEAST_WORD = 2;
    private static final int EXPECTED = 32;

    private final Features f;
    private final LongList keys = new LongList(EXPECTED);

    private Keys(Features features) {
        f = features;
    }

    /**
     * The keys of features.
     *
     * @param features the features
     * @return distinct keys, ascending
     */
    public static long[] of(Features features) {
        Keys maker = new Keys(features);
        maker.person();
        maker.organization();
        maker.contacts();
        maker.places();
        return maker.keys.toSortedSet();
    }

    private void person() {
        List<Word> words = named(f.words(), word -> word.role() != Role.SUFFIX && word.role() != Role.PARTICLE);
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            add(KeyType.NAME, word.hash());
            for (int j = i + 1; j < words.size(); j++) {
                pair(word, words.get(j));
            }
            for (PartialDate date : first(f.births())) {
                nameBirth(word, date);
            }
            for (Features.Place place : first(f.addresses())) {
                add(KeyType.NAME_POSTCODE, word.sound(), place.postcode());
                add(KeyType.NAME_CITY, word.hash(), place.city());
            }
            for (Features.Trait trait : f.traits()) {
                if (Features.isPlace(trait.name())) {
                    add(KeyType.NAME_CITY, word.hash(), trait.value());
                }
            }
        }
        for (PartialDate date : first(f.births())) {
            birth(date);
        }
    }

    private void pair(Word one, Word other) {
        add(KeyType.NAME_PAIR, Hashing.unordered(one.sound(), other.sound()));
        for (long group : one.groups()) {
            add(KeyType.NICKNAME_PAIR, Hashing.pair(group, other.sound()));
        }
        for (long group : other.groups()) {
            add(KeyType.NICKNAME_PAIR, Hashing.pair(group, one.sound()));
        }
    }

    private void nameBirth(Word word, PartialDate date) {
        if (date.isFull()) {
            add(KeyType.NAME_BIRTH, Hashing.pair(word.sound(), date.packed()));
        }
        if (date.month() > 0 && date.day() > 0) {
            int low = Math.min(date.month(), date.day());
            int high = Math.max(date.month(), date.day());
            add(KeyType.NAME_DAY, Hashing.pair(word.sound(), low * 100L + high));
        }
        if (date.year() > 0) {
            add(KeyType.NAME_YEAR, Hashing.pair(word.sound(), date.year()));
        }
    }

    private void birth(PartialDate date) {
        if (!date.isFull()) {
            return;
        }
        int low = Math.min(date.month(), date.day());
        int high = Math.max(date.month(), date.day());
        long value = date.year() * 10_000L + low * 100L + high;
        add(KeyType.BIRTH, Hashing.mix(value));
        for (Features.Place place : first(f.addresses())) {
            add(KeyType.BIRTH_POSTCODE, value, place.postcode());
        }
    }

    private void organization() {
        List<Word> words = named(f.organization(), word -> word.role().isOrganization());
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.role() == Role.ORGANIZATION) {
                add(KeyType.ORG_WORD, word.sound());
            }
            for (int j = i + 1; j < words.size(); j++) {
                add(
                        KeyType.ORG_PAIR,
                        Hashing.unordered(word.sound(), words.get(j).sound()));
            }
            for (Features.Place place : first(f.addresses())) {
                add(KeyType.ORG_PLACE, word.sound(), place.postcode());
                add(KeyType.ORG_PLACE, word.sound(), place.city());
                if (!place.numbers().isEmpty()) {
                    add(KeyType.ORG_PLACE, word.sound(), place.numbers().get(0));
                }
            }
        }
        if (f.kind() == PartyKind.UNKNOWN) {
            // A name whose kind is unknown may be an organisation's: its words meet under the same keys.
            f.words().stream().limit(MOST_WORDS).forEach(word -> add(KeyType.ORG_WORD, word.sound()));
        }
    }

    private void contacts() {
        // Every value is a key, since it is also by what a record is found.
        for (Features.Email email : f.emails()) {
            held(KeyType.EMAIL, KeyType.VERIFIED_EMAIL, email.hash());
            if (email.local().length() >= LEAST_LOCAL) {
                add(KeyType.EMAIL_LOCAL, Hashing.of(email.local()));
            }
        }
        for (Features.Phone phone : f.phones()) {
            held(KeyType.PHONE, KeyType.VERIFIED_PHONE, phone.hash());
        }
        f.ids().forEach(id -> held(KeyType.ID, KeyType.VERIFIED_ID, id.hash()));
        for (Features.Trait trait : f.traits()) {
            if (trait.isMedium()) {
                add(KeyType.DEVICE, trait.hash());
            }
        }
    }

    /** What is proved has a second key, which no number of claims makes generic. */
    private void held(KeyType claimed, KeyType verified, long hash) {
        add(claimed, hash);
        if (f.isVerified(hash)) {
            add(verified, hash);
        }
    }

    private void places() {
        for (Features.Place place : first(f.addresses())) {
            for (String number : first(place.numbers())) {
                long hash = Hashing.of(number);
                add(KeyType.NUMBER_POSTCODE, hash, place.postcode());
                add(KeyType.NUMBER_POSTCODE, hash + 1, place.city());
                for (Word word : first(place.street())) {
                    if (word.role() != Role.LEGAL_FORM) {
                        add(KeyType.STREET, Hashing.pair(hash, word.sound()));
                    }
                }
            }
        }
    }

    /** The first words that may be keys. */
    private static List<Word> named(List<Word> words, Predicate<Word> wanted) {
        List<Word> named = new ArrayList<>(words.size());
        for (Word word : words) {
            if (named.size() < MOST_WORDS && word.text().length() >= LEAST_WORD && wanted.test(word)) {
                named.add(word);
            }
        }
        return named;
    }

    private void add(KeyType type, long hash, String value) {
        if (!value.isEmpty()) {
            add(type, Hashing.pair(hash, Hashing.of(value)));
        }
    }

    private void add(KeyType type, long hash) {
        keys.add(type.key(hash));
    }

    private static <T> List<T> first(List<T> values) {
        return values.size() <= MOST_VALUES ? values : values.subList(0, MOST_VALUES);
    }
}

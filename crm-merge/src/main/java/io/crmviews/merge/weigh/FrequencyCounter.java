package io.crmviews.merge.weigh;

import io.crmviews.merge.internal.Hashing;
import io.crmviews.merge.internal.LongIntMap;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Word;
import io.crmviews.merge.normalise.Word.Role;
import io.crmviews.merge.weigh.Frequencies.Kind;
import io.crmviews.model.party.PartialDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Counts how often values occur in records; the result does not depend on their order. Not thread-safe. */
public final class FrequencyCounter {

    private final Frequencies frequencies = new Frequencies();
    private final LongIntMap names = new LongIntMap();
    private long records;

    /** Nothing counted yet. */
    public FrequencyCounter() {}

    /**
     * Counts the values of one record, each value once. O(values).
     *
     * @param f the record's features
     */
    public void add(Features f) {
        records++;
        name(Kind.WORD, f.words());
        name(Kind.ORG_WORD, f.organization());
        long name = Values.organization(f.organization());
        if (name != 0) {
            frequencies.add(Kind.ORG_NAME, name, 1);
            frequencies.addRecords(Kind.ORG_NAME, 1);
        }
        all(Kind.BIRTH, f.births(), (PartialDate date) -> Values.birth(date));
        all(Kind.EMAIL, f.emails(), Features.Email::hash);
        all(Kind.EMAIL_LOCAL, f.emails(), Values::local);
        all(Kind.PHONE, f.phones(), Features.Phone::hash);
        all(Kind.ID, f.ids(), Features.Id::hash);
        f.ids().forEach(this::repeated);
        for (Features.Place place : f.addresses()) {
            words(Kind.STREET, place.street());
            all(Kind.NUMBER, place.numbers(), Values::text);
            one(Kind.CITY, place.city());
            one(Kind.REGION, place.region());
            one(Kind.POSTCODE, place.postcode());
        }
        all(Kind.TRAIT, f.traits(), Features.Trait::hash);
        Set<Long> names = new HashSet<>();
        for (Features.Trait trait : f.traits()) {
            if (names.add(trait.nameHash())) {
                frequencies.add(Kind.TRAIT_NAME, trait.nameHash(), 1);
            }
        }
    }

    /**
     * How many records were counted.
     *
     * @return the number
     */
    public long records() {
        return records;
    }

    /**
     * The tables so far, without the values that are too rare to change a weight.
     *
     * @return frozen frequencies
     */
    public Frequencies frequencies() {
        return frequencies.frozen();
    }

    private void repeated(Features.Id id) {
        if (frequencies.count(Kind.ID, id.hash()) > 1) {
            frequencies.add(Kind.REPEATED_ID, id.typeHash(), 1);
        }
    }

    /**
     * Counts the words of a name, and of a name that comes again the first, second, fourth, eighth time and so on: it is the
     * same customer's more often than not, and says little about how many others share its words.
     */
    private void name(Kind kind, List<Word> words) {
        long bag = Hashing.mix(kind.ordinal());
        for (Word word : words) {
            bag += Hashing.mix(word.hash());
        }
        int records = names.get(bag) + 1;
        names.add(bag, 1);
        if (Integer.bitCount(records) == 1) {
            words(kind, words);
        }
    }

    private void words(Kind kind, List<Word> words) {
        boolean any = false;
        for (Word word : words) {
            if (word.role() != Role.LEGAL_FORM && word.role() != Role.SUFFIX && word.role() != Role.PARTICLE) {
                frequencies.add(kind, word.hash(), 1);
                any = true;
            }
        }
        if (any) {
            frequencies.addRecords(kind, 1);
        }
    }

    private void one(Kind kind, String value) {
        if (!value.isEmpty()) {
            frequencies.add(kind, Values.text(value), 1);
            frequencies.addRecords(kind, 1);
        }
    }

    private <T> void all(Kind kind, List<T> values, ToLongFunction<T> hash) {
        for (T value : values) {
            frequencies.add(kind, hash.applyAsLong(value), 1);
        }
        if (!values.isEmpty()) {
            frequencies.addRecords(kind, 1);
        }
    }
}

package io.crmviews.merge.weigh;

import io.crmviews.merge.compare.DateLevel;
import io.crmviews.merge.compare.EditDistance;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Word;
import io.crmviews.merge.normalise.Word.Role;
import io.crmviews.merge.weigh.Frequencies.Kind;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Features with everything a comparison needs of the model, computed once a record: what each value is worth, and the
 * letters of each word. Immutable and thread-safe.
 */
public final class Prepared {

    private static final int[] NONE = {};
    private static final int PARTICLE_WORTH = Model.BIT;
    private static final int COMMON_WORTH = 6 * Model.BIT;

    final Features features;
    final PreparedWords person;
    final PreparedWords organization;
    final long name;
    final int nameWorth;
    final int[] births;
    final int[] emails;
    final int[] emailLocals;
    final int[] phones;
    final int[] ids;
    final boolean[] idCounts;
    final PreparedPlace[] places;
    final int[] traits;
    final int[] birthDigits;
    final long[] signature;

    private Prepared(Features f, Model model) {
        Frequencies frequencies = model.frequencies();
        features = f;
        person = PreparedWords.of(
                f.words(), Kind.WORD, frequencies, model.parameters().get(Parameter.WORD_CAP));
        organization = PreparedWords.of(f.organization(), Kind.ORG_WORD, frequencies, 0);
        name = Values.organization(f.organization());
        nameWorth = name == 0 ? 0 : frequencies.weight(Kind.ORG_NAME, name);
        births = weights(f.births(), date -> frequencies.weight(Kind.BIRTH, Values.birth(date)));
        emails = weights(f.emails(), email -> frequencies.weight(Kind.EMAIL, email.hash()));
        emailLocals = weights(f.emails(), email -> frequencies.weight(Kind.EMAIL_LOCAL, Values.local(email)));
        phones = weights(f.phones(), phone -> frequencies.weight(Kind.PHONE, phone.hash()));
        ids = weights(f.ids(), id -> frequencies.weight(Kind.ID, id.hash()));
        idCounts = new boolean[ids.length];
        for (int i = 0; i < ids.length; i++) {
            idCounts[i] = frequencies.records(Kind.ID) == 0
                    || frequencies.count(Kind.REPEATED_ID, f.ids().get(i).typeHash()) > 0;
        }
        places = new PreparedPlace[f.addresses().size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = PreparedPlace.of(f.addresses().get(i), frequencies);
        }
        traits = weights(f.traits(), trait -> frequencies.weightWithin(Kind.TRAIT, trait.hash(), trait.nameHash()));
        birthDigits = weights(f.births(), date -> DateLevel.digits(date.packed()));
        signature = Signature.of(this);
    }

    private static <T> int[] weights(List<T> values, ToIntFunction<T> weight) {
        if (values.isEmpty()) {
            return NONE;
        }
        int[] weights = new int[values.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight.applyAsInt(values.get(i));
        }
        return weights;
    }

    /**
     * Prepares features for comparison.
     *
     * @param features the features
     * @param model the model
     * @return the prepared features
     */
    public static Prepared of(Features features, Model model) {
        return new Prepared(features, model);
    }

    /**
     * The features it was made of.
     *
     * @return the features
     */
    public Features features() {
        return features;
    }

    /**
     * What tells most strangers apart from it, for {@link PairScorer#mayReach}; all signatures are of one length.
     *
     * @return numbers to be kept with the record's node; not to be written
     */
    public long[] signature() {
        return signature;
    }

    /** Words of names with their worth and letters, and what all of them gain at the most under a cap for each. */
    @SuppressWarnings("ArrayRecordComponent") // Inner arrays of one package, read only.
    record PreparedWords(Word[] words, int[] weights, int[] letters, int[] spokenLetters, int most) {

        static PreparedWords of(List<Word> words, Kind kind, Frequencies frequencies, int cap) {
            Word[] array = words.toArray(Word[]::new);
            int[] weights = new int[array.length];
            int[] letters = new int[array.length];
            int[] spokenLetters = new int[array.length];
            int most = 0;
            for (int i = 0; i < array.length; i++) {
                weights[i] = worth(array[i], kind, frequencies);
                letters[i] = EditDistance.letters(array[i].text());
                spokenLetters[i] = EditDistance.letters(array[i].spoken());
                most += Math.max(0, Math.min(cap, weights[i]));
            }
            return new PreparedWords(array, weights, letters, spokenLetters, most);
        }

        private static int worth(Word word, Kind kind, Frequencies frequencies) {
            if (word.role() == Role.LEGAL_FORM) {
                return 0;
            }
            int worth = frequencies.weight(kind, word.hash());
            return switch (word.role()) {
                case PARTICLE -> Math.min(worth, PARTICLE_WORTH);
                case COMMON -> Math.min(worth, COMMON_WORTH);
                default -> worth;
            };
        }

        int size() {
            return words.length;
        }
    }

    /** An address with the worth of its parts. */
    @SuppressWarnings("ArrayRecordComponent") // Inner arrays of one package, read only.
    record PreparedPlace(
            Features.Place place,
            PreparedWords street,
            int[] numbers,
            int city,
            int region,
            int postcode,
            int cityLetters,
            int regionLetters,
            int postcodeLetters) {

        static PreparedPlace of(Features.Place place, Frequencies frequencies) {
            return new PreparedPlace(
                    place,
                    PreparedWords.of(place.street(), Kind.STREET, frequencies, 0),
                    weights(place.numbers(), number -> frequencies.weight(Kind.NUMBER, Values.text(number))),
                    frequencies.weight(Kind.CITY, Values.text(place.city())),
                    frequencies.weight(Kind.REGION, Values.text(place.region())),
                    frequencies.weight(Kind.POSTCODE, Values.text(place.postcode())),
                    EditDistance.letters(place.city()),
                    EditDistance.letters(place.region()),
                    EditDistance.letters(place.postcode()));
        }
    }
}

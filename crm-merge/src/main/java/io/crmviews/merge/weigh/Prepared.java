package io.crmviews.merge.weigh;

import io.crmviews.merge.compare.EditDistance;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Word;
import io.crmviews.merge.normalise.Word.Role;
import io.crmviews.merge.weigh.Frequencies.Kind;
import java.util.List;

/**
 * Features with everything a comparison needs of the model, computed once a record: what each value is worth, and the
 * letters of each word. Immutable and thread-safe.
 */
public final class Prepared {

    final Features features;
    final PreparedWords person;
    final PreparedWords organization;
    final int[] births;
    final int[] emails;
    final int[] emailLocals;
    final int[] phones;
    final int[] ids;
    final boolean[] idCounts;
    final PreparedPlace[] places;
    final int[] traits;

    private Prepared(Features f, Frequencies frequencies) {
        features = f;
        person = PreparedWords.of(f.words(), Kind.WORD, frequencies);
        organization = PreparedWords.of(f.organization(), Kind.ORG_WORD, frequencies);
        births = f.births().stream()
                .mapToInt(date -> frequencies.weight(Kind.BIRTH, Values.birth(date)))
                .toArray();
        emails = f.emails().stream()
                .mapToInt(email -> frequencies.weight(Kind.EMAIL, email.hash()))
                .toArray();
        emailLocals = f.emails().stream()
                .mapToInt(email -> frequencies.weight(Kind.EMAIL_LOCAL, Values.local(email)))
                .toArray();
        phones = f.phones().stream()
                .mapToInt(phone -> frequencies.weight(Kind.PHONE, phone.hash()))
                .toArray();
        ids = f.ids().stream()
                .mapToInt(id -> frequencies.weight(Kind.ID, id.hash()))
                .toArray();
        idCounts = new boolean[ids.length];
        for (int i = 0; i < ids.length; i++) {
            idCounts[i] = frequencies.records(Kind.ID) == 0
                    || frequencies.count(Kind.REPEATED_ID, f.ids().get(i).typeHash()) > 0;
        }
        places = f.addresses().stream()
                .map(place -> PreparedPlace.of(place, frequencies))
                .toArray(PreparedPlace[]::new);
        traits = f.traits().stream()
                .mapToInt(trait -> frequencies.weightWithin(Kind.TRAIT, trait.hash(), trait.nameHash()))
                .toArray();
    }

    /**
     * Prepares features for comparison.
     *
     * @param features the features
     * @param model the model
     * @return the prepared features
     */
    public static Prepared of(Features features, Model model) {
        return new Prepared(features, model.frequencies());
    }

    /**
     * The features it was made of.
     *
     * @return the features
     */
    public Features features() {
        return features;
    }

    /** Words of names with their worth and letters. */
    @SuppressWarnings("ArrayRecordComponent") // Inner arrays of one package, read only.
    record PreparedWords(Word[] words, int[] weights, int[] letters) {

        static PreparedWords of(List<Word> words, Kind kind, Frequencies frequencies) {
            Word[] array = words.toArray(Word[]::new);
            int[] weights = new int[array.length];
            int[] letters = new int[array.length];
            for (int i = 0; i < array.length; i++) {
                weights[i] = array[i].role() == Role.LEGAL_FORM ? 0 : frequencies.weight(kind, array[i].hash());
                letters[i] = EditDistance.letters(array[i].text());
            }
            return new PreparedWords(array, weights, letters);
        }

        int size() {
            return words.length;
        }
    }

    /** An address with the worth of its parts. */
    @SuppressWarnings("ArrayRecordComponent") // Inner arrays of one package, read only.
    record PreparedPlace(
            Features.Place place, PreparedWords street, int[] numbers, int city, int region, int postcode) {

        static PreparedPlace of(Features.Place place, Frequencies frequencies) {
            return new PreparedPlace(
                    place,
                    PreparedWords.of(place.street(), Kind.STREET, frequencies),
                    place.numbers().stream()
                            .mapToInt(number -> frequencies.weight(Kind.NUMBER, Values.text(number)))
                            .toArray(),
                    frequencies.weight(Kind.CITY, Values.text(place.city())),
                    frequencies.weight(Kind.REGION, Values.text(place.region())),
                    frequencies.weight(Kind.POSTCODE, Values.text(place.postcode())));
        }
    }
}

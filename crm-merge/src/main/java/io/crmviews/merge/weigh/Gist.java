package io.crmviews.merge.weigh;

import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Word;
import io.crmviews.merge.normalise.Word.Role;
import io.crmviews.merge.weigh.Prepared.PreparedPlace;
import io.crmviews.merge.weigh.Prepared.PreparedWords;

/**
 * What a bound on a pair's weight needs of one record, in one array: a candidate that is told apart by it costs one or
 * two reads from memory instead of a walk over objects. Texts stand in it by hash, length and letters.
 */
final class Gist {

    static final int NAMES = 0;
    static final int GENDER = 1;
    static final int ORGANIZATION = 2;
    static final int EMAILS = 3;
    static final int PHONES = 4;
    static final int TRAITS = 5;
    static final int BIRTHS = 6;
    static final int BIRTH = 7;
    static final int BIRTH_WORTH = 8;
    static final int IDS = 9;
    /** Type of the only identifier in two halves, its hash, its first and last characters, length and worth. */
    static final int ID = 10;

    static final int ID_HASH = ID + 2;
    static final int ID_HEAD = ID + 3;
    static final int ID_TAIL = ID + 4;
    static final int ID_TEXT = ID + 5;
    static final int ID_COUNTS = ID + 6;
    static final int PLACES = 17;
    /** Parts of the only address: hash, letters, length and worth each. */
    static final int POSTCODE = 18;

    static final int CITY = POSTCODE + 3;
    static final int REGION = CITY + 3;
    static final int NUMBERS = REGION + 3;
    static final int NUMBER = NUMBERS + 1;
    static final int STREET_WORDS = NUMBER + 3;
    static final int STREET = STREET_WORDS + 1;
    static final int MOST_STREET_WORDS = 3;
    private static final int SIZE = STREET + 3 * MOST_STREET_WORDS;

    /** An identifier of so many characters keeps its first or its last three if one of them is edited. */
    static final int LEAST_ENDS = 8;

    private static final int ENDS = 3;
    private static final int LENGTH_SHIFT = 20;
    private static final int WORTH = (1 << LENGTH_SHIFT) - 1;

    private final int[] gist = new int[SIZE];

    private Gist() {}

    static int[] of(Prepared p) {
        Gist maker = new Gist();
        Features f = p.features;
        int[] gist = maker.gist;
        gist[NAMES] = p.person.most();
        gist[GENDER] = f.gender().ordinal();
        gist[ORGANIZATION] = p.organization.size();
        gist[EMAILS] = p.emails.length;
        gist[PHONES] = p.phones.length;
        gist[TRAITS] = p.traits.length;
        maker.single(p, f);
        return gist;
    }

    /** Kinds of which most records have one value. */
    private void single(Prepared p, Features f) {
        gist[BIRTHS] = p.births.length;
        if (p.births.length == 1) {
            gist[BIRTH] = f.births().get(0).packed();
            gist[BIRTH_WORTH] = p.births[0];
        }
        gist[IDS] = p.ids.length;
        if (p.ids.length == 1) {
            id(f.ids().get(0), p.ids[0], p.idCounts[0]);
        }
        gist[PLACES] = p.places.length;
        if (p.places.length == 1) {
            place(p.places[0]);
        }
    }

    private void id(Features.Id id, int worth, boolean counts) {
        String value = id.value();
        gist[ID] = (int) (id.typeHash() >>> Integer.SIZE);
        gist[ID + 1] = (int) id.typeHash();
        gist[ID_HASH] = (int) id.hash();
        int ends = Math.min(ENDS, value.length());
        gist[ID_HEAD] = value.substring(0, ends).hashCode();
        gist[ID_TAIL] = value.substring(value.length() - ends).hashCode();
        gist[ID_TEXT] = text(value, worth);
        gist[ID_COUNTS] = counts ? 1 : 0;
    }

    private void place(PreparedPlace place) {
        part(POSTCODE, place.place().postcode(), place.postcodeLetters(), place.postcode());
        part(CITY, place.place().city(), place.cityLetters(), place.city());
        part(REGION, place.place().region(), place.regionLetters(), place.region());
        gist[NUMBERS] = place.numbers().length;
        if (place.numbers().length == 1) {
            part(NUMBER, place.place().numbers().get(0), 0, place.numbers()[0]);
        }
        street(place.street());
    }

    private void street(PreparedWords street) {
        int words = 0;
        for (int i = 0; i < street.size(); i++) {
            Word word = street.words()[i];
            if (word.role() != Role.LEGAL_FORM) {
                if (words < MOST_STREET_WORDS) {
                    part(STREET + 3 * words, word.text(), street.letters()[i], street.weights()[i]);
                }
                words++;
            }
        }
        gist[STREET_WORDS] = words;
    }

    private void part(int at, String text, int letters, int worth) {
        gist[at] = text.hashCode();
        gist[at + 1] = letters;
        gist[at + 2] = text(text, worth);
    }

    private static int text(String text, int worth) {
        return text.length() << LENGTH_SHIFT | Math.min(WORTH, Math.max(0, worth));
    }

    static int length(int text) {
        return text >>> LENGTH_SHIFT;
    }

    static int worth(int text) {
        return text & WORTH;
    }
}

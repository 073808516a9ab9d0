package io.crmviews.merge.weigh;

import io.crmviews.merge.normalise.Word.Role;
import io.crmviews.merge.weigh.Prepared.PreparedPlace;

/** What addresses add at the most, from one side and the signature of the other. Not thread-safe. */
final class PlaceBound {

    private final Parameters p;
    private final int least;
    private final int cap;
    private final boolean shares;
    private final int[] street = new int[2];
    private final int[] streetWorth = new int[2];
    private int places;
    private int postcode;
    private int postcodeWorth;
    private int city;
    private int cityWorth;
    private boolean hasRegion;
    private int region;
    private int regionWorth;
    private int numbers;
    private int number;
    private int numberWorth;
    private int streetWords;

    PlaceBound(Parameters p) {
        this.p = p;
        least = p.get(Parameter.ADDRESS_LEAST);
        cap = p.get(Parameter.ADDRESS_CAP);
        int rest = p.get(Parameter.ADDRESS_REST);
        shares = rest >= 0 && rest <= Model.BIT;
    }

    /** Takes the side that is known. */
    void take(Prepared known) {
        places = Signature.places(known.signature, 0);
        if (places != 1) {
            return;
        }
        long[] s = known.signature;
        PreparedPlace place = known.places[0];
        postcode = Signature.postcode(s, 0);
        postcodeWorth = Math.min(place.postcode(), p.get(Parameter.POSTCODE_CAP));
        city = Signature.city(s, 0);
        cityWorth = Math.min(place.city(), p.get(Parameter.CITY_CAP));
        hasRegion = Signature.hasRegion(s, 0);
        region = Signature.region(s, 0);
        regionWorth = Math.min(place.region(), p.get(Parameter.REGION_CAP));
        numbers = Signature.numbers(s, 0);
        number = Signature.number(s, 0);
        numberWorth = numbers == 1 ? Math.min(place.numbers()[0], p.get(Parameter.NUMBER_CAP)) : 0;
        takeStreet(place, s);
    }

    private void takeStreet(PreparedPlace place, long[] s) {
        streetWords = Signature.streetWords(s, 0);
        int used = 0;
        for (int i = 0; i < place.street().size() && streetWords < Signature.MANY_STREET_WORDS; i++) {
            if (place.street().words()[i].role() != Role.LEGAL_FORM) {
                street[used] = Signature.street(s, 0, used);
                streetWorth[used++] = place.street().weights()[i];
            }
        }
    }

    int most(long[] s, int at) {
        int others = Signature.places(s, at);
        if (places == 0 || others == 0) {
            return 0;
        }
        if (places > 1 || others > 1 || !shares) {
            return Math.max(least, cap);
        }
        int words = street(s, at);
        int sum = PlaceScore.sum(
                p,
                words,
                number(s, at, words > 0),
                part(postcode, Signature.postcode(s, at), postcodeWorth, p.get(Parameter.POSTCODE_DIFFERENT)),
                part(city, Signature.city(s, at), cityWorth, p.get(Parameter.CITY_DIFFERENT)),
                region(s, at));
        return Math.max(least, Math.min(cap, sum));
    }

    private static int part(int one, int other, int most, int different) {
        int length = Signature.length(one);
        int otherLength = Signature.length(other);
        if (length == 0 || otherLength == 0) {
            return 0;
        }
        if (Signature.mayBeSame(one, other)) {
            return Math.max(most, different);
        }
        int longer = Math.max(length, otherLength);
        int limit = PlaceScore.limit(longer);
        boolean near = distance(one, other) <= limit || longer == Signature.LONGEST;
        return near || begins(one, other) ? Math.max(most / 2, different) : different;
    }

    /** What the edit distance of two parts is at least. */
    private static int distance(int one, int other) {
        int letters = Integer.bitCount(Signature.letters(one) ^ Signature.letters(other));
        int lengths = Math.abs(Signature.length(one) - Signature.length(other));
        return Math.max(1, Math.max(lengths, (letters + 1) / 2));
    }

    private static boolean begins(int one, int other) {
        int shorter = Signature.length(one) < Signature.length(other) ? one : other;
        int longer = shorter == one ? other : one;
        return Signature.length(shorter) >= PlaceScore.LEAST_BEGINNING
                && (Signature.letters(shorter) & ~Signature.letters(longer)) == 0;
    }

    private int region(long[] s, int at) {
        if (!hasRegion || !Signature.hasRegion(s, at)) {
            return 0;
        }
        int most = Signature.region(s, at) == region ? regionWorth : regionWorth / 2;
        return Math.max(most, p.get(Parameter.REGION_DIFFERENT));
    }

    private int number(long[] s, int at, boolean maySameStreet) {
        int others = Signature.numbers(s, at);
        if (numbers == 0 || others == 0) {
            return 0;
        }
        if (numbers > 1 || others > 1) {
            return Math.max(0, p.get(Parameter.NUMBER_CAP));
        }
        if (number == Signature.number(s, at)) {
            return Math.max(0, numberWorth);
        }
        return maySameStreet ? Math.max(0, p.get(Parameter.NUMBER_DIFFERENT)) : 0;
    }

    private int street(long[] s, int at) {
        int others = Signature.streetWords(s, at);
        if (streetWords == 0 || others == 0) {
            return 0;
        }
        int most = p.get(Parameter.STREET_CAP);
        int different = p.get(Parameter.STREET_DIFFERENT);
        if (streetWords == Signature.MANY_STREET_WORDS || others == Signature.MANY_STREET_WORDS) {
            return Math.max(most, different);
        }
        int sum = 0;
        for (int i = 0; i < streetWords; i++) {
            int best = 0;
            for (int j = 0; j < others; j++) {
                best = Math.max(best, word(street[i], Signature.street(s, at, j), streetWorth[i]));
            }
            sum += best;
        }
        return sum > 0 ? Math.max(Math.min(sum, most), different) : different;
    }

    private static int word(int one, int other, int most) {
        if (Signature.mayBeSame(one, other)) {
            return most;
        }
        int longer = Math.max(Signature.length(one), Signature.length(other));
        int limit = longer / PlaceScore.LETTERS_AN_EDIT;
        return distance(one, other) <= limit || longer == Signature.LONGEST ? most * 2 / 3 : 0;
    }
}

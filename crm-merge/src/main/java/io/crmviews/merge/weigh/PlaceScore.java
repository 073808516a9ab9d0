package io.crmviews.merge.weigh;

import io.crmviews.merge.compare.EditDistance;
import io.crmviews.merge.normalise.Word;
import io.crmviews.merge.normalise.Word.Role;
import io.crmviews.merge.weigh.Evidence.Item;
import io.crmviews.merge.weigh.Prepared.PreparedPlace;
import io.crmviews.merge.weigh.Prepared.PreparedWords;

/**
 * Postal addresses, compared as one group: the best part and a share of the rest, since the parts depend on each other.
 * The best pair of addresses counts.
 */
final class PlaceScore {

    /** The least length of a part that may be the beginning of another. */
    static final int LEAST_BEGINNING = 4;
    /** A word of a street may have an edit for so many letters. */
    static final int LETTERS_AN_EDIT = 4;

    private static final int UNIT_SHARE = 1024;

    private final Parameters p;

    PlaceScore(Parameters p) {
        this.p = p;
    }

    /** What addresses add at the most. */
    int most(Prepared a, Prepared b) {
        boolean both = a.places.length > 0 && b.places.length > 0;
        return both ? Math.max(p.get(Parameter.ADDRESS_LEAST), p.get(Parameter.ADDRESS_CAP)) : 0;
    }

    /** What they add at the most against a rival explanation. */
    int mostOfRival(Prepared a, Prepared b) {
        boolean both = a.places.length > 0 && b.places.length > 0;
        boolean sites = both && a.organization.size() > 0 && b.organization.size() > 0;
        return sites
                ? Math.max(0, Math.max(p.get(Parameter.RIVAL_SITE_SAME), p.get(Parameter.RIVAL_SITE_DIFFERENT)))
                : 0;
    }

    void add(Prepared a, Prepared b, boolean organizations, Tally tally) {
        int best = Integer.MIN_VALUE;
        int bestSite = 0;
        for (PreparedPlace x : a.places) {
            for (PreparedPlace y : b.places) {
                int weight = compare(x, y);
                if (weight > best) {
                    best = weight;
                    bestSite = organizations ? site(x, y) : 0;
                }
            }
        }
        if (best != Integer.MIN_VALUE) {
            tally.add(Item.ADDRESS, best > 0 ? "agrees" : "differs", best, bestSite);
        }
    }

    private int compare(PreparedPlace x, PreparedPlace y) {
        int street = street(x, y);
        int number = number(x, y, street > 0);
        int postcode = part(
                x.place().postcode(),
                y.place().postcode(),
                x.postcode(),
                y.postcode(),
                x.postcodeLetters() ^ y.postcodeLetters(),
                Parameter.POSTCODE_CAP,
                Parameter.POSTCODE_DIFFERENT);
        int city = part(
                x.place().city(),
                y.place().city(),
                x.city(),
                y.city(),
                x.cityLetters() ^ y.cityLetters(),
                Parameter.CITY_CAP,
                Parameter.CITY_DIFFERENT);
        int region = part(
                x.place().region(),
                y.place().region(),
                x.region(),
                y.region(),
                x.regionLetters() ^ y.regionLetters(),
                Parameter.REGION_CAP,
                Parameter.REGION_DIFFERENT);
        int sum = sum(p, street, number, postcode, city, region);
        return Math.max(p.get(Parameter.ADDRESS_LEAST), Math.min(sum, p.get(Parameter.ADDRESS_CAP)));
    }

    /** The parts of an address as one; grows with each part. */
    static int sum(Parameters p, int street, int number, int postcode, int city, int region) {
        int most = Math.max(Math.max(street, number), Math.max(postcode, Math.max(city, region)));
        int plus = Math.max(0, street)
                + Math.max(0, number)
                + Math.max(0, postcode)
                + Math.max(0, city)
                + Math.max(0, region);
        int minus = Math.min(0, street)
                + Math.min(0, number)
                + Math.min(0, postcode)
                + Math.min(0, city)
                + Math.min(0, region);
        int sum = minus;
        if (most > 0) {
            sum += most + (int) ((long) (plus - most) * p.get(Parameter.ADDRESS_REST) / UNIT_SHARE);
        }
        return sum;
    }

    /** Whether two addresses of organisations are one site: what tells sister branches apart. */
    private int site(PreparedPlace x, PreparedPlace y) {
        int street = street(x, y);
        if (!hasNames(x.street()) || !hasNames(y.street())) {
            return 0;
        }
        boolean numbered =
                !x.place().numbers().isEmpty() && !y.place().numbers().isEmpty();
        if (street <= 0 || (numbered && number(x, y, true) <= 0)) {
            return p.get(Parameter.RIVAL_SITE_DIFFERENT);
        }
        return numbered ? p.get(Parameter.RIVAL_SITE_SAME) : 0;
    }

    private int number(PreparedPlace x, PreparedPlace y, boolean sameStreet) {
        if (x.place().numbers().isEmpty() || y.place().numbers().isEmpty()) {
            return 0;
        }
        int best = 0;
        for (int i = 0; i < x.numbers().length; i++) {
            for (int j = 0; j < y.numbers().length; j++) {
                if (x.place().numbers().get(i).equals(y.place().numbers().get(j))) {
                    best = Math.max(best, Math.min(x.numbers()[i], y.numbers()[j]));
                }
            }
        }
        if (best > 0) {
            return Math.min(best, p.get(Parameter.NUMBER_CAP));
        }
        return sameStreet ? p.get(Parameter.NUMBER_DIFFERENT) : 0;
    }

    /** The most edits of a part of that length. */
    static int limit(int length) {
        return length >= 4 ? Math.max(1, length / 5) : 0;
    }

    private int part(String x, String y, int worthX, int worthY, int letters, Parameter cap, Parameter different) {
        if (x.isEmpty() || y.isEmpty()) {
            return 0;
        }
        int most = Math.min(Math.min(worthX, worthY), p.get(cap));
        if (x.equals(y)) {
            return most;
        }
        int length = Math.max(x.length(), y.length());
        int limit = limit(length);
        if (limit > 0 && Integer.bitCount(letters) <= 2 * limit && EditDistance.bounded(x, y, limit) <= limit) {
            return most / 2;
        }
        if (Math.min(x.length(), y.length()) >= LEAST_BEGINNING && (x.startsWith(y) || y.startsWith(x))) {
            return most / 2;
        }
        return p.get(different);
    }

    private int street(PreparedPlace x, PreparedPlace y) {
        PreparedWords a = x.street();
        PreparedWords b = y.street();
        if (!hasNames(a) || !hasNames(b)) {
            return 0;
        }
        int sum = 0;
        int taken = 0;
        for (int i = 0; i < a.size(); i++) {
            int best = 0;
            int bestAt = -1;
            for (int j = 0; j < b.size(); j++) {
                if ((taken & (1 << j)) == 0) {
                    int worth = word(a, i, b, j);
                    if (worth > best) {
                        best = worth;
                        bestAt = j;
                    }
                }
            }
            if (bestAt >= 0) {
                taken |= 1 << bestAt;
                sum += best;
            }
        }
        return sum > 0 ? Math.min(sum, p.get(Parameter.STREET_CAP)) : p.get(Parameter.STREET_DIFFERENT);
    }

    /** Whether a street has a word that is not only a type or direction. */
    private static boolean hasNames(PreparedWords street) {
        for (Word word : street.words()) {
            if (word.role() != Role.LEGAL_FORM) {
                return true;
            }
        }
        return false;
    }

    private int word(PreparedWords a, int i, PreparedWords b, int j) {
        if (a.words()[i].role() == Role.LEGAL_FORM || b.words()[j].role() == Role.LEGAL_FORM) {
            return 0;
        }
        int most = Math.min(a.weights()[i], b.weights()[j]);
        if (a.words()[i].hash() == b.words()[j].hash()) {
            return most;
        }
        String x = a.words()[i].text();
        String y = b.words()[j].text();
        int limit = Math.max(x.length(), y.length()) / LETTERS_AN_EDIT;
        boolean near = limit > 0
                && Integer.bitCount(a.letters()[i] ^ b.letters()[j]) <= 2 * limit
                && EditDistance.bounded(x, y, limit) <= limit;
        return near ? most * 2 / 3 : 0;
    }
}

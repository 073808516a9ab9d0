package io.crmviews.merge.weigh;

import io.crmviews.merge.compare.DateLevel;
import io.crmviews.model.party.Gender;

/**
 * What a pair weighs at the most, from two gists. Never less than its weight against a stranger, so a pair whose bound is
 * too small needs no comparison. Where a record has several values of a kind, the bound is what the kind can be worth.
 */
final class PairBound {

    private static final int UNKNOWN = Gender.UNKNOWN.ordinal();
    private static final DateLevel[] LEVELS = DateLevel.values();

    private final Parameters p;
    private final BirthScore births;
    private final NameScore names;
    private final int prior;
    private final int bestBirth;
    private final int sameGender;
    private final int otherGender;
    private final boolean shares;
    private MutedKeys muted = MutedKeys.NONE;

    PairBound(Parameters p, int prior, BirthScore births, NameScore names) {
        this.p = p;
        this.prior = prior;
        this.births = births;
        this.names = names;
        int best = 0;
        for (DateLevel level : LEVELS) {
            best = Math.max(best, births.bits(level));
        }
        bestBirth = best;
        sameGender = p.get(Parameter.GENDER_SAME);
        otherGender = p.get(Parameter.GENDER_DIFFERENT);
        int rest = p.get(Parameter.ADDRESS_REST);
        shares = rest >= 0 && rest <= Model.BIT;
    }

    void mute(MutedKeys keys) {
        muted = keys;
    }

    /** The most that a pair can weigh. */
    int most(int[] a, int[] b) {
        int sum = prior + birth(a, b) + id(a, b);
        sum += names.most(a, b);
        if (a[Gist.GENDER] != UNKNOWN && b[Gist.GENDER] != UNKNOWN) {
            sum += a[Gist.GENDER] == b[Gist.GENDER] ? sameGender : otherGender;
        }
        sum += kind(a[Gist.EMAILS], b[Gist.EMAILS], Parameter.EMAIL_EXACT, Parameter.EMAIL_LOCAL);
        sum += kind(a[Gist.PHONES], b[Gist.PHONES], Parameter.PHONE_EXACT, Parameter.PHONE_NEAR);
        sum += kind(a[Gist.TRAITS], b[Gist.TRAITS], Parameter.TRAITS_CAP, Parameter.TRAITS_CAP);
        return sum + place(a, b);
    }

    private int kind(int many, int others, Parameter one, Parameter other) {
        return many == 0 || others == 0 ? 0 : Math.max(0, Math.max(p.get(one), p.get(other)));
    }

    private int birth(int[] a, int[] b) {
        if (a[Gist.BIRTHS] == 0 || b[Gist.BIRTHS] == 0) {
            return 0;
        }
        if (a[Gist.BIRTHS] > 1 || b[Gist.BIRTHS] > 1) {
            return bestBirth;
        }
        int bits = births.bits(DateLevel.of(a[Gist.BIRTH], b[Gist.BIRTH]));
        return Math.min(bits, Math.min(a[Gist.BIRTH_WORTH], b[Gist.BIRTH_WORTH]));
    }

    private int id(int[] a, int[] b) {
        int few = Math.min(a[Gist.IDS], b[Gist.IDS]);
        int exact = Math.max(0, Math.max(p.get(Parameter.ID_EXACT), p.get(Parameter.ID_NEAR)));
        if (few == 0) {
            return 0;
        }
        if (a[Gist.IDS] > 1 || b[Gist.IDS] > 1) {
            return few * exact;
        }
        if (a[Gist.ID] != b[Gist.ID] || a[Gist.ID + 1] != b[Gist.ID + 1]) {
            return 0;
        }
        int most = Math.min(Gist.worth(a[Gist.ID_TEXT]), Gist.worth(b[Gist.ID_TEXT]));
        return a[Gist.ID_HASH] == b[Gist.ID_HASH] ? Math.max(0, Math.min(most, exact)) : otherId(a, b, most);
    }

    /** Two identifiers of one type that differ. */
    private int otherId(int[] a, int[] b, int most) {
        boolean near = Math.min(Gist.length(a[Gist.ID_TEXT]), Gist.length(b[Gist.ID_TEXT])) < Gist.LEAST_ENDS
                || a[Gist.ID_HEAD] == b[Gist.ID_HEAD]
                || a[Gist.ID_TAIL] == b[Gist.ID_TAIL];
        int different = a[Gist.ID_COUNTS] + b[Gist.ID_COUNTS] == 2 ? p.get(Parameter.ID_DIFFERENT) : 0;
        int bits = near ? Math.max(different, Math.min(most, p.get(Parameter.ID_NEAR))) : different;
        // A muted identifier does not speak against the pair either.
        return muted.mayMuteId(a[Gist.ID_HASH]) || muted.mayMuteId(b[Gist.ID_HASH]) ? Math.max(0, bits) : bits;
    }

    private int place(int[] a, int[] b) {
        if (a[Gist.PLACES] == 0 || b[Gist.PLACES] == 0) {
            return 0;
        }
        int least = p.get(Parameter.ADDRESS_LEAST);
        int cap = p.get(Parameter.ADDRESS_CAP);
        if (a[Gist.PLACES] > 1 || b[Gist.PLACES] > 1 || !shares) {
            return Math.max(least, cap);
        }
        return Math.max(least, Math.min(cap, parts(a, b)));
    }

    private int parts(int[] a, int[] b) {
        int street = street(a, b);
        int number = number(a, b);
        int postcode = part(a, b, Gist.POSTCODE, Parameter.POSTCODE_CAP, Parameter.POSTCODE_DIFFERENT);
        int city = part(a, b, Gist.CITY, Parameter.CITY_CAP, Parameter.CITY_DIFFERENT);
        int region = part(a, b, Gist.REGION, Parameter.REGION_CAP, Parameter.REGION_DIFFERENT);
        return PlaceScore.sum(p, street, number, postcode, city, region);
    }

    private int part(int[] a, int[] b, int at, Parameter cap, Parameter different) {
        int one = Gist.length(a[at + 2]);
        int other = Gist.length(b[at + 2]);
        if (one == 0 || other == 0) {
            return 0;
        }
        int most = Math.min(Math.min(Gist.worth(a[at + 2]), Gist.worth(b[at + 2])), p.get(cap));
        if (a[at] == b[at]) {
            return Math.max(most, p.get(different));
        }
        int length = Math.max(one, other);
        int limit = length >= 4 ? Math.max(1, length / 5) : 0;
        boolean near = limit > 0 && Integer.bitCount(a[at + 1] ^ b[at + 1]) <= 2 * limit;
        boolean begins = (a[at + 1] & ~b[at + 1]) == 0 || (b[at + 1] & ~a[at + 1]) == 0;
        return near || begins ? Math.max(most / 2, p.get(different)) : p.get(different);
    }

    private int number(int[] a, int[] b) {
        if (a[Gist.NUMBERS] == 0 || b[Gist.NUMBERS] == 0) {
            return 0;
        }
        boolean several = a[Gist.NUMBERS] > 1 || b[Gist.NUMBERS] > 1;
        if (several || a[Gist.NUMBER] == b[Gist.NUMBER]) {
            return Math.max(0, p.get(Parameter.NUMBER_CAP));
        }
        return Math.max(0, p.get(Parameter.NUMBER_DIFFERENT));
    }

    private int street(int[] a, int[] b) {
        int one = a[Gist.STREET_WORDS];
        int other = b[Gist.STREET_WORDS];
        if (one == 0 || other == 0) {
            return 0;
        }
        int cap = p.get(Parameter.STREET_CAP);
        int different = p.get(Parameter.STREET_DIFFERENT);
        if (one > Gist.MOST_STREET_WORDS || other > Gist.MOST_STREET_WORDS) {
            return Math.max(cap, different);
        }
        int sum = words(a, one, b, other);
        return sum > 0 ? Math.max(Math.min(sum, cap), different) : different;
    }

    private static int words(int[] a, int one, int[] b, int other) {
        int sum = 0;
        for (int i = 0; i < one; i++) {
            int best = 0;
            for (int j = 0; j < other; j++) {
                best = Math.max(best, word(a, Gist.STREET + 3 * i, b, Gist.STREET + 3 * j));
            }
            sum += best;
        }
        return sum;
    }

    private static int word(int[] a, int x, int[] b, int y) {
        int most = Math.min(Gist.worth(a[x + 2]), Gist.worth(b[y + 2]));
        if (a[x] == b[y]) {
            return most;
        }
        int limit = Math.max(Gist.length(a[x + 2]), Gist.length(b[y + 2])) / 4;
        boolean near = limit > 0 && Integer.bitCount(a[x + 1] ^ b[y + 1]) <= 2 * limit;
        return near ? most * 2 / 3 : 0;
    }
}

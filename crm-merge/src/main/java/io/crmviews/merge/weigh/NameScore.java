package io.crmviews.merge.weigh;

import io.crmviews.merge.normalise.Word;
import io.crmviews.merge.normalise.Word.Role;
import io.crmviews.merge.weigh.Evidence.Item;
import io.crmviews.merge.weigh.Prepared.PreparedWords;
import java.util.Arrays;

/**
 * Names: one alignment of all words of both sides, the best gain first. What a source calls a word is a hint. Only words
 * left over on both sides speak against a pair. Holds scratch memory for one thread.
 */
final class NameScore {

    private static final int MOST_WORDS = 16;
    private static final int GAIN_SHIFT = 10;
    /** The gain takes two words of one side. */
    private static final int TWO_A = 1 << 8;

    private static final int TWO_B = 1 << 9;
    static final int UNBOUNDED = 1_000_000 * Model.BIT;
    /** What a model takes off. Were one of them a gain, names would have no simple bound. */
    private static final Parameter[] PENALTIES = {
        Parameter.WORD_NICKNAME,
        Parameter.WORD_PREFIX,
        Parameter.WORD_EDIT,
        Parameter.WORD_EDIT_SHARE,
        Parameter.WORD_JOINED,
        Parameter.WORD_SPOKEN,
        Parameter.WORD_SOUND,
        Parameter.WORD_ROLE,
        Parameter.GIVEN_CONFLICT,
        Parameter.FAMILY_CONFLICT,
        Parameter.MIDDLE_CONFLICT,
        Parameter.ANY_CONFLICT,
        Parameter.INITIAL_CONFLICT,
        Parameter.SUFFIX_CONFLICT,
        Parameter.WORD_EXTRA,
        Parameter.WORD_EXTRA_CAP,
        Parameter.ORG_CONFLICT,
        Parameter.ORG_EXTRA,
        Parameter.ORG_EXTRA_CAP
    };

    private final Parameters p;
    private final WordScore words;
    private final boolean bounded;
    private final LeftoverNames leftovers;
    private final long[] gains = new long[3 * MOST_WORDS * MOST_WORDS];
    private final boolean[] usedA = new boolean[MOST_WORDS];
    private final boolean[] usedB = new boolean[MOST_WORDS];

    private int count;
    private int given;
    private int family;
    private int other;

    NameScore(Parameters p) {
        this.p = p;
        words = new WordScore(p);
        leftovers = new LeftoverNames(p);
        bounded = Arrays.stream(PENALTIES).allMatch(penalty -> p.get(penalty) <= 0);
    }

    /** Whether no penalty is a gain, so that names have a simple bound. */
    boolean isBounded() {
        return bounded;
    }

    /** What names add at the most, to either explanation; not tight. */
    int most(Prepared a, Prepared b) {
        if (!bounded) {
            return UNBOUNDED;
        }
        if (a.organization.size() > 0 || b.organization.size() > 0) {
            return Math.max(0, p.get(Parameter.ORG_NAME_CAP));
        }
        return Math.min(a.person.most(), b.person.most());
    }

    void add(Prepared a, Prepared b, Tally tally) {
        if (a.organization.size() > 0 && b.organization.size() > 0) {
            boolean same = a.name != 0 && a.name == b.name;
            addOrganization(a.organization, b.organization, same ? Math.min(a.nameWorth, b.nameWorth) : 0, tally);
        } else if (a.organization.size() > 0 && b.person.size() > 0) {
            addOrganization(a.organization, b.person, 0, tally);
        } else if (b.organization.size() > 0 && a.person.size() > 0) {
            addOrganization(a.person, b.organization, 0, tally);
        } else if (a.person.size() > 0 && b.person.size() > 0) {
            addPerson(a.person, b.person, tally);
        }
    }

    private void addPerson(PreparedWords a, PreparedWords b, Tally tally) {
        int pairs = collect(a, b, p.get(Parameter.WORD_CAP));
        given = 0;
        family = 0;
        other = 0;
        for (int k = pairs - 1; k >= 0; k--) {
            if (take(k)) {
                share(a, b, gains[k]);
            }
        }
        conclude(a, b, tally);
    }

    /** Adds what was taken, and what is left over on both sides or on one. */
    private void conclude(PreparedWords a, PreparedWords b, Tally tally) {
        findLeftovers(a, b);
        cap(leftovers.isConflict() ? Parameter.NAME_CONFLICT_CAP : Parameter.NAME_CAP);
        tally.add(Item.GIVEN_NAME, "agrees", given, given);
        tally.add(Item.FAMILY_NAME, "agrees", family, 0);
        tally.add(Item.NAME, "agrees", other, other / 2);
        leftovers.add(tally);
        int extra = Math.abs(left(a, usedA) - left(b, usedB)) * p.get(Parameter.WORD_EXTRA);
        tally.add(Item.NAME, "words on one side only", Math.max(p.get(Parameter.WORD_EXTRA_CAP), extra), 0);
        suffix(a, b, tally);
    }

    /** Takes a gain if its words are free. */
    private boolean take(int k) {
        int i = (int) (gains[k] >> 4) & 15;
        int j = (int) gains[k] & 15;
        boolean twoA = (gains[k] & TWO_A) != 0;
        boolean twoB = (gains[k] & TWO_B) != 0;
        if (usedA[i] || usedB[j] || (twoA && usedA[i + 1]) || (twoB && usedB[j + 1])) {
            return false;
        }
        usedA[i] = true;
        usedB[j] = true;
        usedA[twoA ? i + 1 : i] = true;
        usedB[twoB ? j + 1 : j] = true;
        return true;
    }

    /** Counts a gain for given names, surnames or neither. */
    private void share(PreparedWords a, PreparedWords b, long entry) {
        int gain = (int) (entry >> GAIN_SHIFT);
        Role x = a.words()[(int) (entry >> 4) & 15].role();
        Role y = b.words()[(int) entry & 15].role();
        if (agreesOnGiven(x, y)) {
            given += gain;
        } else if (isCrossed(x, y)) {
            given += gain / 2;
            family += gain - gain / 2;
        } else if (x.isFamily() || y.isFamily()) {
            family += gain;
        } else {
            other += gain;
        }
    }

    private static boolean agreesOnGiven(Role x, Role y) {
        return (x.isGiven() && (y.isGiven() || y == Role.ANY)) || (x == Role.ANY && y.isGiven());
    }

    private static boolean isCrossed(Role x, Role y) {
        return (x.isGiven() && y.isFamily()) || (x.isFamily() && y.isGiven());
    }

    /** How many halves of the gain of two words tell relatives apart; at the most, where halves are rounded. */
    static int halvesOfRival(Role x, Role y) {
        if (agreesOnGiven(x, y)) {
            return 2;
        }
        return !isCrossed(x, y) && (x.isFamily() || y.isFamily()) ? 0 : 1;
    }

    /** Cuts what names are worth: surnames first, since relatives share them. */
    private void cap(Parameter cap) {
        int over = Math.max(0, given + family + other - p.get(cap));
        int cut = Math.min(family, over);
        family -= cut;
        over -= cut;
        cut = Math.min(other, over);
        other -= cut;
        given -= over - cut;
    }

    private void findLeftovers(PreparedWords a, PreparedWords b) {
        leftovers.clear();
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size() && isLeft(a, usedA, i); j++) {
                if (isLeft(b, usedB, j)) {
                    leftovers.consider(a.words()[i], b.words()[j], a.letters()[i] ^ b.letters()[j]);
                }
            }
        }
    }

    private static boolean isLeft(PreparedWords words, boolean[] used, int index) {
        Role role = words.words()[index].role();
        return !used[index] && role != Role.SUFFIX && role != Role.PARTICLE;
    }

    private static int left(PreparedWords words, boolean[] used) {
        int left = 0;
        for (int i = 0; i < words.size(); i++) {
            left += isLeft(words, used, i) ? 1 : 0;
        }
        return left;
    }

    private void suffix(PreparedWords a, PreparedWords b, Tally tally) {
        for (Word x : a.words()) {
            for (Word y : b.words()) {
                if (x.role() == Role.SUFFIX && y.role() == Role.SUFFIX && x.hash() != y.hash()) {
                    int conflict = p.get(Parameter.SUFFIX_CONFLICT);
                    tally.add(Item.NAME, "generation differs", conflict, conflict);
                    return;
                }
            }
        }
    }

    private void addOrganization(PreparedWords a, PreparedWords b, int whole, Tally tally) {
        int pairs = collect(a, b, p.get(Parameter.ORG_WORD_CAP));
        int sum = 0;
        for (int k = pairs - 1; k >= 0; k--) {
            sum += take(k) ? (int) (gains[k] >> GAIN_SHIFT) : 0;
        }
        sum = Math.max(sum, Math.min(whole, p.get(Parameter.ORG_NAME_SAME)));
        tally.add(Item.ORGANIZATION_NAME, "agrees", Math.min(sum, p.get(Parameter.ORG_NAME_CAP)), 0);
        addRest(a, b, tally);
    }

    /** Words of organisations' names that are left over on both sides or on one. */
    private void addRest(PreparedWords a, PreparedWords b, Tally tally) {
        int restA = rest(a, usedA);
        int restB = rest(b, usedB);
        int both = Math.min(restA, restB);
        int conflict = -Math.min(both / 2, -p.get(Parameter.ORG_CONFLICT));
        tally.add(Item.ORGANIZATION_NAME, "differs", conflict, conflict);
        int more = Math.max(restA, restB) - both;
        int extra = Math.max(
                p.get(Parameter.ORG_EXTRA_CAP), -(int) ((long) more * -p.get(Parameter.ORG_EXTRA) / Model.BIT));
        tally.add(Item.ORGANIZATION_NAME, "words on one side only", extra, 0);
    }

    private static int rest(PreparedWords words, boolean[] used) {
        int rest = 0;
        for (int i = 0; i < words.size(); i++) {
            rest += used[i] || words.words()[i].role() == Role.QUALIFIER ? 0 : words.weights()[i];
        }
        return rest;
    }

    /** Fills {@link #gains} with the positive gains, ascending, and clears the marks. */
    private int collect(PreparedWords a, PreparedWords b, int cap) {
        count = 0;
        for (int i = 0; i < a.size(); i++) {
            usedA[i] = false;
        }
        for (int j = 0; j < b.size(); j++) {
            usedB[j] = false;
        }
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                put(words.gain(a, i, b, j, cap), 0, i, j);
                if (j + 1 < b.size()) {
                    put(words.joined(a, i, b, j, cap), TWO_B, i, j);
                }
                if (i + 1 < a.size()) {
                    put(words.joined(b, j, a, i, cap), TWO_A, i, j);
                }
            }
        }
        return count;
    }

    /** Inserts a gain in ascending order. */
    private void put(int gain, int joined, int i, int j) {
        if (gain <= 0 || count == gains.length) {
            return;
        }
        long entry = ((long) gain << GAIN_SHIFT) | joined | (i << 4) | j;
        int at = count++;
        while (at > 0 && gains[at - 1] > entry) {
            gains[at] = gains[at - 1];
            at--;
        }
        gains[at] = entry;
    }
}

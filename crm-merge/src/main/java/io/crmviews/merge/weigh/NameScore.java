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
    private static final int UNBOUNDED = 1_000_000 * Model.BIT;
    /** What a model takes off. Were one of them a gain, names would have no simple bound. */
    private static final Parameter[] PENALTIES = {
        Parameter.WORD_NICKNAME,
        Parameter.WORD_PREFIX,
        Parameter.WORD_EDIT,
        Parameter.WORD_EDIT_SHARE,
        Parameter.WORD_JOINED,
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
    private final long[] gains = new long[MOST_WORDS * MOST_WORDS];
    private final boolean[] usedA = new boolean[MOST_WORDS];
    private final boolean[] usedB = new boolean[MOST_WORDS];

    NameScore(Parameters p) {
        this.p = p;
        words = new WordScore(p);
        leftovers = new LeftoverNames(p);
        bounded = Arrays.stream(PENALTIES).allMatch(penalty -> p.get(penalty) <= 0);
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

    /** The same from two gists. */
    int most(int[] a, int[] b) {
        if (!bounded) {
            return UNBOUNDED;
        }
        if (a[Gist.ORGANIZATION] > 0 || b[Gist.ORGANIZATION] > 0) {
            return Math.max(0, p.get(Parameter.ORG_NAME_CAP));
        }
        return Math.min(a[Gist.NAMES], b[Gist.NAMES]);
    }

    void add(Prepared a, Prepared b, Tally tally) {
        if (a.organization.size() > 0 && b.organization.size() > 0) {
            addOrganization(a.organization, b.organization, tally);
        } else if (a.organization.size() > 0 && b.person.size() > 0) {
            addOrganization(a.organization, b.person, tally);
        } else if (b.organization.size() > 0 && a.person.size() > 0) {
            addOrganization(a.person, b.organization, tally);
        } else if (a.person.size() > 0 && b.person.size() > 0) {
            addPerson(a.person, b.person, tally);
        }
    }

    private void addPerson(PreparedWords a, PreparedWords b, Tally tally) {
        int pairs = collect(a, b, p.get(Parameter.WORD_CAP));
        int given = 0;
        int family = 0;
        int other = 0;
        for (int k = pairs - 1; k >= 0; k--) {
            int i = (int) (gains[k] >> 4) & 15;
            int j = (int) gains[k] & 15;
            if (usedA[i] || usedB[j]) {
                continue;
            }
            usedA[i] = true;
            usedB[j] = true;
            int gain = (int) (gains[k] >> 8);
            Role x = a.words()[i].role();
            Role y = b.words()[j].role();
            if ((x.isGiven() && (y.isGiven() || y == Role.ANY)) || (x == Role.ANY && y.isGiven())) {
                given += gain;
            } else if ((x.isGiven() && y.isFamily()) || (x.isFamily() && y.isGiven())) {
                given += gain / 2;
                family += gain - gain / 2;
            } else if (x.isFamily() || y.isFamily()) {
                family += gain;
            } else {
                other += gain;
            }
        }
        int sum = given + family + other;
        int most = p.get(Parameter.NAME_CAP);
        if (sum > most) {
            family -= Math.min(family, sum - most);
        }
        tally.add(Item.GIVEN_NAME, "agrees", given, given);
        tally.add(Item.FAMILY_NAME, "agrees", family, 0);
        tally.add(Item.NAME, "agrees", other, other / 2);
        conflicts(a, b, tally);
    }

    private void conflicts(PreparedWords a, PreparedWords b, Tally tally) {
        leftovers.clear();
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size() && isLeft(a, usedA, i); j++) {
                if (isLeft(b, usedB, j)) {
                    leftovers.consider(a.words()[i], b.words()[j]);
                }
            }
        }
        int extra = Math.abs(left(a, usedA) - left(b, usedB));
        leftovers.add(tally);
        tally.add(
                Item.NAME,
                "words on one side only",
                Math.max(p.get(Parameter.WORD_EXTRA_CAP), extra * p.get(Parameter.WORD_EXTRA)),
                0);
        suffix(a, b, tally);
    }

    private static boolean isLeft(PreparedWords words, boolean[] used, int index) {
        return !used[index] && words.words()[index].role() != Role.SUFFIX;
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

    private void addOrganization(PreparedWords a, PreparedWords b, Tally tally) {
        int pairs = collect(a, b, p.get(Parameter.ORG_WORD_CAP));
        int sum = 0;
        for (int k = pairs - 1; k >= 0; k--) {
            int i = (int) (gains[k] >> 4) & 15;
            int j = (int) gains[k] & 15;
            if (!usedA[i] && !usedB[j]) {
                usedA[i] = true;
                usedB[j] = true;
                sum += (int) (gains[k] >> 8);
            }
        }
        tally.add(Item.ORGANIZATION_NAME, "agrees", Math.min(sum, p.get(Parameter.ORG_NAME_CAP)), 0);
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
            rest += used[i] ? 0 : words.weights()[i];
        }
        return rest;
    }

    /** Fills {@link #gains} with the positive gains, ascending, and clears the marks. */
    private int collect(PreparedWords a, PreparedWords b, int cap) {
        int count = 0;
        for (int i = 0; i < a.size(); i++) {
            usedA[i] = false;
        }
        for (int j = 0; j < b.size(); j++) {
            usedB[j] = false;
        }
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                int gain = words.gain(a, i, b, j, cap);
                if (gain > 0) {
                    long entry = ((long) gain << 8) | (i << 4) | j;
                    int at = count++;
                    while (at > 0 && gains[at - 1] > entry) {
                        gains[at] = gains[at - 1];
                        at--;
                    }
                    gains[at] = entry;
                }
            }
        }
        return count;
    }
}

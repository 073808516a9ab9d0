package io.crmviews.merge.weigh;

import io.crmviews.merge.normalise.Word.Role;
import io.crmviews.merge.weigh.LeftoverNames.Conflict;
import io.crmviews.merge.weigh.Prepared.PreparedWords;
import java.util.Arrays;

/**
 * What persons' names add at the most, to either explanation, from the words of one side and the signature of the other:
 * no word gains more than with the word that it is most like, and words that are like none are left over. Not
 * thread-safe.
 */
final class NameBound {

    private static final int SIDE = Signature.MOST_WORDS;
    private static final Role[] ROLES = Role.values();
    private static final int SUFFIX = Role.SUFFIX.ordinal();
    private static final int PARTICLE = Role.PARTICLE.ordinal();
    /** How much of a gain helps against relatives, in halves, by both roles. */
    private static final int[] HALVES = new int[ROLES.length * ROLES.length];

    private final WordBound words;
    private final int wordCap;
    private final int cap;
    private final int conflictCap;
    private final int extra;
    private final int extraCap;
    private final int suffixConflict;
    private final int[] conflicts = new int[Conflict.ALL.size()];
    private final int[] full = new int[Conflict.ALL.size()];

    private final int[] weights = new int[SIDE];
    private final int[] bestHere = new int[SIDE];
    private final int[] bestThere = new int[SIDE];
    private final int[] halvesHere = new int[SIDE];
    private final int[] halvesThere = new int[SIDE];
    private long[] own = {};
    private int size;
    private int most;
    /** The words of each side that may be like one of the other, a bit each. */
    private int likeHere;

    private int likeThere;
    /** Whether it is uncertain how many words of both sides are left over. */
    private boolean loose;

    int stranger;
    int rival;

    static {
        for (Role x : ROLES) {
            for (Role y : ROLES) {
                HALVES[x.ordinal() * ROLES.length + y.ordinal()] = NameScore.halvesOfRival(x, y);
            }
        }
    }

    NameBound(Parameters p) {
        words = new WordBound(p);
        wordCap = p.get(Parameter.WORD_CAP);
        conflictCap = p.get(Parameter.NAME_CONFLICT_CAP);
        cap = Math.max(conflictCap, p.get(Parameter.NAME_CAP));
        extra = p.get(Parameter.WORD_EXTRA);
        extraCap = p.get(Parameter.WORD_EXTRA_CAP);
        suffixConflict = p.get(Parameter.SUFFIX_CONFLICT);
        for (Conflict conflict : Conflict.ALL) {
            full[conflict.ordinal()] = p.get(conflict.parameter());
        }
    }

    /** Takes the side that is known. */
    void take(PreparedWords known, long[] signature) {
        own = signature;
        size = Signature.words(signature, 0);
        most = known.most();
        for (int i = 0; i < size && size <= SIDE; i++) {
            weights[i] = known.weights()[i];
        }
    }

    /** Adds up what two names are worth; not tight where one has more words than a signature holds. */
    void compare(long[] s, int at) {
        int others = Signature.words(s, at);
        stranger = 0;
        rival = 0;
        if (size == 0 || others == 0) {
            return;
        }
        if (size == Signature.MANY_WORDS || others == Signature.MANY_WORDS) {
            stranger = most;
            rival = most;
            return;
        }
        clear(others);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < others; j++) {
                pair(s, at, i, j, others);
            }
        }
        add(s, at, others);
    }

    private void clear(int others) {
        for (int i = 0; i < size; i++) {
            bestHere[i] = 0;
            halvesHere[i] = 0;
        }
        for (int j = 0; j < others; j++) {
            bestThere[j] = 0;
            halvesThere[j] = 0;
        }
        likeHere = 0;
        likeThere = 0;
        loose = false;
    }

    private void pair(long[] s, int at, int i, int j, int others) {
        long x = own[Signature.WORDS + i];
        long y = s[at + Signature.WORDS + j];
        int worth = Math.min(wordCap, weights[i]);
        int gain = words.gain(x, Signature.spoken(own, 0, i), y, Signature.spoken(s, at, j), worth);
        if (gain > 0) {
            loose |= Signature.wordRole(x) == PARTICLE != (Signature.wordRole(y) == PARTICLE);
            take(gain, x, y, 1 << i, 1 << j, i, j);
        }
        if (j + 1 < others) {
            gain = words.joined(x, y, s[at + Signature.WORDS + j + 1], worth);
            join(gain, x, y, 1 << i, 3 << j, i, j);
        }
        if (i + 1 < size) {
            int both = Math.min(wordCap, weights[i] + weights[i + 1]);
            gain = words.joined(y, x, own[Signature.WORDS + i + 1], both);
            join(gain, x, y, 3 << i, 1 << j, i, j);
        }
    }

    private void join(int gain, long x, long y, int here, int there, int i, int j) {
        if (gain > 0) {
            loose = true;
            take(gain, x, y, here, there, i, j);
        }
    }

    private void take(int gain, long x, long y, int here, int there, int i, int j) {
        int halves = gain * HALVES[Signature.wordRole(x) * ROLES.length + Signature.wordRole(y)];
        likeHere |= here;
        likeThere |= there;
        bestHere[i] = Math.max(bestHere[i], gain);
        bestThere[j] = Math.max(bestThere[j], gain);
        halvesHere[i] = Math.max(halvesHere[i], halves);
        halvesThere[j] = Math.max(halvesThere[j], halves);
    }

    private void add(long[] s, int at, int others) {
        int here = 0;
        int halves = 0;
        for (int i = 0; i < size; i++) {
            here += bestHere[i];
            halves += halvesHere[i];
        }
        int there = 0;
        int halvesOfOther = 0;
        for (int j = 0; j < others; j++) {
            there += bestThere[j];
            halvesOfOther += halvesThere[j];
        }
        int gains = Math.min(here, there);
        int gainsOfRival = (Math.min(halves, halvesOfOther) + 1) / 2;
        int leftHere = named(own, 0, size) & ~likeHere;
        int leftThere = named(s, at, others) & ~likeThere;
        boolean conflict = leftHere != 0 && leftThere != 0 && conflict(s, at, others, leftHere, leftThere);
        int atMost = conflict ? conflictCap : cap;
        stranger += Math.min(gains, atMost);
        rival += Math.min(gainsOfRival, atMost);
        if (!loose) {
            int more = Math.abs(Integer.bitCount(named(own, 0, size)) - Integer.bitCount(named(s, at, others)));
            stranger += Math.max(extraCap, more * extra);
        }
        generations(s, at, others);
    }

    /** The words that are neither generations nor particles, a bit each. */
    private static int named(long[] s, int at, int size) {
        int named = 0;
        for (int i = 0; i < size; i++) {
            int role = Signature.wordRole(s[at + Signature.WORDS + i]);
            named |= role == SUFFIX || role == PARTICLE ? 0 : 1 << i;
        }
        return named;
    }

    private void generations(long[] s, int at, int others) {
        for (int i = 0; i < size; i++) {
            long x = own[Signature.WORDS + i];
            for (int j = 0; j < others && Signature.wordRole(x) == SUFFIX; j++) {
                long y = s[at + Signature.WORDS + j];
                if (Signature.wordRole(y) == SUFFIX && Signature.wordHash(x) != Signature.wordHash(y)) {
                    stranger += suffixConflict;
                    rival += suffixConflict;
                    return;
                }
            }
        }
    }

    /**
     * Takes of each kind of conflict that is certain the mildest that two words can make; whether they certainly are a
     * contradiction.
     */
    private boolean conflict(long[] s, int at, int others, int leftHere, int leftThere) {
        int certain = 0;
        int possible = 0;
        int here = named(own, 0, size);
        int there = named(s, at, others);
        Arrays.fill(conflicts, Integer.MIN_VALUE);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < others; j++) {
                if ((here >>> i & there >>> j & 1) != 0) {
                    long x = own[Signature.WORDS + i];
                    long y = s[at + Signature.WORDS + j];
                    int kind = Conflict.of(ROLES[Signature.wordRole(x)], ROLES[Signature.wordRole(y)])
                            .ordinal();
                    conflicts[kind] = Math.max(conflicts[kind], words.conflict(x, y, full[kind]));
                    possible |= 1 << kind;
                    certain |= (leftHere >>> i & leftThere >>> j & 1) << kind;
                }
            }
        }
        take(certain, possible);
        return sum(certain, possible) <= LeftoverNames.LEAST_CONFLICT;
    }

    /** What all conflicts that are certain sum up to at the most. */
    private int sum(int certain, int possible) {
        int sum = 0;
        for (Conflict conflict : Conflict.ALL) {
            boolean twice = conflict == Conflict.ANY_MIDDLE && has(certain, Conflict.ANY);
            if (has(certain, conflict) && !twice) {
                sum += conflict == Conflict.ANY || conflict == Conflict.ANY_MIDDLE
                        ? Math.max(mildest(possible, Conflict.ANY), mildest(possible, Conflict.ANY_MIDDLE))
                        : mildest(possible, conflict);
            }
        }
        return sum;
    }

    private void take(int certain, int possible) {
        int given = mildest(possible, Conflict.GIVEN);
        int named = 0;
        if (has(certain, Conflict.GIVEN)) {
            named = given;
        } else if (has(certain, Conflict.MIDDLE)) {
            named = Math.max(given, mildest(possible, Conflict.MIDDLE));
        }
        int family = has(certain, Conflict.FAMILY) ? mildest(possible, Conflict.FAMILY) : 0;
        stranger += named + family;
        rival += named;
        if (named == 0 && family == 0 && (has(certain, Conflict.ANY) || has(certain, Conflict.ANY_MIDDLE))) {
            any(possible);
        }
    }

    /** Words without a certain role: counts unless given names or surnames do, so the mildest of all is what is sure. */
    private void any(int possible) {
        int mildest = Integer.MIN_VALUE;
        for (Conflict conflict : Conflict.ALL) {
            mildest = Math.max(mildest, mildest(possible, conflict));
        }
        stranger += mildest;
        // Relatives are told apart by all but surnames.
        rival += has(possible, Conflict.FAMILY) ? 0 : mildest;
    }

    private int mildest(int possible, Conflict conflict) {
        return has(possible, conflict) ? conflicts[conflict.ordinal()] : Integer.MIN_VALUE;
    }

    private static boolean has(int set, Conflict conflict) {
        return (set >>> conflict.ordinal() & 1) != 0;
    }
}

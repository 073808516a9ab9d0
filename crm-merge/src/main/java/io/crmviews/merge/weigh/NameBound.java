package io.crmviews.merge.weigh;

import io.crmviews.merge.normalise.Word.Role;
import io.crmviews.merge.weigh.LeftoverNames.Conflict;
import io.crmviews.merge.weigh.Prepared.PreparedWords;
import java.util.Arrays;

/**
 * What names add at the most, to either explanation, from the words of one side and the signature of the other: no word
 * gains more than with the word that it is most like, and words that are like none are left over. Not thread-safe.
 */
final class NameBound {

    private static final int SIDE = Signature.MOST_WORDS;
    private static final Role[] ROLES = Role.values();
    private static final int SUFFIX = Role.SUFFIX.ordinal();
    /** How much of a gain helps against relatives, in halves, by both roles. */
    private static final int[] HALVES = new int[ROLES.length * ROLES.length];

    private final WordBound words;
    private final int extra;
    private final int extraCap;
    private final int suffixConflict;
    private final int[] conflicts = new int[Conflict.values().length];
    private final int[] full = new int[Conflict.values().length];
    private final long[] side = new long[SIDE];
    private final int[] worth = new int[SIDE];
    private final int[] gains = new int[SIDE * SIDE];
    private final int cap;
    private int size;
    private int most;
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
        cap = p.get(Parameter.WORD_CAP);
        extra = p.get(Parameter.WORD_EXTRA);
        extraCap = p.get(Parameter.WORD_EXTRA_CAP);
        suffixConflict = p.get(Parameter.SUFFIX_CONFLICT);
        for (Conflict conflict : Conflict.values()) {
            full[conflict.ordinal()] = p.get(conflict.parameter());
        }
    }

    /** Takes the side that is known. */
    void take(PreparedWords known, long[] signature) {
        size = Signature.words(signature, 0);
        most = known.most();
        if (size == Signature.MANY_WORDS) {
            return;
        }
        for (int i = 0; i < size; i++) {
            side[i] = signature[Signature.WORDS + i];
            worth[i] = Math.min(cap, known.weights()[i]);
        }
    }

    /** Adds up what two persons' names are worth; not tight where one has more words than a signature holds. */
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
        compare(s, at + Signature.WORDS, others);
    }

    private void compare(long[] s, int from, int others) {
        int left = 0;
        int plain = 0;
        int half = 0;
        for (int i = 0; i < size; i++) {
            int best = 0;
            int bestHalf = 0;
            int row = Signature.wordRole(side[i]) * ROLES.length;
            for (int j = 0; j < others; j++) {
                int gain = words.gain(side, i, size, worth[i], s, from, j, others);
                gains[i * SIDE + j] = gain;
                best = Math.max(best, gain);
                bestHalf = Math.max(bestHalf, gain * HALVES[row + Signature.wordRole(s[from + j])]);
            }
            plain += best;
            half += bestHalf;
            left |= best == 0 && row != SUFFIX * ROLES.length ? 1 << i : 0;
        }
        stranger = plain;
        rival = (half + 1) / 2;
        others(s, from, others, left);
    }

    /** The same from the other side, and what is left over on both. */
    private void others(long[] s, int from, int others, int leftHere) {
        int plain = 0;
        int half = 0;
        int left = 0;
        int suffixes = 0;
        for (int j = 0; j < others; j++) {
            int best = 0;
            int bestHalf = 0;
            int role = Signature.wordRole(s[from + j]);
            for (int i = 0; i < size; i++) {
                int gain = gains[i * SIDE + j];
                best = Math.max(best, gain);
                bestHalf = Math.max(bestHalf, gain * HALVES[Signature.wordRole(side[i]) * ROLES.length + role]);
            }
            plain += best;
            half += bestHalf;
            suffixes += role == SUFFIX ? 1 : 0;
            left |= best == 0 && role != SUFFIX ? 1 << j : 0;
        }
        stranger = Math.min(stranger, plain);
        rival = Math.min(rival, (half + 1) / 2);
        if (leftHere != 0 && left != 0) {
            conflict(s, from, others, leftHere, left);
        }
        countWords(s, from, others, others - suffixes);
    }

    /** Words on one side only, and generations that differ. */
    private void countWords(long[] s, int from, int others, int namesThere) {
        int namesHere = 0;
        boolean generations = false;
        for (int i = 0; i < size; i++) {
            if (Signature.wordRole(side[i]) != SUFFIX) {
                namesHere++;
                continue;
            }
            for (int j = 0; j < others && namesThere < others; j++) {
                generations |= Signature.wordRole(s[from + j]) == SUFFIX
                        && Signature.wordHash(s[from + j]) != Signature.wordHash(side[i]);
            }
        }
        stranger += Math.max(extraCap, Math.abs(namesHere - namesThere) * extra);
        if (generations) {
            stranger += suffixConflict;
            rival += suffixConflict;
        }
    }

    /** Of each kind of conflict that is certain, the mildest that two words can make. */
    private void conflict(long[] s, int from, int others, int leftHere, int leftThere) {
        int certain = 0;
        int possible = 0;
        Arrays.fill(conflicts, Integer.MIN_VALUE);
        for (int i = 0; i < size; i++) {
            Role x = ROLES[Signature.wordRole(side[i])];
            for (int j = 0; j < others; j++) {
                Role y = ROLES[Signature.wordRole(s[from + j])];
                if (x == Role.SUFFIX || y == Role.SUFFIX) {
                    continue;
                }
                int kind = Conflict.of(x, y).ordinal();
                conflicts[kind] = Math.max(conflicts[kind], words.conflict(side[i], s[from + j], full[kind]));
                possible |= 1 << kind;
                certain |= (leftHere & 1 << i) != 0 && (leftThere & 1 << j) != 0 ? 1 << kind : 0;
            }
        }
        take(certain, possible);
    }

    private void take(int certain, int possible) {
        int given = mildest(possible, Conflict.GIVEN);
        int named = 0;
        if (has(certain, Conflict.GIVEN)) {
            named = given;
        } else if (has(certain, Conflict.MIDDLE)) {
            named = has(possible, Conflict.GIVEN)
                    ? Math.max(given, mildest(possible, Conflict.MIDDLE))
                    : mildest(possible, Conflict.MIDDLE);
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
        return (set & 1 << conflict.ordinal()) != 0;
    }
}

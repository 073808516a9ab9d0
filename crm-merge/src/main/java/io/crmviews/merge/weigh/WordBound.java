package io.crmviews.merge.weigh;

import io.crmviews.merge.normalise.Word.Role;

/** What two words of persons' names gain or cost at the most, from their entries in signatures. */
final class WordBound {

    private static final Role[] ROLES = Role.values();
    private static final int SUFFIX = Role.SUFFIX.ordinal();

    private final int initial;
    private final int edit;
    private final int editShare;
    private final int nickname;
    private final int prefix;
    private final int joined;
    private final int initialConflict;
    private final int[] roles = new int[ROLES.length * ROLES.length];

    WordBound(Parameters p) {
        initial = p.get(Parameter.WORD_INITIAL);
        edit = p.get(Parameter.WORD_EDIT);
        editShare = p.get(Parameter.WORD_EDIT_SHARE);
        nickname = p.get(Parameter.WORD_NICKNAME);
        prefix = p.get(Parameter.WORD_PREFIX);
        joined = p.get(Parameter.WORD_JOINED);
        initialConflict = p.get(Parameter.INITIAL_CONFLICT);
        WordScore words = new WordScore(p);
        for (Role x : ROLES) {
            for (Role y : ROLES) {
                roles[x.ordinal() * ROLES.length + y.ordinal()] = words.role(x, y);
            }
        }
    }

    /** At least what {@link WordScore#gain} says, 0 if that is certainly not positive. */
    int gain(long[] a, int i, int size, int most, long[] s, int from, int j, int others) {
        long x = a[i];
        long y = s[from + j];
        int roleX = Signature.wordRole(x);
        int roleY = Signature.wordRole(y);
        if (roleX == SUFFIX || roleY == SUFFIX) {
            return 0;
        }
        int gain = most;
        if (Signature.wordHash(x) != Signature.wordHash(y)) {
            boolean initials = Signature.wordLength(x) == 0 || Signature.wordLength(y) == 0;
            boolean shorter = Signature.wordLength(x) < Signature.wordLength(y);
            gain = initials
                    ? initial(x, y, most)
                    : shorter ? alike(x, y, a, 0, size, most) : alike(y, x, s, from, others, most);
        }
        return Math.max(0, gain <= 0 ? 0 : gain + roles[roleX * ROLES.length + roleY]);
    }

    private int initial(long x, long y, int most) {
        return Signature.wordFirst(x) == Signature.wordFirst(y) ? Math.min(most, initial) : 0;
    }

    /** Two words that are not equal, the second at least as long; and the words of the side of the first. */
    private int alike(long shorter, long longer, long[] s, int from, int size, int most) {
        int least = Signature.wordLength(shorter);
        int length = Signature.wordLength(longer);
        int letters = Signature.wordLetters(longer);
        int best = near(shorter, longer, least, length, most);
        if ((Signature.wordGroups(shorter) & Signature.wordGroups(longer)) != 0) {
            best = Math.max(best, most + nickname);
        }
        if (least >= WordScore.LEAST_PREFIX
                && least < length
                && (Signature.wordLetters(shorter) & ~letters) == 0
                && Signature.wordFirst(shorter) == Signature.wordFirst(longer)) {
            best = Math.max(best, most + prefix);
        }
        if (length >= WordScore.LEAST_JOINED && size > 1 && joined(s, from, size, length, letters)) {
            best = Math.max(best, most + joined);
        }
        return best;
    }

    private int near(long x, long y, int least, int length, int most) {
        int limit = WordScore.limit(length);
        int distance = distance(x, y, least, length);
        if (limit == 0 || distance > limit) {
            return 0;
        }
        int share = editShare * distance / length;
        return most + edit + (Signature.wordSound(x) == Signature.wordSound(y) ? share / 2 : share);
    }

    /** What the edit distance of two words that differ is at least. */
    private static int distance(long x, long y, int least, int length) {
        int letters = Integer.bitCount(Signature.wordLetters(x) ^ Signature.wordLetters(y));
        return Math.max(1, Math.max(length - least, (letters + 1) / 2));
    }

    private static boolean joined(long[] s, int from, int size, int length, int letters) {
        for (int k = from; k + 1 < from + size; k++) {
            if (length(s[k]) + length(s[k + 1]) == length
                    && (Signature.wordLetters(s[k]) | Signature.wordLetters(s[k + 1])) == letters) {
                return true;
            }
        }
        return false;
    }

    private static int length(long word) {
        return Math.max(1, Signature.wordLength(word));
    }

    /** At least what {@link LeftoverNames} says of two words that are left over. */
    int conflict(long x, long y, int full) {
        int one = Signature.wordLength(x);
        int other = Signature.wordLength(y);
        if (one == 0 || other == 0) {
            return initialConflict;
        }
        boolean maySame = Signature.wordHash(x) == Signature.wordHash(y);
        int length = Math.max(one, other);
        int distance = maySame ? 0 : distance(x, y, Math.min(one, other), length);
        return LeftoverNames.conflict(full, distance, length);
    }
}

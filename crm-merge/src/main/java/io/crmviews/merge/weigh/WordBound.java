package io.crmviews.merge.weigh;

import io.crmviews.merge.normalise.Word.Role;

/** What words of persons' names gain or cost at the most, from their entries in signatures. */
final class WordBound {

    private static final Role[] ROLES = Role.values();
    private static final int SUFFIX = Role.SUFFIX.ordinal();
    private static final int PARTICLE = Role.PARTICLE.ordinal();

    private final int initial;
    private final int edit;
    private final int editShare;
    private final int nickname;
    private final int prefix;
    private final int spoken;
    private final int sound;
    private final int joined;
    private final int initialConflict;
    private final int[] roles = new int[ROLES.length * ROLES.length];

    WordBound(Parameters p) {
        initial = p.get(Parameter.WORD_INITIAL);
        edit = p.get(Parameter.WORD_EDIT);
        editShare = p.get(Parameter.WORD_EDIT_SHARE);
        nickname = p.get(Parameter.WORD_NICKNAME);
        prefix = p.get(Parameter.WORD_PREFIX);
        spoken = p.get(Parameter.WORD_SPOKEN);
        sound = p.get(Parameter.WORD_SOUND);
        joined = p.get(Parameter.WORD_JOINED);
        initialConflict = p.get(Parameter.INITIAL_CONFLICT);
        WordScore words = new WordScore(p);
        for (Role x : ROLES) {
            for (Role y : ROLES) {
                roles[x.ordinal() * ROLES.length + y.ordinal()] = words.role(x, y);
            }
        }
    }

    /**
     * At least what {@link WordScore#gain} says, 0 if that is certainly not positive.
     *
     * @param most what agreement is worth at the most
     */
    int gain(long x, int spokenX, long y, int spokenY, int most) {
        int roleX = Signature.wordRole(x);
        int roleY = Signature.wordRole(y);
        if (roleX == SUFFIX || roleY == SUFFIX) {
            return 0;
        }
        boolean maySame = Signature.wordHash(x) == Signature.wordHash(y);
        if (roleX == PARTICLE || roleY == PARTICLE) {
            return maySame ? most : 0;
        }
        int gain = maySame ? most : unequal(x, spokenX, y, spokenY, most);
        return Math.max(0, gain <= 0 ? 0 : gain + roles[roleX * ROLES.length + roleY]);
    }

    private int unequal(long x, int spokenX, long y, int spokenY, int most) {
        int one = Signature.wordLength(x);
        int other = Signature.wordLength(y);
        if (one == 0 || other == 0) {
            return Signature.wordFirst(x) == Signature.wordFirst(y) ? Math.min(most, initial) : 0;
        }
        int alike = one < other ? alike(x, y, one, other, most) : alike(y, x, other, one, most);
        return Math.max(alike, spoken(x, spokenX, y, spokenY, most));
    }

    /** Two words that are not equal, the second at least as long. */
    private int alike(long shorter, long longer, int least, int length, int most) {
        int best = near(shorter, longer, least, length, most);
        if ((Signature.wordGroups(shorter) & Signature.wordGroups(longer)) != 0) {
            best = Math.max(best, most + nickname);
        }
        if (least >= WordScore.LEAST_PREFIX
                && least < length
                && (Signature.wordLetters(shorter) & ~Signature.wordLetters(longer)) == 0
                && Signature.wordFirst(shorter) == Signature.wordFirst(longer)) {
            best = Math.max(best, most + prefix);
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

    private int spoken(long x, int spokenX, long y, int spokenY, int most) {
        int one = Signature.spokenLength(spokenX);
        int other = Signature.spokenLength(spokenY);
        int length = Math.max(one, other);
        int letters = Integer.bitCount(Signature.spokenLetters(spokenX) ^ Signature.spokenLetters(spokenY));
        int distance = Math.max(Math.abs(one - other), (letters + 1) / 2);
        int best = 0;
        if (distance <= WordScore.spokenLimit(length)) {
            best = most + spoken + editShare * distance / length;
        }
        if (Signature.wordSound(x) == Signature.wordSound(y)
                && Signature.hasSounds(spokenX)
                && Signature.hasSounds(spokenY)) {
            best = Math.max(best, most + sound);
        }
        return best;
    }

    /** What the edit distance of two words that differ is at least. */
    private static int distance(long x, long y, int least, int length) {
        int letters = Integer.bitCount(Signature.wordLetters(x) ^ Signature.wordLetters(y));
        return Math.max(1, Math.max(length - least, (letters + 1) / 2));
    }

    /** At least what {@link WordScore#joined} says, 0 if that is certainly not positive. */
    int joined(long whole, long first, long second, int most) {
        if (Signature.wordRole(whole) == SUFFIX
                || Signature.wordRole(first) == SUFFIX
                || Signature.wordRole(second) == SUFFIX) {
            return 0;
        }
        int one = length(whole);
        int two = length(first) + length(second);
        int limit = Math.min(one, two) / WordScore.LEAST_JOINED;
        int both = Signature.wordLetters(first) | Signature.wordLetters(second);
        int letters = Integer.bitCount(Signature.wordLetters(whole) ^ both);
        int distance = Math.max(Math.abs(one - two), (letters + 1) / 2);
        return limit == 0 || distance > limit ? 0 : Math.max(0, most + joined + editShare * distance / two);
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

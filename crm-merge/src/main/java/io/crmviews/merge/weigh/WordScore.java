package io.crmviews.merge.weigh;

import io.crmviews.merge.compare.EditDistance;
import io.crmviews.merge.normalise.Word;
import io.crmviews.merge.normalise.Word.Role;
import io.crmviews.merge.weigh.Prepared.PreparedWords;

/** What the agreement of two words of two names is worth. A near miss is evidence for a pair, worth a few bits less. */
final class WordScore {

    static final int LEAST_PREFIX = 3;
    private static final double MOST_EDITS = 0.36;
    private static final double MOST_SPOKEN_EDITS = 0.25;
    static final int LEAST_JOINED = 5;
    static final int LEAST_SOUNDS = 3;

    private final Parameters p;

    WordScore(Parameters p) {
        this.p = p;
    }

    /** The gain in 1/1024 bits; 0 or less if the two do not agree. */
    int gain(PreparedWords a, int i, PreparedWords b, int j, int cap) {
        Word x = a.words()[i];
        Word y = b.words()[j];
        if (x.role() == Role.SUFFIX || y.role() == Role.SUFFIX) {
            return 0;
        }
        if (x.role() == Role.PARTICLE || y.role() == Role.PARTICLE) {
            return x.hash() == y.hash() ? Math.min(cap, Math.min(a.weights()[i], b.weights()[j])) : 0;
        }
        int most = Math.min(cap, Math.min(a.weights()[i], b.weights()[j]));
        int gain = x.hash() == y.hash() ? most : alike(a, i, b, j, most);
        return gain <= 0 ? 0 : gain + role(x.role(), y.role());
    }

    /** The most edits by which two words of which the longer is so long may differ. */
    static int limit(int length) {
        return (int) (length * MOST_EDITS);
    }

    /** The same as they are spoken. */
    static int spokenLimit(int length) {
        return (int) (length * MOST_SPOKEN_EDITS);
    }

    int role(Role x, Role y) {
        boolean crossed = (x.isGiven() && y.isFamily()) || (x.isFamily() && y.isGiven());
        if (!crossed) {
            return 0;
        }
        return x.isGuess() || y.isGuess() ? p.get(Parameter.WORD_ROLE) / 2 : p.get(Parameter.WORD_ROLE);
    }

    private int alike(PreparedWords a, int i, PreparedWords b, int j, int most) {
        Word x = a.words()[i];
        Word y = b.words()[j];
        if (x.isInitial() || y.isInitial()) {
            boolean same = x.text().charAt(0) == y.text().charAt(0)
                    && !x.role().isOrganization()
                    && !y.role().isOrganization();
            return same ? Math.min(most, p.get(Parameter.WORD_INITIAL)) : 0;
        }
        int best = near(a, i, b, j, most);
        if (shareGroup(x.groups(), y.groups())) {
            best = Math.max(best, most + p.get(Parameter.WORD_NICKNAME));
        }
        boolean xShorter = x.text().length() < y.text().length();
        String shorter = xShorter ? x.text() : y.text();
        String longer = xShorter ? y.text() : x.text();
        if (shorter.length() >= LEAST_PREFIX && longer.startsWith(shorter)) {
            best = Math.max(best, most + p.get(Parameter.WORD_PREFIX));
        }
        return Math.max(best, spoken(x, y, a.spokenLetters()[i] ^ b.spokenLetters()[j], most));
    }

    private int near(PreparedWords a, int i, PreparedWords b, int j, int most) {
        String x = a.words()[i].text();
        String y = b.words()[j].text();
        int length = Math.max(x.length(), y.length());
        int limit = limit(length);
        if (limit == 0 || Integer.bitCount(a.letters()[i] ^ b.letters()[j]) > 2 * limit) {
            return 0;
        }
        int distance = EditDistance.bounded(x, y, limit);
        if (distance > limit) {
            return 0;
        }
        boolean sounds = a.words()[i].sound() == b.words()[j].sound();
        int share = p.get(Parameter.WORD_EDIT_SHARE) * distance / length;
        return most + p.get(Parameter.WORD_EDIT) + (sounds ? share / 2 : share);
    }

    /** Two ways of writing one name in other letters: alike as they are spoken, or at least in their consonants. */
    private int spoken(Word x, Word y, int letters, int most) {
        String one = x.spoken();
        String other = y.spoken();
        int length = Math.max(one.length(), other.length());
        int limit = spokenLimit(length);
        boolean may = Integer.bitCount(letters) <= 2 * limit;
        int distance = may ? EditDistance.bounded(one, other, limit) : limit + 1;
        int best = 0;
        if (distance <= limit) {
            best = most + p.get(Parameter.WORD_SPOKEN) + p.get(Parameter.WORD_EDIT_SHARE) * distance / length;
        }
        if (x.sound() == y.sound() && Math.min(x.sounds(), y.sounds()) >= LEAST_SOUNDS) {
            best = Math.max(best, most + p.get(Parameter.WORD_SOUND));
        }
        return best;
    }

    /**
     * The gain of a word that stands in two on the other side: Vanberg and Van Berg.
     *
     * @param j the first of the two
     */
    int joined(PreparedWords a, int i, PreparedWords b, int j, int cap) {
        String whole = a.words()[i].text();
        String first = b.words()[j].text();
        String second = b.words()[j + 1].text();
        int length = first.length() + second.length();
        int limit = Math.min(whole.length(), length) / LEAST_JOINED;
        int letters = a.letters()[i] ^ (b.letters()[j] | b.letters()[j + 1]);
        if (limit == 0 || Math.abs(whole.length() - length) > limit || Integer.bitCount(letters) > 2 * limit) {
            return 0;
        }
        int distance = EditDistance.bounded(whole, first + second, limit);
        if (distance > limit || isSuffix(a, i) || isSuffix(b, j) || isSuffix(b, j + 1)) {
            return 0;
        }
        int most = Math.min(cap, Math.min(a.weights()[i], b.weights()[j] + b.weights()[j + 1]));
        return most + p.get(Parameter.WORD_JOINED) + p.get(Parameter.WORD_EDIT_SHARE) * distance / length;
    }

    private static boolean isSuffix(PreparedWords words, int index) {
        return words.words()[index].role() == Role.SUFFIX;
    }

    private static boolean shareGroup(long[] one, long[] other) {
        for (long x : one) {
            for (long y : other) {
                if (x == y) {
                    return true;
                }
            }
        }
        return false;
    }
}

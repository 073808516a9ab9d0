package io.crmviews.merge.weigh;

import io.crmviews.merge.compare.EditDistance;
import io.crmviews.merge.normalise.Word;
import io.crmviews.merge.normalise.Word.Role;
import io.crmviews.merge.weigh.Prepared.PreparedWords;

/** What the agreement of two words of two names is worth. A near miss is evidence for a pair, worth a few bits less. */
final class WordScore {

    private static final int LEAST_PREFIX = 3;
    private static final double MOST_EDITS = 0.36;
    private static final int LEAST_JOINED = 6;

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
        int most = Math.min(cap, Math.min(a.weights()[i], b.weights()[j]));
        int gain = x.hash() == y.hash() ? most : alike(a, i, b, j, most);
        return gain <= 0 ? 0 : gain + role(x.role(), y.role());
    }

    private int role(Role x, Role y) {
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
                    && x.role() != Role.ORGANIZATION
                    && y.role() != Role.ORGANIZATION;
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
        if (longer.length() >= LEAST_JOINED && joined(xShorter ? a : b, longer)) {
            best = Math.max(best, most + p.get(Parameter.WORD_JOINED));
        }
        return best;
    }

    private int near(PreparedWords a, int i, PreparedWords b, int j, int most) {
        String x = a.words()[i].text();
        String y = b.words()[j].text();
        int length = Math.max(x.length(), y.length());
        int limit = (int) (length * MOST_EDITS);
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

    private static boolean joined(PreparedWords side, String longer) {
        for (int k = 0; k + 1 < side.size(); k++) {
            String first = side.words()[k].text();
            String second = side.words()[k + 1].text();
            if (first.length() + second.length() == longer.length()
                    && longer.startsWith(first)
                    && longer.endsWith(second)) {
                return true;
            }
        }
        return false;
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

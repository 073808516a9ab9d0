package io.crmviews.merge.weigh;

import io.crmviews.merge.compare.EditDistance;
import io.crmviews.merge.normalise.Word;
import io.crmviews.merge.normalise.Word.Role;
import io.crmviews.merge.weigh.Evidence.Item;
import java.util.List;

/**
 * Words of persons' names that are left over on both sides, and what that says against a pair: of each kind the most
 * alike two count, and the less alike they are the more they say. Middle names count only if given names do not.
 */
final class LeftoverNames {

    private static final double NEAR = 0.8;
    private static final double FAR = 0.4;
    private static final double LEAST_SHARE = 0.2;
    static final int LEAST_CONFLICT = -2 * Model.BIT;

    /** What two words that are left over say against a pair, by their roles. */
    enum Conflict {
        /** Two given names. */
        GIVEN(Parameter.GIVEN_CONFLICT),
        /** A middle name and another given name. */
        MIDDLE(Parameter.MIDDLE_CONFLICT),
        /** Two surnames. */
        FAMILY(Parameter.FAMILY_CONFLICT),
        /** Words of which one may be anything. */
        ANY(Parameter.ANY_CONFLICT),
        /** A middle name and a word that may be anything. */
        ANY_MIDDLE(Parameter.MIDDLE_CONFLICT);

        static final List<Conflict> ALL = List.of(values());

        private final Parameter parameter;

        Conflict(Parameter parameter) {
            this.parameter = parameter;
        }

        /** The conflict at its most. */
        Parameter parameter() {
            return parameter;
        }

        static Conflict of(Role a, Role b) {
            boolean middle = a == Role.MIDDLE || b == Role.MIDDLE;
            if (a.isGiven() && b.isGiven()) {
                return middle ? MIDDLE : GIVEN;
            }
            return a.isFamily() && b.isFamily() ? FAMILY : middle ? ANY_MIDDLE : ANY;
        }
    }

    private final Parameters p;
    private int given;
    private int middle;
    private int family;
    private int any;

    LeftoverNames(Parameters p) {
        this.p = p;
    }

    void clear() {
        given = 0;
        middle = 0;
        family = 0;
        any = 0;
    }

    /** Takes two words and the letters that only one of them has. */
    void consider(Word x, Word y, int letters) {
        Conflict kind = Conflict.of(x.role(), y.role());
        int conflict = conflict(x, y, letters, kind.parameter());
        switch (kind) {
            case GIVEN -> given = milder(given, conflict);
            case MIDDLE -> middle = milder(middle, conflict);
            case FAMILY -> family = milder(family, conflict);
            default -> any = milder(any, conflict);
        }
    }

    /** Whether a whole word of one side contradicts one of the other. */
    boolean isConflict() {
        return given + family + any + middle <= LEAST_CONFLICT;
    }

    void add(Tally tally) {
        int named = given == 0 ? middle : given;
        tally.add(Item.GIVEN_NAME, "differs", named, named);
        tally.add(Item.FAMILY_NAME, "differs", family, 0);
        if (named == 0 && family == 0) {
            tally.add(Item.NAME, "differs", any, any);
        }
    }

    private static int milder(int before, int conflict) {
        return before == 0 ? conflict : Math.max(before, conflict);
    }

    private int conflict(Word x, Word y, int letters, Parameter parameter) {
        if (x.isInitial() || y.isInitial()) {
            return p.get(Parameter.INITIAL_CONFLICT);
        }
        int length = Math.max(x.text().length(), y.text().length());
        int full = p.get(parameter);
        // Most words that are left over have so few letters in common that nothing needs to be aligned.
        boolean unlike = conflict(full, (Integer.bitCount(letters) + 1) / 2, length) == full;
        return unlike ? full : conflict(full, EditDistance.bounded(x.text(), y.text(), length), length);
    }

    /** The less alike two words are, the more they say. */
    static int conflict(int full, int distance, int length) {
        double alike = 1 - (double) distance / length;
        double share = Math.min(1, Math.max(LEAST_SHARE, (NEAR - alike) / (NEAR - FAR)));
        return (int) Math.round(full * share);
    }
}

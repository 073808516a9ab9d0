package io.crmviews.merge.weigh;

import io.crmviews.merge.compare.EditDistance;
import io.crmviews.merge.normalise.Word;
import io.crmviews.merge.normalise.Word.Role;
import io.crmviews.merge.weigh.Evidence.Item;

/**
 * Words of persons' names that are left over on both sides, and what that says against a pair: of each kind the most
 * alike two count, and the less alike they are the more they say. Middle names count only if given names do not.
 */
final class LeftoverNames {

    private static final double NEAR = 0.8;
    private static final double FAR = 0.4;
    private static final double LEAST_SHARE = 0.2;
    private static final int LEAST_CONFLICT = -2 * Model.BIT;

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

    void consider(Word x, Word y) {
        Role a = x.role();
        Role b = y.role();
        if (a.isGiven() && b.isGiven()) {
            if (a == Role.MIDDLE || b == Role.MIDDLE) {
                middle = milder(middle, x, y, Parameter.MIDDLE_CONFLICT);
            } else {
                given = milder(given, x, y, Parameter.GIVEN_CONFLICT);
            }
        } else if (a.isFamily() && b.isFamily()) {
            family = milder(family, x, y, Parameter.FAMILY_CONFLICT);
        } else {
            any = milder(
                    any,
                    x,
                    y,
                    a == Role.MIDDLE || b == Role.MIDDLE ? Parameter.MIDDLE_CONFLICT : Parameter.ANY_CONFLICT);
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

    private int milder(int before, Word x, Word y, Parameter full) {
        int conflict = conflict(x, y, full);
        return before == 0 ? conflict : Math.max(before, conflict);
    }

    private int conflict(Word x, Word y, Parameter full) {
        if (x.isInitial() || y.isInitial()) {
            return p.get(Parameter.INITIAL_CONFLICT);
        }
        int length = Math.max(x.text().length(), y.text().length());
        double alike = 1 - (double) EditDistance.bounded(x.text(), y.text(), length) / length;
        double share = Math.min(1, Math.max(LEAST_SHARE, (NEAR - alike) / (NEAR - FAR)));
        return (int) Math.round(p.get(full) * share);
    }
}

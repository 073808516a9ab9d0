package io.crmviews.merge.train;

import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.weigh.Evidence;
import io.crmviews.merge.weigh.Evidence.Item;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.merge.weigh.Parameters;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pair as training sees it: what its fixed evidence adds up to, and at which learnt level each item stands. Levels that
 * count in proportion (names a little different) are taken as fixed unless they count in full.
 */
final class Observation {

    private static final Item[] ITEMS = Item.values();
    private static final double BIT = Model.BIT;

    final double stranger;
    final double rival;
    /** The level of each item that has one, or null. */
    final @Nullable Level[] levels = new Level[ITEMS.length];

    private final boolean[] comparable = new boolean[ITEMS.length];
    /** Whether the level of an item counts against the rival explanation as well. */
    private final boolean[] inRival = new boolean[ITEMS.length];

    /** Of a pair's evidence by a scorer with these parameters. */
    Observation(Features a, Features b, List<Evidence> lines, Parameters p) {
        int fixed = 0;
        int fixedRival = 0;
        for (Item item : ITEMS) {
            comparable[item.ordinal()] = Level.isComparable(item, a, b);
        }
        boolean silentBirth = comparable[Item.BIRTH_DATE.ordinal()] && p.get(Parameter.BIRTH_YEAR) == 0;
        for (Evidence line : lines) {
            silentBirth &= line.item() != Item.BIRTH_DATE;
            boolean level = take(line, p);
            fixed += level ? 0 : line.weight();
            // What a relative is spared of a level, such as a cap, stays as it is.
            boolean spared = level && line.rivalWeight() != 0;
            fixedRival += spared ? line.rivalWeight() - line.weight() : level ? 0 : line.rivalWeight();
        }
        if (silentBirth) {
            // A line that weighs nothing is not written.
            levels[Item.BIRTH_DATE.ordinal()] = Level.BIRTH_YEAR;
            inRival[Item.BIRTH_DATE.ordinal()] = true;
        }
        stranger = fixed / BIT;
        rival = fixedRival / BIT;
    }

    private boolean take(Evidence line, Parameters p) {
        Level level = Level.of(line);
        int item = line.item().ordinal();
        if (level == null || line.weight() != p.get(level.parameter()) || !comparable[item] || levels[item] != null) {
            return false;
        }
        levels[item] = level;
        inRival[item] = line.rivalWeight() != 0;
        return true;
    }

    boolean compares(Item item) {
        return comparable[item.ordinal()];
    }

    /** The weight in bits if each level weighs so much. */
    double weight(double[] levelBits) {
        double a = stranger;
        double b = rival;
        for (int item = 0; item < levels.length; item++) {
            Level level = levels[item];
            if (level != null) {
                a += levelBits[level.ordinal()];
                b += inRival[item] ? levelBits[level.ordinal()] : 0;
            }
        }
        return Math.min(a, b);
    }

    @Override
    public String toString() {
        return "Observation" + Arrays.toString(levels);
    }
}

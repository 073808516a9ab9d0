package io.crmviews.merge.train;

import io.crmviews.merge.weigh.Evidence.Item;

/** How many pairs stand at each level, and how many compare its item at all. Counts may be parts of pairs. */
final class LevelCounts {

    private final double[] at = new double[Level.values().length];
    private final double[] compared = new double[Item.values().length];

    /** Counts the items that a way of finding tells something about. */
    void add(Observation pair, double share, Blocking by) {
        for (Item item : Item.values()) {
            if (by.tells(item)) {
                add(pair, share, item);
            }
        }
    }

    /** Counts all items of a pair. */
    void addAll(Observation pair) {
        for (Item item : Item.values()) {
            add(pair, 1, item);
        }
    }

    void add(Observation pair, double share, Item item) {
        if (!pair.compares(item)) {
            return;
        }
        compared[item.ordinal()] += share;
        Level level = pair.levels[item.ordinal()];
        if (level != null) {
            at[level.ordinal()] += share;
        }
    }

    double at(Level level) {
        return at[level.ordinal()];
    }

    double compared(Level level) {
        return compared[level.item.ordinal()];
    }
}

package io.crmviews.spi.policy;

import java.time.Instant;
import java.util.Set;

/**
 * One read, as the log keeps it: who, what for, which question, whose data and what classes of it; never a value.
 *
 * @param at when
 * @param audience whom it was read for
 * @param purpose what it was read for
 * @param who a reference to who read
 * @param question what was asked
 * @param answered whether anything was shown; false for a read that was withheld or found nobody
 * @param ids the ids of the records that were shown or found, by which the customers that they belong to are found again;
 *     at most {@value #MOST_IDS}, the least ones
 * @param classes what classes of data were shown: names of field groups, and words such as {@code interactions}
 */
public record ReadEntry(
        Instant at,
        String audience,
        String purpose,
        String who,
        Access.Question question,
        boolean answered,
        Set<Long> ids,
        Set<String> classes) {

    /** How many ids one entry names at the most. */
    public static final int MOST_IDS = 10_000;

    /** Copies the sets. */
    public ReadEntry {
        ids = Set.copyOf(ids);
        classes = Set.copyOf(classes);
    }

    @Override
    public String toString() {
        return "ReadEntry[" + question + ", " + audience + ", " + purpose + "]";
    }
}

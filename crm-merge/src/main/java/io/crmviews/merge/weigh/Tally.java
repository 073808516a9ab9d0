package io.crmviews.merge.weigh;

import io.crmviews.merge.weigh.Evidence.Item;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the evidence of one pair against two explanations: two strangers who look alike, and two relatives or sister
 * branches who share a surname, an address, a phone. The pair weighs the lesser of the two. Not thread-safe; used again
 * for the next pair.
 */
final class Tally {

    int stranger;
    int rival;
    private @Nullable List<Evidence> lines;

    void start(int prior, int rivalStart, boolean keepLines) {
        stranger = prior;
        rival = rivalStart;
        lines = keepLines ? new ArrayList<>() : null;
        if (lines != null) {
            lines.add(new Evidence(Item.PRIOR, "before any evidence", prior, rivalStart));
        }
    }

    void add(Item item, String level, int bits, int rivalBits) {
        stranger += bits;
        rival += rivalBits;
        if (lines != null && (bits != 0 || rivalBits != 0)) {
            lines.add(new Evidence(item, level, bits, rivalBits));
        }
    }

    /** Says that something was looked at and counts for nothing. */
    void note(Item item, String level) {
        if (lines != null) {
            lines.add(new Evidence(item, level, 0, 0));
        }
    }

    /** The weight that the pair has at the most, if the rest adds so much at the most. */
    int most(int restOfStranger, int restOfRival) {
        return Math.min(stranger + restOfStranger, rival + restOfRival);
    }

    int weight() {
        return Math.min(stranger, rival);
    }

    List<Evidence> lines() {
        return lines == null ? List.of() : List.copyOf(lines);
    }
}

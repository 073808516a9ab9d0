package io.crmviews.merge.explain;

import io.crmviews.merge.partition.Refusal;
import io.crmviews.merge.weigh.Evidence;
import io.crmviews.merge.weigh.Evidence.Item;
import io.crmviews.model.review.ReviewReason;
import java.util.List;

/**
 * Why two records are not one customer: the keys that are missing, the levels that speak against, and the constraints
 * that refused. Holds types, levels and bits, never values. Immutable.
 *
 * @param pair the evidence for and against the pair
 * @param keys how the two stand in each type of key that at least one of them holds, by type
 * @param refusals the unions that would have made their customers one and were refused, the strongest first
 */
public record Separation(PairExplanation pair, List<KeyFinding> keys, List<Refusal> refusals) {

    /** Copies the lists. */
    public Separation {
        keys = List.copyOf(keys);
        refusals = List.copyOf(refusals);
    }

    /** What keeps two records apart. */
    public enum Cause {
        /** Nothing: they are one customer. */
        TOGETHER,
        /** A constraint refused a union. */
        REFUSED,
        /** The evidence is below the threshold even against strangers. */
        TOO_LIGHT,
        /** Against strangers the evidence is enough, but relatives explain it as well. */
        RELATIVES,
        /** They share no key, so they were never compared. */
        NO_KEY,
        /** They share only keys that too many others hold, so they were never compared. */
        GENERIC_KEYS,
        /** Something that is not shown, such as records that the reader may not see. */
        NOT_SHOWN
    }

    /**
     * What keeps the two apart.
     *
     * @return the cause that would have to go first
     */
    public Cause cause() {
        if (pair.together()) {
            return Cause.TOGETHER;
        }
        if (refusals.stream().anyMatch(this::isDecisive)) {
            return Cause.REFUSED;
        }
        if (!pair.isMatch()) {
            return pair.strangerWeight() >= pair.threshold() ? Cause.RELATIVES : Cause.TOO_LIGHT;
        }
        if (has(KeyFinding.State.SHARED)) {
            return Cause.NOT_SHOWN;
        }
        return has(KeyFinding.State.GENERIC) ? Cause.GENERIC_KEYS : Cause.NO_KEY;
    }

    /**
     * The levels that speak against the pair.
     *
     * @return the lines of the evidence that take bits off, the prior excepted, in their order
     */
    public List<Evidence> against() {
        return pair.evidence().stream()
                .filter(line -> line.item() != Item.PRIOR && (line.weight() < 0 || line.rivalWeight() < 0))
                .toList();
    }

    /**
     * How many bits the pair lacks.
     *
     * @return 1/1024 bits; 0 if the evidence is enough
     */
    public int lacking() {
        return Math.max(0, pair.threshold() - pair.weight());
    }

    /**
     * The explanation in lines to read.
     *
     * @return text with line ends, without values of the records
     */
    public String text() {
        return ExplanationText.of(this);
    }

    /** An edge below the threshold that found no support says no more than that it is too light. */
    private boolean isDecisive(Refusal refusal) {
        return refusal.weight() >= pair.threshold() || refusal.reason() == ReviewReason.ASSERTED_DIFFERENT;
    }

    private boolean has(KeyFinding.State state) {
        return keys.stream().anyMatch(key -> key.state() == state);
    }
}

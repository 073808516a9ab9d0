package io.crmviews.merge.golden;

import io.crmviews.model.party.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the values of a field are ordered: criteria one after another, then the text of the value, then the record's key.
 * A value that its source calls former loses to every other, whatever the criteria say. Made by {@link Strategies};
 * immutable.
 */
public final class Strategy {

    /** The widths of a strategy's criteria add up to at most this, so that one long holds them all. */
    public static final int MAX_BITS = 60;

    private final List<Criterion> criteria;
    private final boolean counting;
    private final boolean keepingAll;
    private final boolean ordering;
    private final ValueOrder order;

    private Strategy(
            List<Criterion> criteria, boolean counting, boolean keepingAll, boolean ordering, ValueOrder order) {
        this.criteria = List.copyOf(criteria);
        this.counting = counting;
        this.keepingAll = keepingAll;
        this.ordering = ordering;
        this.order = order;
        if (criteria.stream().mapToInt(Criterion::bits).sum() > MAX_BITS) {
            throw new IllegalArgumentException(
                    "The criteria of a strategy are too many: their widths add up to more than " + MAX_BITS + " bits.");
        }
    }

    static Strategy of(Criterion criterion) {
        return new Strategy(List.of(criterion), false, false, false, ValueOrder.SMALLEST);
    }

    static Strategy ofValues(Criterion criterion, ValueOrder order) {
        return new Strategy(List.of(criterion), false, false, true, order);
    }

    static Strategy ofCounts() {
        return new Strategy(List.of(), true, false, false, ValueOrder.SMALLEST);
    }

    Strategy keepAll() {
        return new Strategy(criteria, counting, true, ordering, order);
    }

    /**
     * This strategy, and another where it finds two values equally good.
     *
     * @param next the other; not one that counts values
     * @return both, one after the other
     * @throws IllegalArgumentException if the next one counts values, or together they are wider than
     *     {@link #MAX_BITS}
     */
    public Strategy then(Strategy next) {
        if (next.counting) {
            throw new IllegalArgumentException("A strategy that counts values can only come first.");
        }
        List<Criterion> both = new ArrayList<>(criteria);
        both.addAll(next.criteria);
        ValueOrder last = next.ordering ? next.order : order;
        return new Strategy(both, counting, keepingAll || next.keepingAll, ordering || next.ordering, last);
    }

    /**
     * The name that stands in a profile as the rule of a value.
     *
     * @return the criteria's names, separated by commas
     */
    public String name() {
        String named = criteria.stream().map(Criterion::name).collect(Collectors.joining(","));
        String counted = counting ? named.isEmpty() ? "most-frequent" : "most-frequent," + named : named;
        return keepingAll ? "union(" + counted + ")" : counted;
    }

    boolean isCounting() {
        return counting;
    }

    boolean isKeepingAll() {
        return keepingAll;
    }

    ValueOrder order() {
        return order;
    }

    /** A number above 0; the greater wins. 0 is kept for a value that is not there. */
    long rank(Candidate candidate) {
        long rank = usageRank(candidate.usage());
        int free = MAX_BITS;
        for (int i = 0; i < criteria.size(); i++) {
            Criterion criterion = criteria.get(i);
            rank = (rank << criterion.bits()) | criterion.score(candidate);
            free -= criterion.bits();
        }
        return rank << free;
    }

    /**
     * Whether a value of a record replaces another of the same record: by rank, or by what the rank of a minimum or
     * maximum leaves out; else the one that the record lists first stays.
     */
    boolean replaces(long rank, String text, long otherRank, String otherText) {
        return rank > otherRank || (rank == otherRank && ordering && order.compare(text, otherText) > 0);
    }

    static boolean isFormer(long rank) {
        return rank >>> MAX_BITS == usageRank(Usage.FORMER);
    }

    private static long usageRank(Usage usage) {
        return switch (usage) {
            case FORMER -> 1;
            case ALIAS -> 2;
            case CURRENT -> 3;
        };
    }

    @Override
    public String toString() {
        return name();
    }
}

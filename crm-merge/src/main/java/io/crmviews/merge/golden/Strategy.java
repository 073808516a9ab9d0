package io.crmviews.merge.golden;

import io.crmviews.model.party.Usage;
import io.crmviews.spi.survivorship.Candidate;
import io.crmviews.spi.survivorship.CustomStrategy;
import java.util.ArrayList;
import java.util.List;

/**
 * How the values of a field are ordered: criteria one after another, then the text of the value, then the record's key.
 * One of the criteria may count how many records state a value. A value that its source calls former loses to every
 * other, whatever the criteria say. Made by {@link Strategies}; immutable.
 */
public final class Strategy {

    /** The widths of a strategy's criteria add up to at most this, so that one long holds them all. */
    public static final int MAX_BITS = CustomStrategy.MAX_BITS;

    /** What stands before a count and the count stand in one long too. */
    private static final int MAX_LEAD_BITS = 30;

    private static final int NOT_COUNTING = -1;
    private static final long CRITERIA = (1L << MAX_BITS) - 1;

    private final List<Criterion> criteria;
    /** Before which criterion the count stands. */
    private final int counted;
    /** Of how many records more no longer counts. */
    private final int enough;

    private final boolean keepingAll;
    private final boolean ordering;
    private final ValueOrder order;
    private final int leadBits;

    private Strategy(
            List<Criterion> criteria, int counted, int enough, boolean keepingAll, boolean ordering, ValueOrder order) {
        this.criteria = List.copyOf(criteria);
        this.counted = counted;
        this.enough = enough;
        this.keepingAll = keepingAll;
        this.ordering = ordering;
        this.order = order;
        this.leadBits = counted < 0 ? 0 : bits(criteria.subList(0, counted));
        if (bits(criteria) > MAX_BITS) {
            throw new IllegalArgumentException(
                    "The criteria of a strategy are too many: their widths add up to more than " + MAX_BITS + " bits.");
        }
        if (leadBits > MAX_LEAD_BITS) {
            throw new IllegalArgumentException("What comes before a count is at most " + MAX_LEAD_BITS + " bits wide.");
        }
    }

    private static int bits(List<Criterion> criteria) {
        return criteria.stream().mapToInt(Criterion::bits).sum();
    }

    static Strategy of(Criterion criterion) {
        return new Strategy(List.of(criterion), NOT_COUNTING, 0, false, false, ValueOrder.SMALLEST);
    }

    static Strategy ofValues(Criterion criterion, ValueOrder order) {
        return new Strategy(List.of(criterion), NOT_COUNTING, 0, false, true, order);
    }

    static Strategy ofCounts(int enough) {
        return new Strategy(List.of(), 0, enough, false, false, ValueOrder.SMALLEST);
    }

    Strategy keepAll() {
        return new Strategy(criteria, counted, enough, true, ordering, order);
    }

    /** The same criteria for values that meet a condition; the others are equally bad. */
    Strategy when(Condition condition) {
        if (isCounting() || ordering) {
            throw new IllegalArgumentException("A count, a minimum or a maximum is taken over all values.");
        }
        List<Criterion> some =
                criteria.stream().map(criterion -> criterion.when(condition)).toList();
        return new Strategy(some, counted, enough, keepingAll, ordering, order);
    }

    /**
     * This strategy, and another where it finds two values equally good.
     *
     * @param next the other; at most one of both counts values
     * @return both, one after the other
     * @throws IllegalArgumentException if both count values, together they are wider than {@link #MAX_BITS}, or more than
     *     30 bits stand before a count
     */
    public Strategy then(Strategy next) {
        if (isCounting() && next.isCounting()) {
            throw new IllegalArgumentException("A strategy counts values once.");
        }
        List<Criterion> both = new ArrayList<>(criteria);
        both.addAll(next.criteria);
        int count = next.isCounting() ? criteria.size() + next.counted : counted;
        ValueOrder last = next.ordering ? next.order : order;
        return new Strategy(
                both,
                count,
                Math.max(enough, next.enough),
                keepingAll || next.keepingAll,
                ordering || next.ordering,
                last);
    }

    /**
     * The name that stands in a profile as the rule of a value.
     *
     * @return the criteria's names, separated by commas
     */
    public String name() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i <= criteria.size(); i++) {
            if (i == counted) {
                names.add(countingName());
            }
            if (i < criteria.size()) {
                names.add(criteria.get(i).rule());
            }
        }
        String joined = String.join(",", names);
        return keepingAll ? "union(" + joined + ")" : joined;
    }

    private String countingName() {
        return enough == Integer.MAX_VALUE ? Strategies.MOST_FREQUENT : Strategies.MOST_FREQUENT + "(" + enough + ")";
    }

    /**
     * One step of a strategy, as documents write it.
     *
     * @param rule its name
     * @param arguments what it takes: the sources of a priority, the number that is enough, the name of a custom rule
     * @param condition for which values it counts
     */
    public record Step(String rule, List<String> arguments, Condition condition) {

        /** Copies the arguments. */
        public Step {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * The steps of this strategy, the first to decide first; {@link Strategies#of} makes an equal one of them.
     *
     * @return the steps
     */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i <= criteria.size(); i++) {
            if (i == counted) {
                List<String> arguments = enough == Integer.MAX_VALUE ? List.of() : List.of(String.valueOf(enough));
                steps.add(new Step(Strategies.MOST_FREQUENT, arguments, Condition.ALWAYS));
            }
            if (i < criteria.size()) {
                Criterion criterion = criteria.get(i);
                steps.add(new Step(criterion.name(), criterion.arguments(), criterion.condition()));
            }
        }
        return steps;
    }

    boolean isCounting() {
        return counted >= 0;
    }

    /**
     * Whether all values are kept.
     *
     * @return true for a union
     */
    public boolean isKeepingAll() {
        return keepingAll;
    }

    /** Whether equal ranks may still be told apart by the order of the values themselves. */
    boolean isOrdering() {
        return ordering;
    }

    ValueOrder order() {
        return order;
    }

    List<Criterion> criteria() {
        return criteria;
    }

    int counted() {
        return counted;
    }

    int enough() {
        return enough;
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

    /** The score of one criterion within a rank. */
    long score(long rank, int criterion) {
        int before = bits(criteria.subList(0, criterion));
        int bits = criteria.get(criterion).bits();
        return (rank << (Long.SIZE - MAX_BITS + before)) >>> (Long.SIZE - bits);
    }

    /**
     * How good a value is by what stands before the count, and by the count; 0 if all say that it is former.
     *
     * @param best the rank of its best statement
     * @param count how many records state it now
     */
    long weigh(long best, int count) {
        if (count == 0) {
            return 0;
        }
        long lead = leadBits == 0 ? 0 : (best & CRITERIA) >>> (MAX_BITS - leadBits);
        return (lead << Integer.SIZE) | Math.min(count, enough);
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

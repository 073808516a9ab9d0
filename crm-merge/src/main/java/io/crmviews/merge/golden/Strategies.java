package io.crmviews.merge.golden;

import io.crmviews.spi.survivorship.Candidate;
import io.crmviews.spi.survivorship.CustomStrategy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The survivorship strategies. Each may be followed by another with {@link Strategy#then(Strategy)}, and each ends in a
 * total order.
 */
public final class Strategies {

    static final String SOURCE_PRIORITY = "source-priority";
    static final String MOST_RECENT = "most-recent";
    static final String VERIFIED_FIRST = "verified-first";
    static final String MOST_FREQUENT = "most-frequent";
    static final String MOST_COMPLETE = "most-complete";
    static final String WHOLE_FIRST = "whole-first";
    static final String WELL_WRITTEN = "well-written";
    static final String PREFER = "prefer";
    static final String CUSTOM = "custom";
    static final String LONGEST = "longest";
    static final String MINIMUM = "minimum";
    static final String MAXIMUM = "maximum";

    private static final int SOURCE_BITS = 10;
    private static final int VERIFIED_BITS = 2;
    private static final int TIME_BITS = 43;
    private static final int PARTS_BITS = 4;
    private static final int LENGTH_BITS = 12;

    /** Times are counted from 1900; 43 bits of milliseconds reach 2178. */
    private static final long EPOCH_1900 = Instant.parse("1900-01-01T00:00:00Z").toEpochMilli();

    private static final Instant LAST = Instant.ofEpochMilli(EPOCH_1900 + (1L << TIME_BITS) - 1);

    private Strategies() {}

    /**
     * The value of the source that stands first in a list; sources that are not listed come last.
     *
     * @param sources the ids of the sources, the best first; at most 1,000
     * @return the strategy, 10 bits wide
     */
    public static Strategy sourcePriority(List<String> sources) {
        List<String> best = List.copyOf(sources);
        if (best.size() > 1_000) {
            throw new IllegalArgumentException("A source priority lists at most 1,000 sources.");
        }
        return criterion(SOURCE_PRIORITY, best, SOURCE_BITS, candidate -> {
            int place = best.indexOf(candidate.record().key().source());
            return place < 0 ? 0 : best.size() - place;
        });
    }

    /**
     * The value that was last stated or changed, by the time of occurrence, to the millisecond between 1900 and 2178;
     * a record without that time is the oldest.
     *
     * @return the strategy, 43 bits wide
     */
    public static Strategy mostRecent() {
        return criterion(MOST_RECENT, List.of(), TIME_BITS, Strategies::time);
    }

    /**
     * The value that its holder proved, else one that is well formed by its check digit.
     *
     * @return the strategy, 2 bits wide
     */
    public static Strategy verifiedFirst() {
        return criterion(VERIFIED_FIRST, List.of(), VERIFIED_BITS, Strategies::proof);
    }

    /**
     * The value that most records state; a record counts once, and one that calls the value former does not count.
     *
     * @return the strategy, without width
     */
    public static Strategy mostFrequent() {
        return mostFrequent(Integer.MAX_VALUE);
    }

    /**
     * The value that most records state, up to a number from which on more do not count: with 2, what a second record
     * confirms comes before what one alone says, and then what follows decides.
     *
     * @param enough how many records are enough, 2 or more
     * @return the strategy, without width
     */
    public static Strategy mostFrequent(int enough) {
        if (enough < 2) {
            throw new IllegalArgumentException("A count of fewer than two records tells nothing apart.");
        }
        return Strategy.ofCounts(enough);
    }

    /**
     * The value with most parts: a full date before a year, a whole address before a town.
     *
     * @return the strategy, 4 bits wide
     */
    public static Strategy mostComplete() {
        return criterion(MOST_COMPLETE, List.of(), PARTS_BITS, Candidate::parts);
    }

    /**
     * The value that is whole for its kind: a name with given name and surname, a street with its place, a full date.
     *
     * @return the strategy, 1 bit wide
     */
    public static Strategy wholeFirst() {
        return criterion(WHOLE_FIRST, List.of(), 1, candidate -> candidate.whole() ? 1 : 0);
    }

    /**
     * The value that was written with care: a name or a place neither all in capitals nor all in small letters, as systems
     * write that also cut names and drop accents.
     *
     * @return the strategy, 1 bit wide
     */
    public static Strategy wellWritten() {
        return criterion(WELL_WRITTEN, List.of(), 1, Strategies::care);
    }

    /**
     * The value whose canonical text is longest, up to 4,095 characters.
     *
     * @return the strategy, 12 bits wide
     */
    public static Strategy longest() {
        return criterion(
                LONGEST, List.of(), LENGTH_BITS, candidate -> candidate.text().length());
    }

    /**
     * The smallest value: numbers by size, before other texts by character; dates so by time.
     *
     * @return the strategy, as wide as a strategy may be: no other can follow it
     */
    public static Strategy minimum() {
        return ofValues(MINIMUM, ValueOrder.SMALLEST);
    }

    /**
     * The greatest value, in the order of {@link #minimum()}.
     *
     * @return the strategy, as wide as a strategy may be: no other can follow it
     */
    public static Strategy maximum() {
        return ofValues(MAXIMUM, ValueOrder.GREATEST);
    }

    /**
     * All values, each once, in the order of another strategy. For attributes that a customer has several of; parts of
     * a name or address stay with the one that wins.
     *
     * @param order which value comes first
     * @return the strategy, as wide as the other
     */
    public static Strategy union(Strategy order) {
        return order.keepAll();
    }

    /**
     * A strategy for some values: those that meet a condition come first, in the order of the strategy; of the others it
     * says nothing.
     *
     * @param condition which values
     * @param strategy the strategy; no count, minimum or maximum, which are taken over all values
     * @return the strategy, 1 bit wider than the other
     */
    public static Strategy when(Condition condition, Strategy strategy) {
        return prefer(condition).then(strategy.when(condition));
    }

    /**
     * The values that meet a condition before all others.
     *
     * @param condition which values
     * @return the strategy, 1 bit wide
     */
    public static Strategy prefer(Condition condition) {
        return criterion(PREFER, List.of(), 1, candidate -> 1).when(condition);
    }

    /**
     * A rule of one's own. It stands in policy documents by its name.
     *
     * @param rule the rule
     * @return the strategy, as wide as the rule says
     */
    public static Strategy custom(CustomStrategy rule) {
        return criterion(CUSTOM, List.of(rule.name()), rule.bits(), rule::rank);
    }

    /**
     * The strategy of some steps, as a document states them.
     *
     * @param steps the steps, the first to decide first; at least one
     * @param keepingAll whether all values are kept
     * @param customs the custom rules that steps may name
     * @return the strategy
     * @throws IllegalArgumentException if a step has an unknown name, arguments that it does not take, or cannot stand in
     *     its place
     */
    public static Strategy of(List<Strategy.Step> steps, boolean keepingAll, Collection<CustomStrategy> customs) {
        Strategy strategy = steps.stream()
                .map(step -> step(step, customs))
                .reduce(Strategy::then)
                .orElseThrow(() -> new IllegalArgumentException("A strategy has at least one step."));
        return keepingAll ? strategy.keepAll() : strategy;
    }

    private static Strategy step(Strategy.Step step, Collection<CustomStrategy> customs) {
        List<String> arguments = step.arguments();
        Strategy plain = switch (step.rule()) {
            case SOURCE_PRIORITY -> sourcePriority(arguments);
            case MOST_FREQUENT ->
                arguments.isEmpty() ? mostFrequent() : mostFrequent(Integer.parseInt(only(arguments)));
            case CUSTOM -> custom(customs, only(arguments));
            default -> {
                if (!arguments.isEmpty()) {
                    throw new IllegalArgumentException("The step " + step.rule() + " takes no arguments.");
                }
                yield plain(step.rule());
            }
        };
        return step.condition().equals(Condition.ALWAYS) ? plain : plain.when(step.condition());
    }

    private static Strategy plain(String rule) {
        return switch (rule) {
            case MOST_RECENT -> mostRecent();
            case VERIFIED_FIRST -> verifiedFirst();
            case MOST_COMPLETE -> mostComplete();
            case WHOLE_FIRST -> wholeFirst();
            case WELL_WRITTEN -> wellWritten();
            case PREFER -> prefer(Condition.ALWAYS);
            case LONGEST -> longest();
            case MINIMUM -> minimum();
            case MAXIMUM -> maximum();
            default -> throw new IllegalArgumentException("There is no step of the name " + rule + ".");
        };
    }

    private static String only(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new IllegalArgumentException("A count and a custom rule take one argument.");
        }
        return arguments.get(0);
    }

    private static Strategy custom(Collection<CustomStrategy> customs, String name) {
        return customs.stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .map(Strategies::custom)
                .orElseThrow(() -> new IllegalArgumentException("There is no custom rule of the name " + name + "."));
    }

    private static Strategy criterion(
            String name, List<String> arguments, int bits, ToLongFunction<Candidate> ranking) {
        return Strategy.of(Criterion.of(name, arguments, bits, ranking));
    }

    private static Strategy ofValues(String name, ValueOrder order) {
        return Strategy.ofValues(
                Criterion.of(name, List.of(), Strategy.MAX_BITS, candidate -> order.prefix(candidate.text())), order);
    }

    private static long proof(Candidate candidate) {
        return switch (candidate.assurance()) {
            case CLAIMED -> 0;
            case WELL_FORMED -> 1;
            case VERIFIED -> 2;
        };
    }

    /** 0 for letters that are all capitals or all small; scripts without case are fine. */
    private static long care(Candidate candidate) {
        boolean upper = false;
        boolean lower = false;
        String written = candidate.written();
        for (int i = 0; i < written.length(); i++) {
            upper |= Character.isUpperCase(written.charAt(i));
            lower |= Character.isLowerCase(written.charAt(i));
        }
        return upper == lower ? 1 : 0;
    }

    /** The unknown time is 0 and every known one above it. */
    private static long time(Candidate candidate) {
        Instant at = candidate.record().revision().occurredAt();
        if (at.equals(Instant.MIN)) {
            return 0;
        }
        if (at.isAfter(LAST)) {
            return (1L << TIME_BITS) - 1;
        }
        return at.getEpochSecond() < EPOCH_1900 / 1_000 ? 1 : Math.max(1, at.toEpochMilli() - EPOCH_1900);
    }
}

package io.crmviews.merge.golden;

import java.time.Instant;
import java.util.List;

/**
 * The survivorship strategies. Each may be followed by another with {@link Strategy#then(Strategy)}, and each ends in a
 * total order.
 */
public final class Strategies {

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
        return custom("source-priority", SOURCE_BITS, candidate -> {
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
        return custom("most-recent", TIME_BITS, Strategies::time);
    }

    /**
     * The value that its holder proved, else one that is well formed by its check digit.
     *
     * @return the strategy, 2 bits wide
     */
    public static Strategy verifiedFirst() {
        return custom("verified-first", VERIFIED_BITS, Strategies::proof);
    }

    /**
     * The value that most records state; a record counts once. Must come first in a strategy.
     *
     * @return the strategy, without width
     */
    public static Strategy mostFrequent() {
        return Strategy.ofCounts();
    }

    /**
     * The value with most parts: a full date before a year, a whole address before a town.
     *
     * @return the strategy, 4 bits wide
     */
    public static Strategy mostComplete() {
        return custom("most-complete", PARTS_BITS, Candidate::parts);
    }

    /**
     * The value whose canonical text is longest, up to 4,095 characters.
     *
     * @return the strategy, 12 bits wide
     */
    public static Strategy longest() {
        return custom("longest", LENGTH_BITS, candidate -> candidate.text().length());
    }

    /**
     * The smallest value: numbers by size, before other texts by character; dates so by time.
     *
     * @return the strategy, as wide as a strategy may be: no other can follow it
     */
    public static Strategy minimum() {
        return ofValues("minimum", ValueOrder.SMALLEST);
    }

    /**
     * The greatest value, in the order of {@link #minimum()}.
     *
     * @return the strategy, as wide as a strategy may be: no other can follow it
     */
    public static Strategy maximum() {
        return ofValues("maximum", ValueOrder.GREATEST);
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
     * A rule of one's own.
     *
     * @param name its name in profiles, such as {@code partner-first}; not blank
     * @param bits how many bits its numbers need, 1 to {@link Strategy#MAX_BITS}
     * @param ranking the rule
     * @return the strategy
     */
    public static Strategy custom(String name, int bits, Ranking ranking) {
        return Strategy.of(new Criterion(name, bits, ranking));
    }

    private static Strategy ofValues(String name, ValueOrder order) {
        return Strategy.ofValues(
                new Criterion(name, Strategy.MAX_BITS, candidate -> order.prefix(candidate.text())), order);
    }

    private static long proof(Candidate candidate) {
        return switch (candidate.assurance()) {
            case CLAIMED -> 0;
            case WELL_FORMED -> 1;
            case VERIFIED -> 2;
        };
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

package io.crmviews.merge.golden;

/**
 * How good a value is, as a number: a survivorship rule of one's own. The greater number wins, and equal numbers are
 * told apart by the rest of the strategy, so every ranking merges commutatively, associatively and idempotently.
 *
 * <p>Called once for each value when a record is prepared, by any thread. The answer must depend on the candidate only
 * and must not read {@code recordedAt}.
 */
@FunctionalInterface
public interface Ranking {

    /**
     * Ranks a value.
     *
     * @param candidate the value and where it comes from
     * @return 0 or more, at most what the strategy's width allows; numbers outside count as the nearest bound
     */
    long rank(Candidate candidate);
}

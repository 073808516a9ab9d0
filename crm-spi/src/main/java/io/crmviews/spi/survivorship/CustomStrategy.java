package io.crmviews.spi.survivorship;

/**
 * A survivorship rule of one's own: how good a value is, as a number. The greater number wins; equal numbers are told
 * apart by the strategies that follow and at last by the value's text and the record's key. So whatever the numbers are,
 * merging stays commutative, associative and idempotent, as long as the rule keeps its promises:
 *
 * <ul>
 *   <li>it is a function of the candidate alone: no clock, no randomness, no I/O, no state;
 *   <li>it answers for every candidate, without an exception and within its width;
 *   <li>it does not read {@code recordedAt} of the candidate's record, since that is the order of arrival.
 * </ul>
 *
 * <p>Called once for each value when a record is prepared, by any thread. The survivorship kit of this project holds an
 * implementation to these promises: extend its {@code CustomStrategyLaws}.
 */
public interface CustomStrategy {

    /** The widest a strategy may be: all of its criteria together. */
    int MAX_BITS = 60;

    /**
     * Its name in policies and profiles, such as {@code partner-first}.
     *
     * @return lower-case letters, digits and hyphens; always the same
     */
    String name();

    /**
     * How many bits its numbers need.
     *
     * @return 1 to {@value #MAX_BITS}; always the same
     */
    int bits();

    /**
     * Ranks a value.
     *
     * @param candidate the value and where it comes from
     * @return 0 or more, less than 2 to the power of {@link #bits()}; numbers outside count as the nearest bound
     */
    long rank(Candidate candidate);
}

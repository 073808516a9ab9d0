package io.crmviews.runtime;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a source is tried again: exponential with full jitter, so that many sources which fail
 * together do not come back together (M. Brooker, "Exponential Backoff and Jitter", 2015). Immutable.
 *
 * @param first the longest wait after a first failure, above zero
 * @param cap the longest wait ever, at least {@code first}
 * @param attempts how many failures in a row end the source; 0 to never give up
 */
public record Backoff(Duration first, Duration cap, int attempts) {

    /** One second, at most five minutes, never giving up. */
    public static final Backoff USUAL = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), 0);

    private static final int MOST_DOUBLINGS = 30;

    /** Checks the durations. */
    public Backoff {
        if (first.isNegative() || first.isZero() || cap.compareTo(first) < 0 || attempts < 0) {
            throw new IllegalArgumentException(
                    "A back-off needs a first wait above zero, a cap that is no shorter, and no negative attempts.");
        }
    }

    /**
     * Whether to give up.
     *
     * @param failures the failures in a row
     * @return true if there were too many
     */
    public boolean givesUpAfter(int failures) {
        return attempts > 0 && failures >= attempts;
    }

    /**
     * The wait after a failure: uniform between zero and {@code first}, doubled with every further failure up to the
     * cap.
     *
     * @param failures the failures in a row, from 1
     * @param random where the jitter comes from
     * @return the wait
     */
    public Duration delay(int failures, RandomGenerator random) {
        int doublings = Math.min(Math.max(0, failures - 1), MOST_DOUBLINGS);
        Duration longest =
                first.compareTo(cap.dividedBy(1L << doublings)) >= 0 ? cap : first.multipliedBy(1L << doublings);
        return Duration.ofNanos((long) (random.nextDouble() * longest.toNanos()));
    }
}

package io.crmviews.runtime;

import java.time.Duration;

/** Waits; a test puts one in that only notes for how long. Thread-safe. */
@FunctionalInterface
public interface Sleeper {

    /**
     * Waits.
     *
     * @param duration how long, zero or more
     * @throws InterruptedException if the thread was interrupted
     */
    void sleep(Duration duration) throws InterruptedException;
}

package io.crmviews.runtime;

import io.crmviews.spi.channel.ReadLimit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** What all workers of a runtime share. */
record Settings(
        RecordSink sink,
        Ledger ledger,
        ProgressListener listener,
        Backoff backoff,
        ReadLimit readLimit,
        InstantSource clock,
        Sleeper sleeper,
        RandomGenerator random) {

    /** The wait after a failure; generators are not thread-safe. */
    Duration delay(int failures) {
        synchronized (random) {
            return backoff.delay(failures, random);
        }
    }
}

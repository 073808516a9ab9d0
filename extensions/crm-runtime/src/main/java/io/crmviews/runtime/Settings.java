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
        UnitOfWork unitOfWork,
        Backoff backoff,
        Circuit circuit,
        PoisonLimit poison,
        Duration deadLettersKept,
        ReadLimit readLimit,
        InstantSource clock,
        Sleeper sleeper,
        RandomGenerator random) {

    /** The wait after a failure; generators are not thread-safe. */
    Duration delay(int failures) {
        if (circuit.isOpenAfter(failures)) {
            return circuit.rest();
        }
        synchronized (random) {
            return backoff.delay(failures, random);
        }
    }
}

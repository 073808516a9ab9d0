package io.crmviews.tck;

import java.time.Duration;

/** Measures whether a connector keeps to its time limits. Nothing else in the kit looks at a clock. */
final class Stopwatch {

    private final long from;

    private Stopwatch(long from) {
        this.from = from;
    }

    static Stopwatch start() {
        return new Stopwatch(System.nanoTime());
    }

    boolean isWithin(Duration limit) {
        return System.nanoTime() - from <= limit.toNanos();
    }

    /** How long something took at most, told in milliseconds. */
    String told() {
        return (System.nanoTime() - from) / 1_000_000 + " ms";
    }
}

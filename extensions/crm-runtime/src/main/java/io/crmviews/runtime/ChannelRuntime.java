package io.crmviews.runtime;

import io.crmviews.spi.channel.ReadLimit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Runs sources, each on a daemon thread of its own that owns it from open to close: read, take in, commit, acknowledge.
 * At most one batch per source is in memory. Failures are handled by their kind: what may pass is tried again from the
 * last committed checkpoint after a {@link Backoff}; what may not, and every {@code RuntimeException}, ends that source
 * alone. Thread-safe.
 */
public final class ChannelRuntime implements AutoCloseable {

    private final List<Worker> workers;
    private final CountDownLatch running;
    private final Duration stopWithin;

    private ChannelRuntime(Builder b, Settings settings) {
        running = new CountDownLatch(b.sources.size());
        workers = b.sources.stream()
                .map(source -> new Worker(source, settings, running::countDown))
                .toList();
        stopWithin = b.stopWithin;
    }

    /**
     * Starts a runtime.
     *
     * @param sink where records go
     * @return a builder without sources
     */
    public static Builder builder(RecordSink sink) {
        return new Builder(sink);
    }

    /**
     * Starts every source that was neither started nor stopped yet.
     *
     * @return this runtime
     */
    public ChannelRuntime start() {
        workers.forEach(Worker::start);
        return this;
    }

    /**
     * Waits until every source is over. Sources that follow their channel never are, unless they fail.
     *
     * @return how each source ended, in the order they were added
     * @throws InterruptedException if the thread was interrupted; the sources go on
     */
    public List<SourceStatus> await() throws InterruptedException {
        running.await();
        return statuses();
    }

    /**
     * How each source does, in the order they were added.
     *
     * @return a snapshot
     */
    public List<SourceStatus> statuses() {
        return workers.stream().map(Worker::status).toList();
    }

    /**
     * Stops every source: one that waits or reads is interrupted, one that delivers a batch finishes it first. What was
     * not committed comes again at the next start.
     *
     * @param limit the longest wait for all of them together
     * @return true if all are over; false if some connector holds on to its thread, which then ends with the process
     * @throws InterruptedException if the thread was interrupted; the sources stop nevertheless
     */
    public boolean stop(Duration limit) throws InterruptedException {
        workers.forEach(Worker::stop);
        return running.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Stops every source within the limit of the builder. */
    @Override
    public void close() {
        try {
            stop(stopWithin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Builds a {@link ChannelRuntime}. Not thread-safe. */
    public static final class Builder {

        private final RecordSink sink;
        private final List<SourceDefinition> sources = new ArrayList<>();
        private Ledger ledger = new MemoryLedger();
        private ProgressListener listener = ProgressListener.NONE;
        private Backoff backoff = Backoff.USUAL;
        private ReadLimit readLimit = ReadLimit.of(1000, 4 << 20, Duration.ofSeconds(1));
        private Duration stopWithin = Duration.ofSeconds(10);
        private InstantSource clock = InstantSource.system();
        private Sleeper sleeper = Builder::sleep;
        private RandomGenerator random = RandomGenerator.getDefault();

        private Builder(RecordSink sink) {
            this.sink = Objects.requireNonNull(sink);
        }

        private static void sleep(Duration duration) throws InterruptedException {
            Thread.sleep(duration.toMillis());
        }

        /**
         * Adds a source.
         *
         * @param source the source; its id must differ from the others
         * @return this builder
         */
        public Builder source(SourceDefinition source) {
            sources.add(Objects.requireNonNull(source));
            return this;
        }

        /**
         * Sets where checkpoints and rejects are kept; in memory unless set.
         *
         * @param value the ledger
         * @return this builder
         */
        public Builder ledger(Ledger value) {
            ledger = Objects.requireNonNull(value);
            return this;
        }

        /**
         * Sets who hears of progress.
         *
         * @param value the listener
         * @return this builder
         */
        public Builder listener(ProgressListener value) {
            listener = Objects.requireNonNull(value);
            return this;
        }

        /**
         * Sets how failing sources are tried again; {@link Backoff#USUAL} unless set.
         *
         * @param value the back-off
         * @return this builder
         */
        public Builder backoff(Backoff value) {
            backoff = Objects.requireNonNull(value);
            return this;
        }

        /**
         * Sets how much one read may deliver; 1,000 records, 4 MiB and a wait of 1 second unless set.
         *
         * @param value the limit
         * @return this builder
         */
        public Builder readLimit(ReadLimit value) {
            readLimit = Objects.requireNonNull(value);
            return this;
        }

        /**
         * Sets how long {@link ChannelRuntime#close} waits; 10 seconds unless set.
         *
         * @param value the longest wait
         * @return this builder
         */
        public Builder stopWithin(Duration value) {
            stopWithin = Objects.requireNonNull(value);
            return this;
        }

        /**
         * Sets the time that connectors and statuses see; the system's unless set.
         *
         * @param value the clock
         * @return this builder
         */
        public Builder clock(InstantSource value) {
            clock = Objects.requireNonNull(value);
            return this;
        }

        /**
         * Sets who waits; {@link Thread#sleep(long)} unless set.
         *
         * @param value the sleeper
         * @return this builder
         */
        public Builder sleeper(Sleeper value) {
            sleeper = Objects.requireNonNull(value);
            return this;
        }

        /**
         * Sets where the jitter of waits comes from.
         *
         * @param value the generator; the runtime calls it from one thread at a time
         * @return this builder
         */
        public Builder random(RandomGenerator value) {
            random = Objects.requireNonNull(value);
            return this;
        }

        /**
         * The runtime, not started.
         *
         * @return a runtime
         * @throws IllegalArgumentException if two sources have one id
         */
        public ChannelRuntime build() {
            Set<String> ids = new HashSet<>();
            for (SourceDefinition source : sources) {
                if (!ids.add(source.id())) {
                    throw new IllegalArgumentException("There are two sources with the id " + source.id() + ".");
                }
            }
            return new ChannelRuntime(
                    this, new Settings(sink, ledger, listener, backoff, readLimit, clock, sleeper, random));
        }
    }
}

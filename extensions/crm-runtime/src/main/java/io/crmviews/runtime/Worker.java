package io.crmviews.runtime;

import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ConnectorInfo;
import io.crmviews.spi.channel.Context;
import io.crmviews.spi.channel.Problem;
import io.crmviews.spi.channel.Reject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one source on one thread. The order is read, take in, commit, acknowledge: whatever breaks in between, the batch
 * comes again, and nothing is acknowledged that is not stored.
 */
final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration BETWEEN_EXPIRIES = Duration.ofHours(1);

    private final SourceDefinition source;
    private final Settings settings;
    private final Runnable whenOver;
    private final Thread thread;
    private final Interruptions interruptions;
    private final Control control = new Control();
    private final PoisonCount poison;
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile SourceStatus status;
    /** Failures since the last batch that was taken in; of the worker's thread. */
    private int failuresInARow;

    private Instant expired = Instant.MIN;

    Worker(SourceDefinition source, Settings settings, Runnable whenOver) {
        this.source = source;
        this.settings = settings;
        this.whenOver = whenOver;
        this.status = SourceStatus.initial(source.id());
        this.poison = new PoisonCount(settings.poison());
        this.thread = new Thread(this::run, "crm-source-" + source.id());
        this.thread.setDaemon(true);
        this.interruptions = new Interruptions(thread);
    }

    void start() {
        if (started.compareAndSet(false, true)) {
            thread.start();
        }
    }

    void stop() {
        interruptions.stop();
        if (started.compareAndSet(false, true)) {
            become(status.in(SourceState.STOPPED));
            whenOver.run();
        }
    }

    Control control() {
        return control;
    }

    SourceDefinition source() {
        return source;
    }

    SourceStatus status() {
        return status;
    }

    private void run() {
        try {
            become(work());
        } catch (InterruptedException e) {
            become(status.in(SourceState.STOPPED));
        } catch (PoisonedSourceException e) {
            become(failed(SourceState.FAILED, "POISON: " + e.getMessage()));
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            become(broken(e));
        } finally {
            whenOver.run();
        }
    }

    private SourceStatus work() throws InterruptedException {
        Optional<String> unusable = unusable();
        if (unusable.isPresent()) {
            return failed(SourceState.FAILED, unusable.get());
        }
        while (true) {
            try {
                if (control.isPaused()) {
                    rest(SourceState.PAUSED, control::awaitResumed);
                }
                become(status.in(SourceState.RUNNING));
                if (session()) {
                    return status.in(SourceState.FINISHED);
                }
            } catch (ConnectorException e) {
                Optional<Duration> pause = pause(e);
                String message = e.kind() + ": " + e.getMessage();
                if (pause.isEmpty()) {
                    return failed(SourceState.FAILED, message);
                }
                boolean open = settings.circuit().isOpenAfter(failuresInARow);
                become(failed(open ? SourceState.RESTING : SourceState.WAITING, message));
                sleep(pause.get());
            }
        }
    }

    /** What is wrong before anything is opened. */
    private Optional<String> unusable() {
        ConnectorInfo info = source.connector().info();
        Optional<String> refusal = info.refusal();
        if (refusal.isPresent()) {
            return Optional.of("CONFIG: " + refusal.get());
        }
        List<Problem> problems = info.problems(source.config());
        return problems.isEmpty() ? Optional.empty() : Optional.of("CONFIG: " + problems.get(0));
    }

    /** Opens the source and reads it to its end of data, or for ever; false if it is to be opened again later. */
    private boolean session() throws ConnectorException, InterruptedException {
        Context context = Context.builder(source.id(), settings.clock()).build();
        ChannelSource open = interruptions.allow(() ->
                source.connector().openSource(source.config(), settings.ledger().checkpoint(source.id()), context));
        try {
            while (step(open)) {
                if (interruptions.isStopping()) {
                    throw new InterruptedException();
                }
                if (control.isPaused()) {
                    return false;
                }
            }
            return true;
        } finally {
            close(open);
        }
    }

    /** One batch; false at an end of data that is for good. */
    private boolean step(ChannelSource open) throws ConnectorException, InterruptedException {
        Batch batch = interruptions.allow(() -> open.read(settings.readLimit()));
        deliver(batch);
        interruptions.allow(() -> {
            open.ack(batch);
            return batch;
        });
        int items = batch.records().size() + batch.rejects().size();
        if (control.isDraining() && (batch.endOfData() || items == 0)) {
            return false;
        }
        sleep(source.restAfter(items));
        if (batch.endOfData() && source.follow().isPresent() && !control.isPaused()) {
            rest(
                    SourceState.IDLE,
                    () -> settings.sleeper().sleep(source.follow().get()));
            become(status.in(SourceState.RUNNING));
        }
        return !batch.endOfData() || source.follow().isPresent();
    }

    private void deliver(Batch batch) {
        Instant now = settings.clock().instant();
        Stored stored = new Stored();
        settings.unitOfWork().run(() -> {
            if (!batch.records().isEmpty()
                    || !batch.rejects().isEmpty()
                    || !batch.heardUpTo().equals(Instant.MIN)) {
                stored.refused = settings.sink().accept(new Delivery(source.id(), batch));
            }
            int rejects = batch.rejects().size() + stored.refused.size();
            poison.add(batch.records().size() + batch.rejects().size(), rejects);
            settings.ledger()
                    .commit(new Progress(
                            source.id(), batch.checkpoint(), batch.heardUpTo(), batch.rejects(), stored.refused, now));
        });
        failuresInARow = 0;
        int refused = stored.refused.size();
        become(status.delivered(
                batch.records().size() - refused, batch.rejects().size() + refused, batch.heardUpTo(), now));
        expire(now);
    }

    /** What the sink made of a batch. */
    private static final class Stored {
        private List<Reject> refused = List.of();
    }

    private void expire(Instant now) {
        if (expired.equals(Instant.MIN) || now.isAfter(expired.plus(BETWEEN_EXPIRIES))) {
            expired = now;
            settings.ledger().expire(now.minus(settings.deadLettersKept()));
        }
    }

    /** How long to wait before trying again; empty if trying again does not help. */
    private Optional<Duration> pause(ConnectorException e) {
        failuresInARow++;
        boolean passing =
                e.kind() == ConnectorException.Kind.TRANSIENT || e.kind() == ConnectorException.Kind.RATE_LIMITED;
        if (!passing || settings.backoff().givesUpAfter(failuresInARow)) {
            return Optional.empty();
        }
        Duration delay = settings.delay(failuresInARow);
        // Asked to wait, wait at least that long; the jitter on top keeps sources apart.
        return Optional.of(e.retryAfter().map(delay::plus).orElse(delay));
    }

    private void sleep(Duration duration) throws InterruptedException {
        if (!duration.isZero()) {
            rest(status.state(), () -> settings.sleeper().sleep(duration));
        }
    }

    /** Something that waits. */
    private interface Rest {
        void rest() throws InterruptedException;
    }

    private void rest(SourceState state, Rest rest) throws InterruptedException {
        if (status.state() != state) {
            become(status.in(state));
        }
        try {
            interruptions.allow(() -> {
                rest.rest();
                return state;
            });
        } catch (ConnectorException e) {
            throw new IllegalStateException("Resting does not fail.", e);
        }
    }

    private void close(ChannelSource open) {
        try {
            open.close();
        } catch (RuntimeException e) {
            LOG.warn(
                    "Source {} could not be closed: {}",
                    source.id(),
                    e.getClass().getName());
        }
    }

    private SourceStatus failed(SourceState state, String message) {
        LOG.warn("Source {} failed and is {}: {}", source.id(), state, message);
        return status.failed(state, message);
    }

    /** A bug; its message may hold personal values, so only its type and place are told. */
    private SourceStatus broken(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        String place = trace.length == 0 ? "an unknown place" : trace[0].toString();
        return failed(SourceState.FAILED, "BUG: " + e.getClass().getName() + " at " + place);
    }

    private void become(SourceStatus next) {
        status = next;
        try {
            settings.listener().onProgress(next);
        } catch (RuntimeException e) {
            LOG.warn(
                    "The listener of source {} failed: {}",
                    source.id(),
                    e.getClass().getName());
        }
    }
}

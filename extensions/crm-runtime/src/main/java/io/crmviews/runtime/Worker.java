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
import java.util.ArrayList;
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

    private final SourceDefinition source;
    private final Settings settings;
    private final Runnable whenOver;
    private final Thread thread;
    private final Interruptions interruptions;
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile SourceStatus status;
    /** Failures since the last batch that was taken in; of the worker's thread. */
    private int failuresInARow;

    Worker(SourceDefinition source, Settings settings, Runnable whenOver) {
        this.source = source;
        this.settings = settings;
        this.whenOver = whenOver;
        this.status = SourceStatus.initial(source.id());
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

    SourceStatus status() {
        return status;
    }

    private void run() {
        try {
            become(work());
        } catch (InterruptedException e) {
            become(status.in(SourceState.STOPPED));
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
                become(status.in(SourceState.RUNNING));
                session();
                return status.in(SourceState.FINISHED);
            } catch (ConnectorException e) {
                Optional<Duration> pause = pause(e);
                String message = e.kind() + ": " + e.getMessage();
                if (pause.isEmpty()) {
                    return failed(SourceState.FAILED, message);
                }
                become(failed(SourceState.WAITING, message));
                sleep(pause.get());
            }
        }
    }

    /** What is wrong before anything is opened. */
    private Optional<String> unusable() {
        ConnectorInfo info = source.connector().info();
        if (info.apiLevel() > ConnectorInfo.API_LEVEL) {
            return Optional.of("CONFIG: The connector " + info.id() + " needs level " + info.apiLevel()
                    + " of the connector contract; this library offers " + ConnectorInfo.API_LEVEL + ".");
        }
        List<Problem> problems = info.problems(source.config());
        return problems.isEmpty() ? Optional.empty() : Optional.of("CONFIG: " + problems.get(0));
    }

    /** Opens the source and reads it to its end of data, or for ever. */
    private void session() throws ConnectorException, InterruptedException {
        Context context = Context.builder(source.id(), settings.clock()).build();
        ChannelSource open = interruptions.allow(() ->
                source.connector().openSource(source.config(), settings.ledger().checkpoint(source.id()), context));
        try {
            while (step(open)) {
                if (interruptions.isStopping()) {
                    throw new InterruptedException();
                }
            }
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
        if (batch.endOfData() && source.follow().isPresent()) {
            become(status.in(SourceState.IDLE));
            sleep(source.follow().get());
            become(status.in(SourceState.RUNNING));
        }
        return !batch.endOfData() || source.follow().isPresent();
    }

    private void deliver(Batch batch) {
        List<Reject> rejects = new ArrayList<>(batch.rejects());
        int refused = 0;
        if (!batch.records().isEmpty()
                || !rejects.isEmpty()
                || !batch.heardUpTo().equals(Instant.MIN)) {
            List<Reject> bySink = settings.sink().accept(new Delivery(source.id(), batch));
            refused = bySink.size();
            rejects.addAll(bySink);
        }
        settings.ledger().commit(source.id(), batch.checkpoint(), batch.heardUpTo(), List.copyOf(rejects));
        failuresInARow = 0;
        become(status.delivered(
                batch.records().size() - refused,
                rejects.size(),
                batch.heardUpTo(),
                settings.clock().instant()));
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
        try {
            interruptions.allow(() -> {
                settings.sleeper().sleep(duration);
                return duration;
            });
        } catch (ConnectorException e) {
            throw new IllegalStateException("A sleeper does not fail.", e);
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

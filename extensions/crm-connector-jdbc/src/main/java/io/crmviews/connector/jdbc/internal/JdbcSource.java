package io.crmviews.connector.jdbc.internal;

import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.Context;
import io.crmviews.spi.channel.ReadLimit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Passes over the tables again and again. Queries run on a thread of the source's own, since drivers do not hear
 * interrupts: a read waits for the batch no longer than it may, and the next read finds it when it is done.
 */
public final class JdbcSource implements ChannelSource {

    /** What a read without wait still waits for a query, so that it gets anywhere. */
    private static final long LEAST_WAIT_MILLIS = 800;

    private static final int MILLIS_TO_END = 4000;

    private final Connection connection;
    private final Passes passes;
    private final ExecutorService queries = Executors.newSingleThreadExecutor(JdbcSource::thread);
    private @Nullable Future<Batch> running;
    private boolean closed;

    private JdbcSource(Connection connection, Passes passes) {
        this.connection = connection;
        this.passes = passes;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "crm-jdbc");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Connects.
     *
     * @param options what to read
     * @param from where to go on
     * @param context the place and its clock
     * @return an open source
     * @throws ConnectorException if the database refuses, or the checkpoint is none of this connector
     */
    public static JdbcSource open(JdbcOptions options, Checkpoint from, Context context) throws ConnectorException {
        Position position = Position.read(from);
        try {
            Connection connection = options.connect();
            return new JdbcSource(connection, new Passes(options, position, context.clock(), connection));
        } catch (SQLException e) {
            throw Tables.failure(e);
        }
    }

    @Override
    public Batch read(ReadLimit limit) throws ConnectorException, InterruptedException {
        if (closed) {
            throw new IllegalStateException("The source is closed.");
        }
        Future<Batch> query = running == null ? queries.submit(() -> passes.next(limit)) : running;
        running = query;
        try {
            Batch batch = query.get(Math.max(LEAST_WAIT_MILLIS, limit.maxWait().toMillis()), TimeUnit.MILLISECONDS);
            running = null;
            return batch;
        } catch (TimeoutException e) {
            return Batch.builder(passes.delivered()).build();
        } catch (ExecutionException e) {
            running = null;
            throw failure(e.getCause());
        }
    }

    private static ConnectorException failure(@Nullable Throwable cause) {
        if (cause instanceof ConnectorException known) {
            return known;
        }
        if (cause instanceof SQLException refused) {
            return Tables.failure(refused);
        }
        throw new IllegalStateException("Reading rows failed: "
                + (cause == null ? "unknown" : cause.getClass().getName()));
    }

    @Override
    public void close() {
        closed = true;
        passes.cancel();
        queries.shutdown();
        try {
            if (!queries.awaitTermination(MILLIS_TO_END, TimeUnit.MILLISECONDS)) {
                connection.abort(Runnable::run);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            closed = true;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            // It was only read from; there is nothing left to lose.
            closed = true;
        }
    }
}

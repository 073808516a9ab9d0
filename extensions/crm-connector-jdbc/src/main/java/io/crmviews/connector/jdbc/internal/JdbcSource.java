package io.crmviews.connector.jdbc.internal;

import io.crmviews.spi.channel.AsideReader;
import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.Context;
import io.crmviews.spi.channel.ReadLimit;
import java.sql.Connection;
import java.sql.SQLException;

/** Passes over the tables again and again; queries run aside, since drivers do not hear interrupts. */
public final class JdbcSource implements ChannelSource {

    private final Connection connection;
    private final Passes passes;
    private final AsideReader reader;
    private boolean closed;

    private JdbcSource(Connection connection, Passes passes, Checkpoint from) {
        this.connection = connection;
        this.passes = passes;
        this.reader = AsideReader.of("crm-jdbc", from, this::next);
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
            return new JdbcSource(connection, new Passes(options, position, context.clock(), connection), from);
        } catch (SQLException e) {
            throw Tables.failure(e);
        }
    }

    private Batch next(ReadLimit limit) throws ConnectorException {
        try {
            return passes.next(limit);
        } catch (SQLException e) {
            throw Tables.failure(e);
        }
    }

    @Override
    public Batch read(ReadLimit limit) throws ConnectorException, InterruptedException {
        if (closed) {
            throw new IllegalStateException("The source is closed.");
        }
        return reader.read(limit);
    }

    @Override
    public void close() {
        closed = true;
        passes.cancel();
        reader.close();
        try {
            connection.close();
        } catch (SQLException e) {
            // It was only read from; there is nothing left to lose.
            closed = true;
        }
    }
}

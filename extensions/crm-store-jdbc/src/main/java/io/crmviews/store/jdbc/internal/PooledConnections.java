package io.crmviews.store.jdbc.internal;

import io.crmviews.spi.store.StoreException;
import io.crmviews.spi.store.StoreException.Kind;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** Connections to PostgreSQL from a data source, which may be a pool; the data source belongs to the embedder. */
public final class PooledConnections implements Connections {

    private final DataSource dataSource;
    private final Work work;
    private final Dialect dialect = new PostgresDialect();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Connections as they are needed.
     *
     * @param dataSource gives connections
     * @param work counts statements
     */
    public PooledConnections(DataSource dataSource, Work work) {
        this.dataSource = dataSource;
        this.work = work;
    }

    @Override
    public Session forReading() {
        if (closed.get()) {
            throw new StoreException(Kind.CLOSED, "PostgreSQL");
        }
        try {
            return new Session(dataSource.getConnection(), dialect, work);
        } catch (SQLTransientConnectionException timeout) {
            throw new StoreException(Kind.EXHAUSTED, "SQL state " + timeout.getSQLState());
        } catch (SQLException failure) {
            Kind kind = dialect.kind(failure);
            boolean told = kind == Kind.EXHAUSTED || kind == Kind.READ_ONLY;
            throw new StoreException(told ? kind : Kind.UNREACHABLE, "SQL state " + failure.getSQLState());
        }
    }

    @Override
    public Session forWriting() {
        return forReading();
    }

    /** A pool finds out by itself that a connection is broken. */
    @Override
    public void back(Session session, boolean broken) {
        session.close();
    }

    @Override
    public void close() {
        closed.set(true);
    }
}

package io.crmviews.store.jdbc.internal;

import io.crmviews.spi.store.StoreException;
import io.crmviews.spi.store.StoreException.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The connections to one SQLite file. SQLite has one writer at a time; those of this process wait for each other here, in
 * the order in which they came, and for those of other processes in SQLite.
 */
public final class SqliteConnections implements Connections {

    private final Path file;
    private final long waitMillis;
    private final Work work;
    private final Dialect dialect = new SqliteDialect();
    private final Semaphore writers = new Semaphore(1, true);
    private final Semaphore readers;
    private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
    private final ConcurrentLinkedDeque<Session> idleWriter = new ConcurrentLinkedDeque<>();
    private final ConcurrentLinkedDeque<Session> writing = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Connections that are opened when they are needed.
     *
     * @param file the database's file
     * @param mostReaders how many may read at once
     * @param waitMillis how long to wait for another writer or reader
     * @param work counts statements
     */
    public SqliteConnections(Path file, int mostReaders, long waitMillis, Work work) {
        this.file = file;
        this.waitMillis = waitMillis;
        this.work = work;
        readers = new Semaphore(mostReaders, true);
    }

    @Override
    public Session forReading() {
        acquire(readers, Kind.EXHAUSTED, "all connections for reading are in use");
        return lend(idle, readers);
    }

    @Override
    public Session forWriting() {
        acquire(writers, Kind.LOCKED, "another writer of this process is at work");
        Session session = lend(idleWriter, writers);
        writing.add(session);
        return session;
    }

    private Session lend(ConcurrentLinkedDeque<Session> from, Semaphore permits) {
        try {
            Session known = from.pollFirst();
            return known == null ? open() : known;
        } catch (RuntimeException failure) {
            permits.release();
            throw failure;
        }
    }

    private void acquire(Semaphore permits, Kind kind, String detail) {
        if (closed.get()) {
            throw new StoreException(Kind.CLOSED, "SQLite");
        }
        try {
            if (!permits.tryAcquire(waitMillis, TimeUnit.MILLISECONDS)) {
                throw new StoreException(kind, detail);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreException(Kind.TIMEOUT, "interrupted while waiting for a connection");
        }
    }

    @Override
    public void back(Session session, boolean broken) {
        boolean writer = writing.remove(session);
        if (broken || closed.get()) {
            session.close();
        } else {
            (writer ? idleWriter : idle).addFirst(session);
        }
        (writer ? writers : readers).release();
    }

    /**
     * Every commit reaches the disk before it is told ({@code synchronous=full}); what is deleted is overwritten
     * ({@code secure_delete}); readers see one state while others write ({@code wal}); nothing goes to temporary files.
     */
    private Session open() {
        Session session = null;
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            session = new Session(connection, dialect, work);
            try (Statement statement = connection.createStatement()) {
                for (String pragma : List.of(
                        "busy_timeout=" + waitMillis,
                        "journal_mode=wal",
                        "synchronous=full",
                        "secure_delete=on",
                        "temp_store=memory",
                        "cache_size=-32768",
                        "mmap_size=0")) {
                    statement.execute("pragma " + pragma);
                }
            }
            return session;
        } catch (SQLException failure) {
            if (session != null) {
                session.close();
                throw session.failed(failure);
            }
            throw new StoreException(dialect.kind(failure), "opening a SQLite file, code " + failure.getErrorCode());
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            drain(idle);
            drain(idleWriter);
        }
    }

    private static void drain(ConcurrentLinkedDeque<Session> sessions) {
        for (Session session = sessions.pollFirst(); session != null; session = sessions.pollFirst()) {
            session.close();
        }
    }
}

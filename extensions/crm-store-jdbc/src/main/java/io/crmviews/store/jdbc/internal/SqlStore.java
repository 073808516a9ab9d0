package io.crmviews.store.jdbc.internal;

import io.crmviews.spi.store.Committed;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.spi.store.Decided;
import io.crmviews.spi.store.StaleReadException;
import io.crmviews.spi.store.StoreException;
import io.crmviews.spi.store.StoreException.Kind;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.WriteSet;
import java.nio.file.Path;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** The store's contract over transactions: a question is one, a unit of work is one. Thread-safe. */
public final class SqlStore implements CustomerStore {

    private static final int ATTACHMENTS = 100_000;
    private static final long FIRST_PAUSE_MILLIS = 2;
    private static final long LONGEST_PAUSE_MILLIS = 250;

    private final Connections connections;
    private final Parts parts = new Parts();

    /**
     * Opens a store and brings its schema up to date.
     *
     * @param connections lends connections; closed with the store
     * @throws StoreException if it cannot be opened, or a newer version of the library wrote it
     */
    public SqlStore(Connections connections) {
        this.connections = connections;
        Session session = connections.forWriting();
        boolean done = false;
        try {
            Schema.upgrade(session, Schema.VERSION);
            done = true;
        } finally {
            connections.back(session, !done);
            if (!done) {
                connections.close();
            }
        }
    }

    /** What readers share. */
    private static final class Parts implements SqlReader.Shared {

        private final Attachments attachments = new Attachments(ATTACHMENTS);
        private final AtomicReference<Muted> muted = new AtomicReference<>(Muted.NONE);

        @Override
        public Attachments attachments() {
            return attachments;
        }

        @Override
        public Muted muted() {
            return Objects.requireNonNull(muted.get());
        }

        /** An older state must not take the place of a newer one; a reader of it then reads the table each time. */
        @Override
        public void muted(Muted read) {
            muted.accumulateAndGet(read, (known, fresh) -> fresh.version() > known.version() ? fresh : known);
        }
    }

    @Override
    public <T> T read(Function<StoreReader, T> question) {
        Session session = connections.forReading();
        boolean broken = true;
        try {
            session.execute(session.dialect().beginRead());
            T answer = question.apply(new SqlReader(session, parts));
            session.execute("commit");
            broken = false;
            return answer;
        } finally {
            connections.back(session, broken && !session.rollback());
        }
    }

    @Override
    public long commit(WriteSet writes) {
        return decide(reader -> {
                    if (reader.position() != writes.basePosition()) {
                        throw new StaleReadException(writes.basePosition(), reader.position());
                    }
                    return Decided.writing("", writes);
                })
                .position();
    }

    @Override
    public <T> Committed<T> decide(Function<StoreReader, Decided<T>> decision) {
        for (int tries = 1; ; tries++) {
            try {
                return decideOnce(decision);
            } catch (StoreException failure) {
                if (failure.kind() != Kind.CONFLICT || tries == MOST_TRIES) {
                    throw failure;
                }
                pause(tries);
            }
        }
    }

    private <T> Committed<T> decideOnce(Function<StoreReader, Decided<T>> decision) {
        Session session = connections.forWriting();
        boolean broken = true;
        try {
            session.execute(session.dialect().beginWrite());
            SqlReader reader = new SqlReader(session, parts);
            Decided<T> decided = decision.apply(reader);
            WriteSet writes = decided.writes();
            long position = reader.position();
            if (writes != null) {
                position = write(session, reader, writes);
            }
            session.execute("commit");
            broken = false;
            if (writes != null) {
                parts.attachments().keep(writes.model(), writes.nodes());
            }
            return new Committed<>(decided.answer(), position);
        } finally {
            connections.back(session, broken && !session.rollback());
        }
    }

    private static long write(Session session, SqlReader reader, WriteSet writes) {
        long position = reader.position() + 1;
        new SqlWriter(session, position).write(writes, reader.state());
        return position;
    }

    /** Twice as long each time, and by chance, so that two that met do not meet again. */
    private static void pause(int tries) {
        long most = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(tries, 10));
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(most) + 1);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreException(Kind.TIMEOUT, "interrupted between two tries");
        }
    }

    /**
     * Executes a statement of upkeep on the connection of the writer, outside of any transaction.
     *
     * @param sql the statement
     */
    public void onWriter(String sql) {
        Session session = connections.forWriting();
        boolean broken = true;
        try {
            session.execute(sql);
            broken = false;
        } finally {
            connections.back(session, broken);
        }
    }

    /**
     * Writes a copy of one state into a file; only of SQLite.
     *
     * @param copy the file, which is not there
     */
    public void copyTo(Path copy) {
        Session session = connections.forReading();
        boolean broken = true;
        try {
            session.update("vacuum into ?", row -> row.setString(1, copy.toString()));
            broken = false;
        } finally {
            connections.back(session, broken);
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}

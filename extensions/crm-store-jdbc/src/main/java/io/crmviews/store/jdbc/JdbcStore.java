package io.crmviews.store.jdbc;

import io.crmviews.spi.store.Committed;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.spi.store.Decided;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.WriteSet;
import io.crmviews.store.jdbc.internal.PooledConnections;
import io.crmviews.store.jdbc.internal.SqlStore;
import io.crmviews.store.jdbc.internal.SqliteConnections;
import io.crmviews.store.jdbc.internal.Work;
import java.nio.file.Path;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * A store that keeps everything when the process ends, however it ends. What was committed is on the disk before the
 * commit returns. Thread-safe; several processes may open one store.
 *
 * <p>Trouble with the database is a {@link io.crmviews.spi.store.StoreException}, which says of what kind; a unit of work
 * is then written as a whole or not at all, and the same store goes on when the trouble is over.
 */
public final class JdbcStore implements CustomerStore {

    private static final int READERS = 16;
    private static final long WAIT_MILLIS = 10_000;

    private final SqlStore store;
    private final Work work;

    private JdbcStore(SqlStore store, Work work) {
        this.store = store;
        this.work = work;
    }

    /**
     * Opens a store in a file of SQLite, and makes it if it is not there. Besides the file there are two more of its name,
     * ending in {@code -wal} and {@code -shm}, which belong to it.
     *
     * @param file the file, on a local disk
     * @return the store
     * @throws io.crmviews.spi.store.StoreException if it cannot be opened, is no store, or was written by a newer version
     */
    public static JdbcStore sqlite(Path file) {
        return sqlite(file, WAIT_MILLIS);
    }

    /**
     * As {@link #sqlite(Path)}, for those who would rather be told that the store is locked than wait.
     *
     * @param file the file, on a local disk
     * @param waitMillis for how many milliseconds to wait for other writers; 10,000 unless said otherwise
     * @return the store
     */
    public static JdbcStore sqlite(Path file, long waitMillis) {
        Work work = new Work();
        return new JdbcStore(new SqlStore(new SqliteConnections(file, READERS, waitMillis, work)), work);
    }

    /**
     * Opens a store in a PostgreSQL database, version 15 or later, and makes its tables if they are not there, in the schema
     * that the search path names first.
     *
     * @param dataSource gives connections in auto-commit mode, preferably from a pool; stays the caller's to close
     * @return the store
     * @throws io.crmviews.spi.store.StoreException if it cannot be reached, or was written by a newer version
     */
    public static JdbcStore postgres(DataSource dataSource) {
        Work work = new Work();
        return new JdbcStore(new SqlStore(new PooledConnections(dataSource, work)), work);
    }

    @Override
    public <T> T read(Function<StoreReader, T> question) {
        return store.read(question);
    }

    @Override
    public long commit(WriteSet writes) {
        return store.commit(writes);
    }

    @Override
    public <T> Committed<T> decide(Function<StoreReader, Decided<T>> decision) {
        return store.decide(decision);
    }

    /**
     * How many statements were executed since the store was opened; a batch of rows is one. To a server each is a round
     * trip.
     *
     * @return the count
     */
    public long statements() {
        return work.statements();
    }

    /** Lets SQLite answer as if the disk were full when its file has so many pages; for tests. */
    void limitPages(long pages) {
        store.onWriter("pragma max_page_count=" + pages);
    }

    /**
     * Writes a copy of a SQLite store into a file while others read and write, as of one commit.
     *
     * @param copy the file, which must not be there; opened as a store it is one
     * @throws io.crmviews.spi.store.StoreException if it cannot be written, or the store is no SQLite store
     */
    public void backup(Path copy) {
        store.copyTo(copy);
    }

    /**
     * Gives back the room of what was deleted and empties the log of SQLite, so that nothing of what was erased stays in
     * its files. Writers wait meanwhile; costs time in proportion to the file. Of PostgreSQL, {@code vacuum} does that.
     *
     * @throws io.crmviews.spi.store.StoreException if somebody else holds the store too long, or it is no SQLite store
     */
    public void compact() {
        store.onWriter("vacuum");
        store.onWriter("pragma wal_checkpoint(truncate)");
    }

    /** Closes the connections of SQLite; those of a data source are not touched. Harmless twice. */
    @Override
    public void close() {
        store.close();
    }
}

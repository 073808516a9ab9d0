package io.crmviews.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crmviews.merge.CustomerViews;
import io.crmviews.model.fact.Fact;
import io.crmviews.spi.store.StoreException;
import io.crmviews.spi.store.StoreException.Kind;
import io.crmviews.spi.store.StoreReader;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong is said by its kind, nothing is written by halves, and the store goes on when the trouble is over. */
class FaultsTest {

    private static final List<Fact> FACTS = DurabilityTest.facts().subList(0, 40);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("customers.db");
    }

    private static Kind kind(Runnable attempt) {
        return catchThrowableOfType(StoreException.class, attempt::run).kind();
    }

    @Test
    void whatIsNoStoreIsCorrupt() throws Exception {
        Files.write(file, "this is a text and no database at all, and it is long enough to be sure".getBytes(StandardCharsets.UTF_8));

        assertThat(kind(() -> JdbcStore.sqlite(file))).isEqualTo(Kind.CORRUPT);
    }

    @Test
    void aFolderThatIsMissingCannotBeReached() {
        assertThat(kind(() -> JdbcStore.sqlite(folder.resolve("missing/customers.db"))))
                .isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void aStoreOfANewerVersionIsRefusedAndLeftAlone() throws Exception {
        JdbcStore.sqlite(file).close();
        sql("insert into crm_schema (version) values (99)");

        StoreException refused =
                catchThrowableOfType(StoreException.class, () -> JdbcStore.sqlite(file).close());

        assertThat(refused.kind()).isEqualTo(Kind.NEWER_SCHEMA);
        assertThat(refused).hasMessageContaining("99").hasMessageContaining("newer version");
    }

    @Test
    void aClosedStoreSaysSo() {
        JdbcStore store = JdbcStore.sqlite(file);
        store.close();
        store.close();

        assertThat(kind(() -> store.read(StoreReader::position))).isEqualTo(Kind.CLOSED);
    }

    @Test
    void aDamagedPageIsFoundAndNothingElseBreaks() throws Exception {
        try (CustomerViews views = open()) {
            views.ingest(FACTS);
        }
        sql("pragma wal_checkpoint(truncate)");
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            for (long page = 2; page < raw.length() / 4096; page++) {
                raw.seek(page * 4096);
                raw.write(new byte[512]);
            }
        }

        assertThat(kind(() -> {
                    try (JdbcStore store = JdbcStore.sqlite(file)) {
                        store.read(reader -> reader.customers(reader.customerNumbers(0, 100)));
                    }
                }))
                .isEqualTo(Kind.CORRUPT);
    }

    @Test
    void aFullDiskLeavesNothingByHalves() {
        // SQLite's own limit on pages answers as a disk that is full does.
        try (JdbcStore store = JdbcStore.sqlite(file)) {
            CustomerViews views = CustomerViews.builder().store(store).build();
            views.ingest(FACTS.subList(0, 4));
            long position = store.read(StoreReader::position);
            store.limitPages(60);

            assertThat(kind(() -> views.ingest(DurabilityTest.facts()))).isEqualTo(Kind.FULL);
            assertThat(store.read(StoreReader::position)).isEqualTo(position);

            store.limitPages(1_000_000);
            assertThat(views.ingest(FACTS).position()).isEqualTo(position + 1);
        }
    }

    @Test
    void anotherWriterThatTakesTooLongLocksTheStore() throws Exception {
        try (JdbcStore store = JdbcStore.sqlite(file, 200);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            CustomerViews views = CustomerViews.builder().store(store).build();
            statement.execute("begin immediate");

            assertThat(kind(() -> views.ingest(FACTS))).isEqualTo(Kind.LOCKED);
            assertThat(store.read(StoreReader::position)).as("readers go on").isZero();

            statement.execute("rollback");
            assertThat(views.ingest(FACTS).position()).isEqualTo(1);
        }
    }

    @Test
    void aFileThatMayOnlyBeReadIsSaidToBe() throws Exception {
        JdbcStore.sqlite(file).close();
        sql("pragma journal_mode=delete");
        try (JdbcStore store = JdbcStore.sqlite(Path.of("file:" + file + "?mode=ro"))) {
            assertThat(kind(() -> CustomerViews.builder().store(store).build().ingest(FACTS)))
                    .isEqualTo(Kind.READ_ONLY);
        } catch (StoreException refused) {
            assertThat(refused.kind()).isEqualTo(Kind.READ_ONLY);
        }
    }

    private CustomerViews open() {
        return CustomerViews.builder().store(JdbcStore.sqlite(file)).build();
    }

    private void sql(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package io.crmviews.store.jdbc;

import io.crmviews.merge.CustomerViews;
import io.crmviews.merge.json.JsonCodec;
import io.crmviews.merge.memory.MemoryStore;
import io.crmviews.merge.weigh.Frequencies;
import io.crmviews.merge.weigh.Model;
import io.crmviews.model.fact.Fact;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.testdata.Population;
import io.crmviews.testdata.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures the SQLite store beside plain inserts of the same JSON into the same database, in one run: batches of 256 facts,
 * and single ones, each committed to the disk. Arguments: how many customers to generate; a folder on the disk to measure.
 */
final class StoreFigures {

    private static final int BATCH = 256;
    private static final int SINGLES = 300;

    private StoreFigures() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        int customers = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory(Path.of(arguments[1]), "figures");
        List<Fact> facts =
                new Population(customers, 5).records().map(Told::fact).toList();
        List<Fact> bulk = facts.subList(0, facts.size() - SINGLES);
        List<Fact> singles = facts.subList(facts.size() - SINGLES, facts.size());
        long json = facts.stream()
                .mapToLong(fact -> JsonCodec.facts().write(fact).length())
                .sum();
        System.out.printf("%d records, %d bytes of JSON a record%n", facts.size(), json / facts.size());

        try (Raw raw = new Raw(folder.resolve("raw.db"))) {
            rate("raw inserts, batches of " + BATCH, bulk, BATCH, raw);
            single("raw insert, one", singles, raw);
        }
        CustomerStore memory = new MemoryStore();
        try (CustomerViews views = views(memory, customers)) {
            rate("memory store, batches of " + BATCH, bulk, BATCH, views::ingest);
        }
        Path file = folder.resolve("store.db");
        try (JdbcStore store = JdbcStore.sqlite(file);
                CustomerViews views = views(store, customers)) {
            long statements = store.statements();
            rate("SQLite store, batches of " + BATCH, bulk, BATCH, views::ingest);
            System.out.printf("  %d statements a batch%n", (store.statements() - statements) * BATCH / bulk.size());
            single("SQLite store, one", singles, views::ingest);
            store.compact();
        }
        System.out.printf(
                "SQLite store: %d bytes a record, %.1f times the JSON%n",
                Files.size(file) / facts.size(), (double) Files.size(file) / json);
        Path bulky = folder.resolve("bulk.db");
        try (JdbcStore store = JdbcStore.sqlite(bulky);
                CustomerViews views = views(store, customers)) {
            rate("SQLite store, batches of 4096", bulk, 4096, views::ingest);
        }
    }

    private static CustomerViews views(CustomerStore store, int customers) {
        return CustomerViews.builder()
                .store(store)
                .model(Model.shipped().calibrated(new Frequencies(), customers))
                .build();
    }

    private static void rate(String name, List<Fact> facts, int size, Consumer<List<Fact>> take) {
        long start = System.nanoTime();
        for (int from = 0; from < facts.size(); from += size) {
            take.accept(facts.subList(from, Math.min(facts.size(), from + size)));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%s: %.0f records/s (%.1f s)%n", name, facts.size() / seconds, seconds);
    }

    private static void single(String name, List<Fact> facts, Consumer<List<Fact>> take) {
        long[] micros = new long[facts.size()];
        for (int i = 0; i < micros.length; i++) {
            long start = System.nanoTime();
            take.accept(List.of(facts.get(i)));
            micros[i] = (System.nanoTime() - start) / 1_000;
        }
        Arrays.sort(micros);
        System.out.printf(
                "%s: p50 %d us, p99 %d us%n", name, micros[micros.length / 2], micros[micros.length * 99 / 100]);
    }

    /** The same facts as JSON under their names, and nothing else. */
    private static final class Raw implements Consumer<List<Fact>>, AutoCloseable {

        private final Connection connection;
        private final PreparedStatement insert;

        Raw(Path file) throws SQLException {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma journal_mode=wal");
                statement.execute("pragma synchronous=full");
                statement.execute("pragma secure_delete=on");
                statement.execute("create table fact (name text primary key, current text)");
            }
            connection.setAutoCommit(false);
            insert = connection.prepareStatement("insert into fact values (?, ?)");
        }

        @Override
        public void accept(List<Fact> facts) {
            try {
                for (Fact fact : facts) {
                    insert.setString(1, fact.key().toString());
                    insert.setString(2, JsonCodec.facts().write(fact));
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}

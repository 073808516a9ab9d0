package io.crmviews.store.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL of the tests' own, started once; each store gets a schema of its own in it. */
final class LocalPostgres {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static final Optional<EmbeddedPostgres> SERVER = start();

    private LocalPostgres() {}

    private static Optional<EmbeddedPostgres> start() {
        try {
            return Optional.of(EmbeddedPostgres.builder().start());
        } catch (IOException | RuntimeException cannot) {
            return Optional.empty();
        }
    }

    /** A data source whose connections see a new, empty schema. */
    static PGSimpleDataSource schema() {
        Assumptions.assumeTrue(SERVER.isPresent(), "no PostgreSQL can be started here");
        String name = "s" + SCHEMAS.incrementAndGet();
        try (Connection connection = SERVER.orElseThrow().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return in(name);
    }

    private static PGSimpleDataSource in(String schema) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(SERVER.orElseThrow().getJdbcUrl("postgres", "postgres"));
        source.setCurrentSchema(schema);
        return source;
    }

    /** Any data source, for those who ask for trouble. */
    static DataSource source() {
        return schema();
    }
}

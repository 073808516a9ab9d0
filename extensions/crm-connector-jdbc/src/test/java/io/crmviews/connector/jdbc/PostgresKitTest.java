package io.crmviews.connector.jdbc;

import io.crmviews.spi.channel.ChannelConnector;
import io.crmviews.tck.ConnectorFixture;
import io.crmviews.tck.ConnectorKit;
import io.crmviews.tck.Fault;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** The jdbc connector passes the conformance kit on a real PostgreSQL, lines that are cut included. */
class PostgresKitTest extends ConnectorKit {

    private static @Nullable EmbeddedPostgres server;

    @BeforeAll
    static void startServer() {
        try {
            server = EmbeddedPostgres.start();
        } catch (IOException | RuntimeException e) {
            Assumptions.abort("No PostgreSQL starts here: " + e.getClass().getName());
        }
    }

    @AfterAll
    static void stopServer() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Override
    public ChannelConnector connector() {
        return new JdbcConnector();
    }

    @Override
    protected ConnectorFixture fixture(Path scratch) throws SQLException {
        EmbeddedPostgres running = server;
        if (running == null) {
            throw new SQLException("There is no server.");
        }
        return new Cuttable(running.getJdbcUrl("postgres", "postgres"));
    }

    /** Cuts the lines of everybody else. */
    private static final class Cuttable extends JdbcFixture {

        Cuttable(String url) throws SQLException {
            super(url, false);
        }

        @Override
        public boolean inject(Fault fault) throws SQLException {
            if (fault != Fault.CUT) {
                return false;
            }
            execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'");
            return true;
        }
    }
}

package io.crmviews.connector.jdbc;

import io.crmviews.spi.channel.ChannelConnector;
import io.crmviews.tck.ConnectorFixture;
import io.crmviews.tck.ConnectorKit;
import java.nio.file.Path;
import java.sql.SQLException;

/** The jdbc connector passes the conformance kit on SQLite, where deletes are found by comparing. */
class SqliteCompareKitTest extends ConnectorKit {

    @Override
    public ChannelConnector connector() {
        return new JdbcConnector();
    }

    @Override
    protected ConnectorFixture fixture(Path scratch) throws SQLException {
        return new JdbcFixture("jdbc:sqlite:" + scratch.resolve("crm.db"), true);
    }
}

package io.crmviews.connector.jdbc;

import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.Secret;
import io.crmviews.tck.ConnectorFixture;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A table of people whose {@code changed} is a number that grows; deletes by tombstone or by deleting the row. */
class JdbcFixture implements ConnectorFixture {

    private final String url;
    private final boolean compare;
    private final Connection connection;
    private int seeded;
    private int changes;

    JdbcFixture(String url, boolean compare) throws SQLException {
        this.url = url;
        this.compare = compare;
        this.connection = DriverManager.getConnection(url);
        execute("DROP TABLE IF EXISTS people");
        execute("CREATE TABLE people (id VARCHAR(200) PRIMARY KEY, name TEXT, changed BIGINT, gone BOOLEAN)");
    }

    final void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Config.Builder config() {
        Config.Builder config = Config.builder().set("url", url).set("changed", "changed");
        // Neither SQLite nor a server that trusts the loopback address looks at it.
        config.secret("password", Secret.of("a-password-that-nobody-asks-for"));
        return compare ? config.set("compare", "true") : config.set("deleted", "gone");
    }

    @Override
    public Config goodConfig() {
        return config().set("tables", "people").build();
    }

    @Override
    public Config badConfig() {
        return config().set("tables", "people").set("url", "jdbc:nothing:here").build();
    }

    private void insert(String key, String name) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO people VALUES (?, ?, ?, ?)")) {
            insert.setString(1, key);
            insert.setString(2, name);
            insert.setLong(3, ++changes);
            insert.setBoolean(4, false);
            insert.execute();
        }
    }

    @Override
    public Set<String> seed(int n) throws SQLException {
        Set<String> keys = new LinkedHashSet<>();
        for (int i = 0; i < n; i++) {
            String key = "p" + seeded++;
            insert(key, "Person " + key);
            keys.add(key);
        }
        return keys;
    }

    @Override
    public boolean poison() throws SQLException {
        insert(" ", MARK);
        return true;
    }

    @Override
    public String remoteState() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT count(*), max(changed), min(name), max(name) FROM people")) {
            row.next();
            return row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " " + row.getString(4);
        }
    }

    @Override
    public Optional<String> seedText(String text) throws SQLException {
        try {
            insert("text", text);
            return Optional.of("text");
        } catch (SQLException e) {
            // PostgreSQL holds no NUL.
            return Optional.empty();
        }
    }

    @Override
    public boolean delete(String key) throws SQLException {
        execute(
                compare
                        ? "DELETE FROM people WHERE id = '" + key + "'"
                        : "UPDATE people SET gone = true, changed = " + ++changes + " WHERE id = '" + key + "'");
        return true;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

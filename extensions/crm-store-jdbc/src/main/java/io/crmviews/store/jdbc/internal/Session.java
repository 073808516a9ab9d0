package io.crmviews.store.jdbc.internal;

import io.crmviews.spi.store.StoreException;
import io.crmviews.spi.store.StoreException.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One connection with its prepared statements; every statement of a store goes through here and is counted. Used by one
 * thread at a time.
 */
final class Session implements AutoCloseable {

    private final Connection connection;
    private final Dialect dialect;
    private final Work work;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Session(Connection connection, Dialect dialect, Work work) {
        this.connection = connection;
        this.dialect = dialect;
        this.work = work;
    }

    /** Says what to do with a row. */
    interface Row {
        void see(ResultSet row) throws SQLException;
    }

    /** Sets the parameters of a statement. */
    interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    /** Sets the parameters of a statement for one thing of many. */
    interface ParametersOf<T> {
        void set(PreparedStatement statement, T thing) throws SQLException;
    }

    Dialect dialect() {
        return dialect;
    }

    Connection connection() {
        return connection;
    }

    void execute(String sql) {
        work.statement();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    void query(String sql, Parameters parameters, Row row) {
        work.statement();
        try {
            PreparedStatement statement = prepare(sql);
            parameters.set(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    row.see(rows);
                }
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** The rows of a table whose column has one of the values, which are distinct. */
    void queryAmong(String columns, String table, String column, long[] values, Row row) {
        if (values.length > 0) {
            query(
                    "select " + columns + dialect.among(table, column),
                    statement -> dialect.bind(statement, 1, values),
                    row);
        }
    }

    /** The rows of a table whose column has one of the values, which are distinct. */
    void queryAmong(String columns, String table, String column, Collection<String> values, Row row) {
        if (!values.isEmpty()) {
            query(
                    "select " + columns + dialect.among(table, column),
                    statement -> dialect.bind(statement, 1, values),
                    row);
        }
    }

    void deleteAmong(String table, String column, long[] values) {
        if (values.length > 0) {
            update(dialect.deleteAmong(table, column), statement -> dialect.bind(statement, 1, values));
        }
    }

    void deleteAmong(String table, String column, Collection<String> values) {
        if (!values.isEmpty()) {
            update(dialect.deleteAmong(table, column), statement -> dialect.bind(statement, 1, values));
        }
    }

    int update(String sql, Parameters parameters) {
        work.statement();
        try {
            PreparedStatement statement = prepare(sql);
            parameters.set(statement);
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** One statement for many rows; one round trip. */
    <T> void batch(String sql, List<T> things, ParametersOf<T> parameters) {
        if (things.isEmpty()) {
            return;
        }
        work.statement();
        work.rows(things.size());
        try {
            PreparedStatement statement = prepare(sql);
            for (T thing : things) {
                parameters.set(statement, thing);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            forget(sql);
            throw failed(failure);
        }
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    /** A batch that failed half-way keeps its rows. */
    private void forget(String sql) {
        PreparedStatement statement = prepared.remove(sql);
        if (statement != null) {
            try {
                statement.close();
            } catch (SQLException ignored) {
                // What it failed of is told already.
            }
        }
    }

    /** Ends the transaction without writing; a connection that cannot do that is of no use any more. */
    boolean rollback() {
        try {
            execute("rollback");
            return true;
        } catch (StoreException broken) {
            return false;
        }
    }

    /** The database's own message may quote a value, so only its code is told. */
    StoreException failed(SQLException failure) {
        SQLException telling = failure;
        Kind kind = dialect.kind(telling);
        while (kind == Kind.OTHER && telling.getNextException() != null) {
            telling = telling.getNextException();
            kind = dialect.kind(telling);
        }
        String detail = "SQL state " + telling.getSQLState() + ", code " + telling.getErrorCode();
        StoreException told = new StoreException(kind, detail);
        told.setStackTrace(telling.getStackTrace());
        return told;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException ignored) {
            // It is gone either way.
        }
    }
}

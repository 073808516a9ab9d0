package io.crmviews.connector.jdbc.internal;

import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ConnectorException.Kind;
import io.crmviews.spi.channel.Problem;
import io.crmviews.spi.channel.StreamInfo;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Looks at tables, and sorts failures by what can be done about them. */
public final class Tables {

    private Tables() {}

    /**
     * Which tables or columns are missing.
     *
     * @param connection an open connection
     * @param options what is to be read
     * @return the problems
     */
    public static List<Problem> problems(Connection connection, JdbcOptions options) {
        List<Problem> problems = new ArrayList<>();
        for (JdbcOptions.Table table : options.tables()) {
            try (Statement statement = connection.createStatement();
                    ResultSet none = statement.executeQuery("SELECT * FROM " + table.name() + " WHERE 1 = 0")) {
                Set<String> columns = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
                ResultSetMetaData data = none.getMetaData();
                for (int i = 1; i <= data.getColumnCount(); i++) {
                    columns.add(data.getColumnLabel(i));
                }
                for (String column : List.of(table.key(), table.changed(), table.deleted())) {
                    if (!column.isEmpty() && !columns.contains(column)) {
                        problems.add(Problem.of("tables", table.name() + " has no column " + column + "."));
                    }
                }
            } catch (SQLException e) {
                problems.add(Problem.of("tables", table.name() + ": " + told(e)));
            }
        }
        return problems;
    }

    /**
     * The streams with their fields.
     *
     * @param connection an open connection
     * @param options what is to be read
     * @return the streams, sorted by name
     * @throws SQLException if the database fails
     */
    public static List<StreamInfo> streams(Connection connection, JdbcOptions options) throws SQLException {
        List<StreamInfo> streams = new ArrayList<>();
        for (JdbcOptions.Table table : options.tables()) {
            try (Statement statement = connection.createStatement();
                    ResultSet none = statement.executeQuery("SELECT * FROM " + table.name() + " WHERE 1 = 0")) {
                StreamInfo.Builder stream = StreamInfo.builder(table.name());
                ResultSetMetaData data = none.getMetaData();
                for (int i = 1; i <= data.getColumnCount(); i++) {
                    stream.field(data.getColumnLabel(i), type(data.getColumnType(i)));
                }
                streams.add(stream.build());
            }
        }
        streams.sort(Comparator.comparing(StreamInfo::name));
        return streams;
    }

    private static StreamInfo.FieldType type(int type) {
        return switch (type) {
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.CLOB ->
                StreamInfo.FieldType.TEXT;
            case Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.DECIMAL,
                    Types.NUMERIC,
                    Types.REAL,
                    Types.FLOAT,
                    Types.DOUBLE -> StreamInfo.FieldType.NUMBER;
            case Types.BOOLEAN, Types.BIT -> StreamInfo.FieldType.BOOLEAN;
            case Types.DATE -> StreamInfo.FieldType.DATE;
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> StreamInfo.FieldType.INSTANT;
            default -> StreamInfo.FieldType.ANY;
        };
    }

    /**
     * What a failure of the database says, without its message, which may quote values.
     *
     * @param e the failure
     * @return a sentence
     */
    public static String told(SQLException e) {
        String state = e.getSQLState();
        return "The database refuses: state " + (state == null ? "unknown" : state) + ", code " + e.getErrorCode()
                + ".";
    }

    /**
     * Sorts a failure by its state (SQL:2016, class of SQLSTATE).
     *
     * @param e the failure
     * @return the failure as connectors tell it; without its cause, whose message may quote values
     */
    public static ConnectorException failure(SQLException e) {
        String state = e.getSQLState();
        String first =
                state == null || state.length() < 2 ? "" : state.substring(0, 2).toUpperCase(Locale.ROOT);
        Kind kind = switch (first) {
            case "28" -> Kind.AUTH;
            case "42", "3D", "3F" -> Kind.CONFIG;
            case "22" -> Kind.DATA;
            default -> Kind.TRANSIENT;
        };
        return new ConnectorException(kind, told(e));
    }
}

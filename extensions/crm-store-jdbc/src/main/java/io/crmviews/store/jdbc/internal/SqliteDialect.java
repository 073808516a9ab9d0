package io.crmviews.store.jdbc.internal;

import io.crmviews.spi.store.StoreException.Kind;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/**
 * SQLite: a set of values is one parameter, a JSON array that {@code json_each} turns into rows. {@code cross join} keeps
 * the planner from turning the two around.
 */
final class SqliteDialect implements Dialect {

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public String beginRead() {
        return "begin";
    }

    @Override
    public String beginWrite() {
        return "begin immediate";
    }

    @Override
    public String beginUpgrade() {
        return "begin immediate";
    }

    @Override
    public String hasTable() {
        return "select 1 from sqlite_master where type = 'table' and name = ?";
    }

    @Override
    public String among(String table, String column) {
        return " from json_each(?) j cross join " + table + " t on t." + column + " = j.value";
    }

    @Override
    public String deleteAmong(String table, String column) {
        return "delete from " + table + " where " + column + " in (select value from json_each(?))";
    }

    @Override
    public void bind(PreparedStatement statement, int index, long[] numbers) throws SQLException {
        StringBuilder json = new StringBuilder(numbers.length * 20 + 2).append('[');
        for (int i = 0; i < numbers.length; i++) {
            json.append(i == 0 ? "" : ",").append(numbers[i]);
        }
        statement.setString(index, json.append(']').toString());
    }

    @Override
    public void bind(PreparedStatement statement, int index, Collection<String> texts) throws SQLException {
        StringBuilder json = new StringBuilder(texts.size() * 24 + 2).append('[');
        for (String text : texts) {
            json.append(json.length() == 1 ? "" : ",");
            quote(text, json);
        }
        statement.setString(index, json.append(']').toString());
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }

    /** By the primary result code, the low byte of the extended one. */
    @Override
    public Kind kind(SQLException failure) {
        return switch (failure.getErrorCode() & 0xFF) {
            case 5, 6, 15 -> Kind.LOCKED;
            case 8 -> Kind.READ_ONLY;
            case 9 -> Kind.TIMEOUT;
            case 10 -> Kind.DISCONNECTED;
            case 11, 26 -> Kind.CORRUPT;
            case 13 -> Kind.FULL;
            case 14, 23 -> Kind.UNREACHABLE;
            default -> Kind.OTHER;
        };
    }
}

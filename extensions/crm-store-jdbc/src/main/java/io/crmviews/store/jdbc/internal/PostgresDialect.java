package io.crmviews.store.jdbc.internal;

import io.crmviews.spi.store.StoreException.Kind;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** PostgreSQL: a set of values is one parameter, an array. */
final class PostgresDialect implements Dialect {

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String beginRead() {
        return "begin isolation level repeatable read read only";
    }

    /**
     * One writer at a time: the lock is taken by a statement of its own, before the first query takes the snapshot, so a
     * decision is always made on the newest state and never in vain.
     */
    /**
     * One writer of a schema at a time: the lock is taken before any query takes a snapshot, so a decision is made on the
     * newest state and never in vain. Who waits too long is told.
     */
    @Override
    public String beginWrite() {
        return "begin isolation level read committed; set local lock_timeout = '60s'; "
                + "select pg_advisory_xact_lock(716374692, hashtext(current_schema()))";
    }

    /** The number is of no meaning but that all processes take the same. */
    @Override
    public String beginUpgrade() {
        return "begin; select pg_advisory_xact_lock(7163746920001)";
    }

    /** As the search path finds it. */
    @Override
    public String hasTable() {
        return "select 1 where to_regclass(?) is not null";
    }

    @Override
    public String among(String table, String column) {
        return " from " + table + " t where t." + column + " = any(?)";
    }

    @Override
    public String deleteAmong(String table, String column) {
        return "delete from " + table + " where " + column + " = any(?)";
    }

    @Override
    public void bind(PreparedStatement statement, int index, long[] numbers) throws SQLException {
        Long[] boxed = new Long[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            boxed[i] = numbers[i];
        }
        statement.setArray(index, statement.getConnection().createArrayOf("bigint", boxed));
    }

    @Override
    public void bind(PreparedStatement statement, int index, Collection<String> texts) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf("text", texts.toArray(String[]::new)));
    }

    /** By the class of the SQL state, or the state itself. */
    @Override
    public Kind kind(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state) {
            case "40001", "40P01" -> Kind.CONFLICT;
            case "57014" -> Kind.TIMEOUT;
            case "55P03" -> Kind.LOCKED;
            case "25006" -> Kind.READ_ONLY;
            case "53100" -> Kind.FULL;
            case "53300" -> Kind.EXHAUSTED;
            case "57P01", "57P02", "57P03" -> Kind.DISCONNECTED;
            case "XX001", "XX002" -> Kind.CORRUPT;
            default -> state.startsWith("08") ? Kind.DISCONNECTED : Kind.OTHER;
        };
    }
}

package io.crmviews.store.jdbc.internal;

import io.crmviews.spi.store.StoreException.Kind;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** What the two databases say differently. */
interface Dialect {

    /** The name of the folder of migrations. */
    String name();

    /** Begins a transaction that sees one state and writes nothing. */
    String beginRead();

    /** Begins a transaction that decides and writes. */
    String beginWrite();

    /** Begins a transaction that changes the schema while no other process does. */
    String beginUpgrade();

    /** A query with a row if there is a table of the name that is its parameter. */
    String hasTable();

    /**
     * The part of a query that picks the rows of a table whose column has one of the values of one parameter; the table is
     * called {@code t}.
     */
    String among(String table, String column);

    /** A statement that deletes the rows that {@link #among} picks. */
    String deleteAmong(String table, String column);

    void bind(PreparedStatement statement, int index, long[] numbers) throws SQLException;

    void bind(PreparedStatement statement, int index, Collection<String> texts) throws SQLException;

    /** What went wrong. */
    Kind kind(SQLException failure);
}

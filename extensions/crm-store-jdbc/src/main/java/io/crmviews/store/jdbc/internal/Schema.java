package io.crmviews.store.jdbc.internal;

import io.crmviews.spi.store.StoreException;
import io.crmviews.spi.store.StoreException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Brings a database to the schema of this version: numbered scripts, each applied once, all in one transaction, so that of
 * several processes that open a store at once one does it and the others find it done.
 */
final class Schema {

    /** The schema of this version of the library. */
    static final int VERSION = 1;

    private static final long[] NOTHING = {-1};

    private Schema() {}

    /**
     * Applies the scripts that are missing.
     *
     * @throws StoreException if a newer version of the library has been here; nothing is touched then
     */
    static void upgrade(Session session, int to) {
        if (version(session) == to) {
            return;
        }
        session.execute(session.dialect().beginUpgrade());
        boolean done = false;
        try {
            session.execute("create table if not exists crm_schema (version integer not null primary key)");
            long from = version(session);
            if (from > to) {
                throw new StoreException(
                        Kind.NEWER_SCHEMA, "its schema has version " + from + ", this library knows " + to);
            }
            for (int version = (int) Math.max(from, 0) + 1; version <= to; version++) {
                script(session.dialect(), version).forEach(session::execute);
                int applied = version;
                session.update("insert into crm_schema (version) values (?)", row -> row.setInt(1, applied));
            }
            session.execute("commit");
            done = true;
        } finally {
            if (!done) {
                session.rollback();
            }
        }
    }

    /** The version of a database, 0 if it is empty, -1 if nobody was here. */
    static long version(Session session) {
        long[] found = NOTHING.clone();
        session.query(session.dialect().hasTable(), row -> row.setString(1, "crm_schema"), row -> found[0] = 0);
        if (found[0] == 0) {
            session.query(
                    "select coalesce(max(version), 0) from crm_schema", none -> {}, row -> found[0] = row.getLong(1));
        }
        return found[0];
    }

    /** The statements of a script. Comments run from two dashes to the end of a line. */
    private static List<String> script(Dialect dialect, int version) {
        String name = dialect.name() + "/V" + version + ".sql";
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The script " + name + " is missing from the library.");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceAll("--.*", ""))
                    .collect(Collectors.joining("\n"));
            return Arrays.stream(text.split(";"))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

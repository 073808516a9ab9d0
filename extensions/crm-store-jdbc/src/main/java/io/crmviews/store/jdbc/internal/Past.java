package io.crmviews.store.jdbc.internal;

import io.crmviews.model.fact.Fact;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.SourceState;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads what rows were. A row that is overwritten is kept with the commits from and before which it held; one that holds
 * still, and did at a position already, is read from its own table.
 */
final class Past {

    private final Session session;

    Past(Session session) {
        this.session = session;
    }

    long positionAt(Instant instant, long newest) {
        long[] found = {0};
        session.query(
                """
                select position from crm_commit where (at_s, at_n) <= (?, ?) and position <= ?
                order by at_s desc, at_n desc, position desc limit 1""",
                statement -> {
                    statement.setLong(1, instant.getEpochSecond());
                    statement.setLong(2, instant.getNano());
                    statement.setLong(3, newest);
                },
                row -> found[0] = row.getLong(1));
        return found[0];
    }

    /** When the commit of a position was made, and the number that the next record got after it. */
    record Made(Instant at, long nextNumber) {}

    Made made(long position) {
        Made[] found = {new Made(Instant.MIN, 1)};
        session.query(
                "select at_s, at_n, next_number from crm_commit where position = ?",
                statement -> statement.setLong(1, position),
                row -> found[0] = new Made(Instant.ofEpochSecond(row.getLong(1), row.getLong(2)), row.getLong(3)));
        return found[0];
    }

    private static boolean held(long since, long until, long position) {
        return since <= position && position < until;
    }

    /** Which of the names had a row, present ones by that row. */
    private void presentSince(String table, String column, List<String> names, long position, Set<String> to) {
        session.queryAmong("t." + column + ", t.since", table, column, names, row -> {
            if (row.getLong(2) <= position) {
                to.add(row.getString(1));
            }
        });
    }

    /** {@code present}: the records as they are now. */
    Map<RecordKey, StoredRecord> records(Map<RecordKey, StoredRecord> present, long position) {
        List<String> names = Names.of(present.keySet());
        Set<String> still = new HashSet<>();
        presentSince("crm_record", "name", names, position, still);
        Map<RecordKey, StoredRecord> found = new HashMap<>();
        present.forEach((key, record) -> {
            if (still.contains(Names.of(key))) {
                found.put(key, record);
            }
        });
        session.queryAmong(
                "t.name, t.current, t.versions, t.ids, t.predecessors, t.node, t.customer, t.since, t.until",
                "crm_record_was",
                "name",
                names,
                row -> {
                    if (held(row.getLong(8), row.getLong(9), position)) {
                        RecordKey key = Names.key(row.getString(1));
                        StoredRecord now = present.get(key);
                        List<Fact> history = now == null ? List.of() : now.history();
                        found.put(
                                key,
                                new StoredRecord(
                                        key,
                                        new Bytes(row.getBytes(4)).numbers(),
                                        Rows.fact(row.getString(2)),
                                        history.subList(0, Math.min(row.getInt(3), history.size())),
                                        Rows.predecessors(row.getBytes(5)),
                                        row.getLong(6),
                                        row.getLong(7)));
                    }
                });
        return found;
    }

    Map<Long, StoredCustomer> customers(long[] numbers, long position) {
        Map<Long, StoredCustomer> found = new HashMap<>();
        for (String table : List.of("crm_customer", "crm_customer_was")) {
            String until = table.equals("crm_customer") ? "t.since + 1" : "t.until";
            session.queryAmong("t.number, t.records, t.since, " + until, table, "number", numbers, row -> {
                if (held(row.getLong(3), until(row.getLong(4), table, position), position)) {
                    found.put(row.getLong(1), new StoredCustomer(row.getLong(1), new Bytes(row.getBytes(2)).keys()));
                }
            });
        }
        return found;
    }

    /** What holds still has no end. */
    private static long until(long stored, String table, long position) {
        return table.endsWith("_was") ? stored : Math.max(stored, position + 1);
    }

    Map<Long, RecordKey> carriers(long[] ids, long position) {
        Map<Long, RecordKey> found = new HashMap<>();
        for (String table : List.of("crm_carrier", "crm_carrier_was")) {
            String until = table.equals("crm_carrier") ? "t.since + 1" : "t.until";
            session.queryAmong("t.id, t.name, t.since, " + until, table, "id", ids, row -> {
                if (held(row.getLong(3), until(row.getLong(4), table, position), position)) {
                    found.put(row.getLong(1), Names.key(row.getString(2)));
                }
            });
        }
        return found;
    }

    Map<String, SourceState> sources(Collection<String> known, long position) {
        Map<String, SourceState> found = new TreeMap<>();
        for (String table : List.of("crm_source", "crm_source_was")) {
            String until = table.equals("crm_source") ? "since + 1" : "until";
            session.query("select " + Rows.SOURCE + ", since, " + until + " from " + table, none -> {}, row -> {
                if (held(row.getLong(7), until(row.getLong(8), table, position), position)
                        && known.contains(row.getString(1))) {
                    found.put(row.getString(1), Rows.source(row));
                }
            });
        }
        return found;
    }
}

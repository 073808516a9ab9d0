package io.crmviews.store.jdbc.internal;

import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.Restriction;
import io.crmviews.spi.store.RightsChanges;
import io.crmviews.spi.store.Tombstone;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Does what rights demand: takes rows out, and names of what was erased out of earlier states. Looks through all that is
 * kept of earlier records; erasing is rare.
 */
final class Erasure {

    private final Session session;

    Erasure(Session session) {
        this.session = session;
    }

    void apply(RightsChanges changes) {
        session.deleteAmong("crm_carrier", "id", Rows.sorted(changes.ids()));
        events(Names.of(changes.events()));
        if (!changes.records().isEmpty()) {
            records(Names.of(changes.records()), Set.copyOf(changes.records()));
        }
        session.batch(
                "insert into crm_erased (id) values (?) on conflict do nothing",
                changes.ids().stream().sorted().toList(),
                (row, id) -> row.setLong(1, id));
        tombstones(changes);
        restrictions(changes);
    }

    private void events(List<String> names) {
        Events.unfind(session, names);
        session.deleteAmong("crm_event", "name", names);
    }

    private void records(List<String> names, Set<RecordKey> erased) {
        for (String table : List.of(
                "crm_record", "crm_record_was", "crm_assertion", "crm_former", "crm_carrier_was", "crm_restriction")) {
            session.deleteAmong(table, "name", names);
        }
        formerAssertions(erased);
        heirs("crm_record", "since", erased);
        heirs("crm_record_was", "until", erased);
        formerCustomers(erased);
    }

    private record RecordWas(String name, long until, List<RecordKey> predecessors) {}

    /** Earlier states of assertions about erased records go. */
    private void formerAssertions(Set<RecordKey> erased) {
        List<RecordWas> said = new ArrayList<>();
        session.query(
                "select name, until, current from crm_record_was where customer = 0 and node = 0", none -> {}, row -> {
                    if (Rows.fact(row.getString(3)) instanceof MatchAssertion about
                            && (erased.contains(about.a()) || erased.contains(about.b()))) {
                        said.add(new RecordWas(row.getString(1), row.getLong(2), List.of()));
                    }
                });
        session.batch("delete from crm_record_was where name = ? and until = ?", said, (row, was) -> {
            row.setString(1, was.name());
            row.setLong(2, was.until());
        });
    }

    /** What inherited ids from erased records does not name them any more, now and in earlier states. */
    private void heirs(String table, String end, Set<RecordKey> erased) {
        List<RecordWas> heirs = new ArrayList<>();
        session.query(
                "select name, " + end + ", predecessors from " + table + " where predecessors is not null",
                none -> {},
                row -> {
                    List<RecordKey> all = Rows.predecessors(row.getBytes(3));
                    if (all.stream().anyMatch(erased::contains)) {
                        heirs.add(new RecordWas(row.getString(1), row.getLong(2), without(all, erased)));
                    }
                });
        String sql = "update " + table + " set predecessors = ? where name = ? and " + end + " = ?";
        session.batch(sql, heirs, (row, was) -> {
            row.setBytes(1, Rows.predecessors(was.predecessors()));
            row.setString(2, was.name());
            row.setLong(3, was.until());
        });
    }

    private record CustomerWas(long number, long until, List<RecordKey> records) {}

    private void formerCustomers(Set<RecordKey> erased) {
        List<CustomerWas> smaller = new ArrayList<>();
        session.query("select number, until, records from crm_customer_was", none -> {}, row -> {
            List<RecordKey> all = new Bytes(row.getBytes(3)).keys();
            if (all.stream().anyMatch(erased::contains)) {
                smaller.add(new CustomerWas(row.getLong(1), row.getLong(2), without(all, erased)));
            }
        });
        List<CustomerWas> gone =
                smaller.stream().filter(was -> was.records().isEmpty()).toList();
        List<CustomerWas> left =
                smaller.stream().filter(was -> !was.records().isEmpty()).toList();
        session.batch("delete from crm_customer_was where number = ? and until = ?", gone, (row, was) -> {
            row.setLong(1, was.number());
            row.setLong(2, was.until());
        });
        session.batch("update crm_customer_was set records = ? where number = ? and until = ?", left, (row, was) -> {
            row.setBytes(1, new Bytes().keys(was.records()).toArray());
            row.setLong(2, was.number());
            row.setLong(3, was.until());
        });
    }

    private static List<RecordKey> without(List<RecordKey> keys, Set<RecordKey> erased) {
        return keys.stream().filter(key -> !erased.contains(key)).toList();
    }

    private void tombstones(RightsChanges changes) {
        session.deleteAmong(
                "crm_tombstone", "hash", changes.lifted().stream().sorted().toList());
        session.batch("""
                insert into crm_tombstone (hash, kind, key_id, at) values (?, ?, ?, ?)
                on conflict (hash) do update set kind = excluded.kind, key_id = excluded.key_id, at = excluded.at""", changes.tombstones(), Erasure::bind);
    }

    private static void bind(PreparedStatement row, Tombstone tombstone) throws SQLException {
        row.setString(1, tombstone.hash());
        row.setString(2, tombstone.kind().name());
        row.setString(3, tombstone.keyId());
        row.setString(4, tombstone.at().toString());
    }

    private void restrictions(RightsChanges changes) {
        session.deleteAmong("crm_restriction", "name", Names.of(changes.unrestricted()));
        List<Restriction> put = changes.restrictions();
        session.batch("""
                insert into crm_restriction (name, ground, since) values (?, ?, ?)
                on conflict (name) do update set ground = excluded.ground, since = excluded.since""", put, (row, restriction) -> {
            row.setString(1, Names.of(restriction.record()));
            row.setString(2, restriction.ground());
            row.setString(3, restriction.since().toString());
        });
    }
}

package io.crmviews.store.jdbc.internal;

import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.RecordRemoval;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.FeedEntry;
import io.crmviews.spi.store.SourceState;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredEvent;
import io.crmviews.spi.store.StoredNode;
import io.crmviews.spi.store.StoredRecord;
import io.crmviews.spi.store.WriteSet;
import io.crmviews.spi.store.WriteSet.KeyPairs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a set within one transaction: a statement a table and kind of change, its rows sorted, so that two writers take
 * locks in one order.
 */
final class SqlWriter {

    private final Session session;
    /** The position of this commit. */
    private final long position;

    SqlWriter(Session session, long position) {
        this.session = session;
        this.position = position;
    }

    void write(WriteSet writes, State before) {
        records(writes.records());
        nodes(writes);
        pairs("delete from crm_posting where key = ? and node = ?", writes.removedKeys());
        pairs("insert into crm_posting (key, node) values (?, ?)", writes.addedKeys());
        muted(writes);
        customers(writes);
        reviews(writes);
        carriers(writes);
        events(writes.events());
        formerHolders(writes.formerHolders());
        settle(writes, before);
        if (!writes.rights().isEmpty()) {
            new Erasure(session).apply(writes.rights());
        }
    }

    /** Keeps the rows of a table that are about to be overwritten. */
    private void keep(String table, String column, String columns, long[] values) {
        if (values.length > 0) {
            session.update(
                    kept(table, column, columns), statement -> session.dialect().bind(statement, 1, values));
        }
    }

    private void keep(String table, String column, String columns, List<String> values) {
        if (!values.isEmpty()) {
            session.update(
                    kept(table, column, columns), statement -> session.dialect().bind(statement, 1, values));
        }
    }

    /** The position stands in the text, since the order of parameters differs between databases; it is a number. */
    private String kept(String table, String column, String columns) {
        return "insert into " + table + "_was (since, until, " + columns + ") select t.since, cast(" + position
                + " as bigint), t." + columns.replace(", ", ", t.")
                + session.dialect().among(table, column);
    }

    private void records(List<StoredRecord> records) {
        List<StoredRecord> sorted = sorted(records, Comparator.comparing(StoredRecord::key));
        keep(
                "crm_record",
                "name",
                "name, current, versions, ids, predecessors, node, customer",
                sorted.stream().map(record -> Names.of(record.key())).toList());
        session.batch("""
                insert into crm_record (name, current, history, versions, ids, predecessors, node, customer, since)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (name) do update set current = excluded.current, history = excluded.history,
                versions = excluded.versions, ids = excluded.ids, predecessors = excluded.predecessors,
                node = excluded.node, customer = excluded.customer, since = excluded.since""", sorted, (row, record) -> {
            row.setString(1, Names.of(record.key()));
            row.setString(2, Rows.json(record.current()));
            row.setString(3, Rows.history(record.history()));
            row.setInt(4, record.history().size());
            row.setBytes(5, new Bytes().numbers(record.ids()).toArray());
            row.setBytes(6, Rows.predecessors(record.predecessors()));
            row.setLong(7, record.node());
            row.setLong(8, record.customer());
            row.setLong(9, position);
        });
        assertions(records);
    }

    private void assertions(List<StoredRecord> records) {
        List<MatchAssertion> said = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        for (StoredRecord record : records) {
            if (record.current() instanceof MatchAssertion assertion) {
                said.add(assertion);
            } else if (record.current() instanceof RecordRemoval
                    && !record.history().isEmpty()) {
                removed.add(Names.of(record.key()));
            }
        }
        session.deleteAmong("crm_assertion", "name", removed.stream().sorted().toList());
        session.batch("""
                insert into crm_assertion (name, a, b) values (?, ?, ?)
                on conflict (name) do update set a = excluded.a, b = excluded.b""", sorted(said, Comparator.comparing(MatchAssertion::key)), (row, assertion) -> {
            row.setString(1, Names.of(assertion.key()));
            row.setString(2, Names.of(assertion.a()));
            row.setString(3, Names.of(assertion.b()));
        });
    }

    private void nodes(WriteSet writes) {
        session.deleteAmong("crm_node", "id", Rows.sorted(writes.removedNodes()));
        session.batch("""
                insert into crm_node (id, signature, body) values (?, ?, ?)
                on conflict (id) do update set signature = excluded.signature, body = excluded.body""", sorted(writes.nodes(), Comparator.comparingLong(StoredNode::id)), (row, node) -> {
            row.setLong(1, node.id());
            row.setBytes(2, Rows.signature(node.signature()));
            row.setBytes(3, Rows.body(node));
        });
    }

    private void pairs(String sql, KeyPairs pairs) {
        List<Integer> order = new ArrayList<>(pairs.size());
        for (int i = 0; i < pairs.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.<Integer>comparingLong(pairs::key).thenComparingLong(pairs::node));
        session.batch(sql, order, (row, index) -> {
            row.setLong(1, pairs.key(index));
            row.setLong(2, pairs.node(index));
        });
    }

    private void muted(WriteSet writes) {
        session.deleteAmong("crm_muted", "key", Rows.sorted(writes.unmutedKeys()));
        session.batch(
                "insert into crm_muted (key) values (?) on conflict (key) do nothing",
                sorted(writes.mutedKeys(), Comparator.naturalOrder()),
                (row, key) -> row.setLong(1, key));
    }

    private void customers(WriteSet writes) {
        List<StoredCustomer> put = sorted(writes.customers(), Comparator.comparingLong(StoredCustomer::number));
        List<Long> touched = new ArrayList<>(writes.removedCustomers());
        put.forEach(customer -> touched.add(customer.number()));
        keep("crm_customer", "number", "number, records", Rows.sorted(touched));
        session.deleteAmong("crm_customer", "number", Rows.sorted(writes.removedCustomers()));
        session.batch("""
                insert into crm_customer (number, records, since) values (?, ?, ?)
                on conflict (number) do update set records = excluded.records, since = excluded.since""", put, (row, customer) -> {
            row.setLong(1, customer.number());
            row.setBytes(2, new Bytes().keys(customer.records()).toArray());
            row.setLong(3, position);
        });
    }

    private void reviews(WriteSet writes) {
        session.batch(
                "delete from crm_review where a = ? and b = ? and weight = ?",
                sorted(writes.closedReviews(), Comparator.naturalOrder()),
                (row, review) -> {
                    row.setLong(1, review.a());
                    row.setLong(2, review.b());
                    row.setInt(3, review.weight());
                });
        session.batch("""
                insert into crm_review (a, b, weight, reason) values (?, ?, ?, ?)
                on conflict (a, b, weight) do update set reason = excluded.reason""", sorted(writes.reviews(), Comparator.naturalOrder()), (row, review) -> {
            row.setLong(1, review.a());
            row.setLong(2, review.b());
            row.setInt(3, review.weight());
            row.setString(4, review.reason().name());
        });
    }

    private void carriers(WriteSet writes) {
        keep("crm_carrier", "id", "id, name", Rows.sorted(writes.carriers().keySet()));
        session.batch(
                """
                insert into crm_carrier (id, name, since) values (?, ?, ?)
                on conflict (id) do update set name = excluded.name, since = excluded.since""", sorted(List.copyOf(writes.carriers().entrySet()), Map.Entry.comparingByKey()), (row, carrier) -> {
                    row.setLong(1, carrier.getKey());
                    row.setString(2, Names.of(carrier.getValue()));
                    row.setLong(3, position);
                });
    }

    /** An event that was known already keeps the commit that brought it, and loses what it was found by. */
    private void events(List<StoredEvent> events) {
        List<StoredEvent> sorted =
                sorted(events, Comparator.comparing(event -> event.fact().key()));
        Events.unfind(
                session,
                sorted.stream().map(event -> Names.of(event.fact().key())).toList());
        session.batch("""
                insert into crm_event (name, fact, subjects, since) values (?, ?, ?, ?)
                on conflict (name) do update set fact = excluded.fact, subjects = excluded.subjects""", sorted, (row, event) -> {
            row.setString(1, Names.of(event.fact().key()));
            row.setString(2, Rows.json(event.fact()));
            row.setBytes(3, new Bytes().numbers(event.subjects()).toArray());
            row.setLong(4, position);
        });
        session.batch("""
                insert into crm_event_subject (subject, consent, earlier_s, earlier_n, name, since)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing""", sorted(About.of(sorted), Comparator.comparingLong(About::subject)), (row, about) -> {
            Instant at = about.fact().revision().occurredAt();
            row.setLong(1, about.subject());
            row.setInt(2, about.fact() instanceof ConsentEvent ? 1 : 0);
            row.setLong(3, -at.getEpochSecond());
            row.setLong(4, -at.getNano());
            row.setString(5, Names.of(about.fact().key()));
            row.setLong(6, position);
        });
    }

    private record About(long subject, Fact fact) {

        static List<About> of(List<StoredEvent> events) {
            List<About> all = new ArrayList<>();
            for (StoredEvent event : events) {
                event.subjects().forEach(subject -> all.add(new About(subject, event.fact())));
            }
            return all;
        }
    }

    private record Former(long subject, String name) {}

    private void formerHolders(Map<Long, Set<RecordKey>> holders) {
        List<Former> former = new ArrayList<>();
        holders.forEach(
                (subject, records) -> records.forEach(record -> former.add(new Former(subject, Names.of(record)))));
        session.batch(
                "insert into crm_former (subject, name) values (?, ?) on conflict do nothing",
                sorted(former, Comparator.comparingLong(Former::subject).thenComparing(Former::name)),
                (row, one) -> {
                    row.setLong(1, one.subject());
                    row.setString(2, one.name());
                });
    }

    private void sources(List<SourceState> sources) {
        List<SourceState> sorted = sorted(sources, Comparator.comparing(SourceState::source));
        keep(
                "crm_source",
                "source",
                Rows.SOURCE,
                sorted.stream().map(SourceState::source).toList());
        session.batch("""
                insert into crm_source
                (source, facts, last_occurred, last_recorded, heard_until, failing_since, since)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (source) do update set facts = excluded.facts, last_occurred = excluded.last_occurred,
                last_recorded = excluded.last_recorded, heard_until = excluded.heard_until,
                failing_since = excluded.failing_since, since = excluded.since""", sorted, (row, source) -> {
            row.setString(1, source.source());
            row.setLong(2, source.facts());
            row.setString(3, source.lastOccurred().toString());
            row.setString(4, source.lastRecorded().toString());
            row.setString(5, source.heardUntil().toString());
            row.setString(6, source.failingSince().toString());
            row.setLong(7, position);
        });
    }

    /** The counters, the states of sources and the feed. */
    private void settle(WriteSet writes, State before) {
        feed(writes.feed());
        sources(writes.sources());
        Instant at = writes.committedAt().isBefore(before.committedAt()) ? before.committedAt() : writes.committedAt();
        session.update("insert into crm_commit (position, at_s, at_n, next_number) values (?, ?, ?, ?)", row -> {
            row.setLong(1, position);
            row.setLong(2, at.getEpochSecond());
            row.setLong(3, at.getNano());
            row.setLong(4, writes.nextNumber());
        });
        boolean muted = !writes.mutedKeys().isEmpty() || !writes.unmutedKeys().isEmpty();
        session.update("""
                update crm_state set position = ?, next_number = ?, checksum = ?,
                muted_version = muted_version + ?, last_erasure = ?""", row -> {
            row.setLong(1, position);
            row.setLong(2, writes.nextNumber());
            row.setString(3, writes.model());
            row.setInt(4, muted ? 1 : 0);
            row.setLong(5, writes.rights().erases() ? position : before.lastErasure());
        });
    }

    private void feed(List<FeedEntry> feed) {
        List<Integer> parts = new ArrayList<>();
        for (int i = 0; i < feed.size(); i++) {
            parts.add(i);
        }
        session.batch("insert into crm_feed (position, part, entry) values (?, ?, ?)", parts, (row, part) -> {
            row.setLong(1, position);
            row.setInt(2, part);
            row.setBytes(3, Rows.entry(feed.get(part)));
        });
    }

    private static <T> List<T> sorted(List<T> things, Comparator<? super T> order) {
        return things.stream().sorted(order).toList();
    }
}

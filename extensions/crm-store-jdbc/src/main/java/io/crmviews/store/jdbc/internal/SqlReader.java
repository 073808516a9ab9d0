package io.crmviews.store.jdbc.internal;

import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.review.ReviewReason;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.CrowdedKey;
import io.crmviews.spi.store.FeedEntry;
import io.crmviews.spi.store.Posting;
import io.crmviews.spi.store.Restriction;
import io.crmviews.spi.store.SourceState;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredEvent;
import io.crmviews.spi.store.StoredNode;
import io.crmviews.spi.store.StoredRecord;
import io.crmviews.spi.store.StoredReview;
import io.crmviews.spi.store.TimelinePoint;
import io.crmviews.spi.store.Tombstone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads within one transaction: one statement a question, however many things it asks for. */
final class SqlReader implements StoreReader {

    private static final long[] NOBODY = {};
    private static final String RECORD = "t.name, t.current, t.history, t.ids, t.predecessors, t.node, t.customer";

    private final Session session;
    private final Shared shared;
    private final State state;
    private final Events events;
    private final Past past;

    /** Pins the state: the first statement of a transaction takes its snapshot. */
    SqlReader(Session session, Shared shared) {
        this.session = session;
        this.shared = shared;
        state = State.read(session);
        events = new Events(session);
        past = new Past(session);
    }

    /** What the readers of one store share. */
    interface Shared {

        Attachments attachments();

        Muted muted();

        void muted(Muted read);
    }

    State state() {
        return state;
    }

    @Override
    public long position() {
        return state.position();
    }

    @Override
    public Instant committedAt() {
        return state.committedAt();
    }

    @Override
    public long positionAt(Instant instant) {
        return past.positionAt(instant, state.position());
    }

    @Override
    public Optional<StoreReader> at(long position) {
        if (position == state.position()) {
            return Optional.of(this);
        }
        return position < 0 || position > state.position()
                ? Optional.empty()
                : Optional.of(new PastReader(this, past, events, position));
    }

    @Override
    public long lastErasure() {
        return state.lastErasure();
    }

    @Override
    public Set<Long> erased(Collection<Long> ids) {
        Set<Long> found = new HashSet<>();
        session.queryAmong("t.id", "crm_erased", "id", Rows.sorted(ids), row -> found.add(row.getLong(1)));
        return found;
    }

    @Override
    public Map<String, Tombstone> tombstones(Collection<String> hashes) {
        Map<String, Tombstone> found = new HashMap<>();
        List<String> sorted = hashes.stream().distinct().sorted().toList();
        session.queryAmong("t.hash, t.kind, t.key_id, t.at", "crm_tombstone", "hash", sorted, row -> {
            Tombstone tombstone = Rows.tombstone(row);
            found.put(tombstone.hash(), tombstone);
        });
        return found;
    }

    @Override
    public List<Tombstone> ledger(String after, int most) {
        List<Tombstone> found = new ArrayList<>();
        page(
                "select hash, kind, key_id, at from crm_tombstone where hash > ? order by hash limit ?",
                after,
                most,
                row -> found.add(Rows.tombstone(row)));
        return found;
    }

    @Override
    public Map<RecordKey, Restriction> restrictions() {
        Map<RecordKey, Restriction> found = new TreeMap<>();
        session.query("select name, ground, since from crm_restriction", none -> {}, row -> {
            RecordKey key = Names.key(row.getString(1));
            found.put(key, new Restriction(key, row.getString(2), Instant.parse(row.getString(3))));
        });
        return found;
    }

    @Override
    public List<RecordKey> recordKeys(@Nullable RecordKey after, int most) {
        return keys("select name from crm_record where name > ? order by name limit ?", after, most);
    }

    @Override
    public List<RecordKey> eventKeys(@Nullable RecordKey after, int most) {
        return keys("select name from crm_event where name > ? order by name limit ?", after, most);
    }

    private List<RecordKey> keys(String sql, @Nullable RecordKey after, int most) {
        List<RecordKey> found = new ArrayList<>();
        page(sql, after == null ? "" : Names.of(after), most, row -> found.add(Names.key(row.getString(1))));
        return found;
    }

    private void page(String sql, String after, int most, Session.Row row) {
        session.query(
                sql,
                statement -> {
                    statement.setString(1, after);
                    statement.setInt(2, most);
                },
                row);
    }

    @Override
    public String model() {
        return state.model();
    }

    @Override
    public long nextNumber() {
        return state.nextNumber();
    }

    @Override
    public Map<RecordKey, StoredRecord> records(Collection<RecordKey> keys) {
        Map<RecordKey, StoredRecord> found = new HashMap<>(keys.size() * 2);
        session.queryAmong(RECORD, "crm_record", "name", Names.of(keys), row -> {
            StoredRecord record = record(row);
            found.put(record.key(), record);
        });
        return found;
    }

    private static StoredRecord record(ResultSet row) throws SQLException {
        return new StoredRecord(
                Names.key(row.getString(1)),
                new Bytes(row.getBytes(4)).numbers(),
                Rows.fact(row.getString(2)),
                Rows.history(row.getString(3)),
                Rows.predecessors(row.getBytes(5)),
                row.getLong(6),
                row.getLong(7));
    }

    @Override
    public List<StoredNode> nodes(long[] ids) {
        List<StoredNode> found = new ArrayList<>(ids.length);
        session.queryAmong(
                "t.id, t.signature, t.body",
                "crm_node",
                "id",
                Rows.sorted(ids),
                row -> found.add(Rows.node(row.getLong(1), row.getBytes(2), row.getBytes(3), shared.attachments())));
        return found;
    }

    @Override
    public long[] signatures(long[] ids) {
        Map<Long, long[]> found = new HashMap<>(ids.length * 2);
        session.queryAmong(
                "t.id, t.signature",
                "crm_node",
                "id",
                Rows.sorted(ids),
                row -> found.put(row.getLong(1), Rows.signature(row.getBytes(2))));
        int width = found.values().stream().mapToInt(one -> one.length).max().orElse(0);
        long[] signatures = new long[ids.length * width];
        for (int i = 0; i < ids.length; i++) {
            long[] one = found.get(ids[i]);
            if (one != null) {
                System.arraycopy(one, 0, signatures, i * width, width);
            }
        }
        return signatures;
    }

    @Override
    public List<Posting> postings(long[] keys, int most) {
        Map<Long, Holders> found = new HashMap<>(keys.length * 2);
        session.queryAmong(
                "t.key, t.node",
                "crm_posting",
                "key",
                Rows.sorted(keys),
                row -> found.computeIfAbsent(row.getLong(1), key -> new Holders())
                        .add(row.getLong(2), most));
        List<Posting> postings = new ArrayList<>(keys.length);
        for (long key : keys) {
            Holders holders = found.get(key);
            postings.add(holders == null ? new Posting(0, NOBODY) : holders.posting(most));
        }
        return postings;
    }

    /** The holders of a key, no more than are asked for. */
    private static final class Holders {

        private long[] nodes = new long[4];
        private int count;

        void add(long node, int most) {
            if (count < most) {
                if (count == nodes.length) {
                    nodes = Arrays.copyOf(nodes, 2 * count);
                }
                nodes[count] = node;
            }
            count++;
        }

        Posting posting(int most) {
            return new Posting(count, count > most ? NOBODY : Arrays.copyOf(nodes, count));
        }
    }

    @Override
    public long[] mutedKeys() {
        Muted known = shared.muted();
        if (known.version() != state.mutedVersion()) {
            List<Long> keys = new ArrayList<>();
            session.query("select key from crm_muted order by key", none -> {}, row -> keys.add(row.getLong(1)));
            known = new Muted(
                    state.mutedVersion(),
                    keys.stream().mapToLong(Long::longValue).toArray());
            shared.muted(known);
        }
        return known.keys();
    }

    @Override
    public List<CrowdedKey> crowdedKeys(int above, int most) {
        List<CrowdedKey> found = new ArrayList<>();
        session.query(
                "select key, count(*) from crm_posting group by key having count(*) > ? order by 2 desc, 1 limit ?",
                statement -> {
                    statement.setInt(1, above);
                    statement.setInt(2, most);
                },
                row -> found.add(new CrowdedKey(row.getLong(1), row.getInt(2))));
        return found;
    }

    @Override
    public Map<Long, StoredCustomer> customers(Collection<Long> numbers) {
        Map<Long, StoredCustomer> found = new HashMap<>(numbers.size() * 2);
        session.queryAmong("t.number, t.records", "crm_customer", "number", Rows.sorted(numbers), row -> {
            long number = row.getLong(1);
            found.put(number, new StoredCustomer(number, new Bytes(row.getBytes(2)).keys()));
        });
        return found;
    }

    @Override
    public Map<Long, RecordKey> carriers(Collection<Long> ids) {
        Map<Long, RecordKey> found = new HashMap<>(ids.size() * 2);
        session.queryAmong(
                "t.id, t.name",
                "crm_carrier",
                "id",
                Rows.sorted(ids),
                row -> found.put(row.getLong(1), Names.key(row.getString(2))));
        return found;
    }

    @Override
    public Map<RecordKey, StoredEvent> events(Collection<RecordKey> keys) {
        return events.byName(Names.of(keys), state.position());
    }

    @Override
    public List<StoredEvent> eventsAbout(long[] subjects) {
        return events.about(subjects, false, state.position());
    }

    @Override
    public List<StoredEvent> consentsAbout(long[] subjects) {
        return events.about(subjects, true, state.position());
    }

    @Override
    public List<StoredEvent> interactionsAbout(long[] subjects, @Nullable TimelinePoint after, int most) {
        return events.interactionsAbout(subjects, after, most, state.position());
    }

    @Override
    public Map<Long, List<RecordKey>> formerHolders(long[] subjects) {
        Map<Long, List<RecordKey>> found = new HashMap<>();
        session.queryAmong(
                "t.subject, t.name",
                "crm_former",
                "subject",
                Rows.sorted(subjects),
                row -> found.computeIfAbsent(row.getLong(1), subject -> new ArrayList<>())
                        .add(Names.key(row.getString(2))));
        found.values().forEach(Collections::sort);
        return found;
    }

    @Override
    public List<FeedEntry> feed(long after, int most) {
        List<FeedEntry> entries = new ArrayList<>();
        session.query(
                """
                select position, entry from crm_feed
                where position in (select distinct position from crm_feed where position > ? order by position limit ?)
                order by position, part""",
                statement -> {
                    statement.setLong(1, after);
                    statement.setInt(2, most);
                },
                row -> entries.add(Rows.entry(row.getLong(1), row.getBytes(2))));
        return entries;
    }

    @Override
    public Map<String, SourceState> sources() {
        Map<String, SourceState> found = new TreeMap<>();
        session.query("select " + Rows.SOURCE + " from crm_source", none -> {}, row -> {
            SourceState source = Rows.source(row);
            found.put(source.source(), source);
        });
        return found;
    }

    @Override
    public long customerCount() {
        long[] count = {0};
        session.query("select count(*) from crm_customer", none -> {}, row -> count[0] = row.getLong(1));
        return count[0];
    }

    @Override
    public List<Long> customerNumbers(long after, int most) {
        List<Long> numbers = new ArrayList<>();
        session.query(
                "select number from crm_customer where number > ? order by number limit ?",
                statement -> {
                    statement.setLong(1, after);
                    statement.setInt(2, most);
                },
                row -> numbers.add(row.getLong(1)));
        return numbers;
    }

    @Override
    public List<MatchAssertion> assertionsAbout(Collection<RecordKey> records) {
        List<String> about = Names.of(records);
        Set<String> names = new HashSet<>();
        session.queryAmong("t.name", "crm_assertion", "a", about, row -> names.add(row.getString(1)));
        session.queryAmong("t.name", "crm_assertion", "b", about, row -> names.add(row.getString(1)));
        List<MatchAssertion> found = new ArrayList<>();
        session.queryAmong(
                "t.current",
                "crm_record",
                "name",
                names.stream().sorted().toList(),
                row -> found.add((MatchAssertion) Rows.fact(row.getString(1))));
        return found;
    }

    @Override
    public List<MatchAssertion> assertions(@Nullable RecordKey after, int most) {
        List<MatchAssertion> found = new ArrayList<>();
        page(
                """
                select r.current from crm_assertion a join crm_record r on r.name = a.name
                where a.name > ? order by a.name limit ?""",
                after == null ? "" : Names.of(after),
                most,
                row -> found.add((MatchAssertion) Rows.fact(row.getString(1))));
        return found;
    }

    @Override
    public List<StoredReview> reviewsOf(long[] nodes) {
        Set<StoredReview> found = new LinkedHashSet<>();
        long[] sorted = Rows.sorted(nodes);
        session.queryAmong("t.a, t.b, t.weight, t.reason", "crm_review", "a", sorted, row -> found.add(review(row)));
        session.queryAmong("t.a, t.b, t.weight, t.reason", "crm_review", "b", sorted, row -> found.add(review(row)));
        return new ArrayList<>(found);
    }

    private static StoredReview review(ResultSet row) throws SQLException {
        return new StoredReview(row.getLong(1), row.getLong(2), row.getInt(3), ReviewReason.valueOf(row.getString(4)));
    }

    @Override
    public List<StoredReview> reviews(@Nullable StoredReview after, int most) {
        List<StoredReview> found = new ArrayList<>();
        String where = after == null ? "" : "where weight <= ? and (weight < ? or (a, b) > (?, ?)) ";
        session.query(
                "select a, b, weight, reason from crm_review " + where + "order by weight desc, a, b limit ?",
                statement -> {
                    int index = 1;
                    if (after != null) {
                        statement.setInt(index++, after.weight());
                        statement.setInt(index++, after.weight());
                        statement.setLong(index++, after.a());
                        statement.setLong(index++, after.b());
                    }
                    statement.setInt(index, most);
                },
                row -> found.add(review(row)));
        return found;
    }
}

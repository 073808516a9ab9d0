package io.crmviews.store.jdbc.internal;

import io.crmviews.model.fact.Fact;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoredEvent;
import io.crmviews.spi.store.TimelinePoint;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads interactions and consent events, as far as commits up to a position brought them. */
final class Events {

    private static final int ROUND = 4;
    private static final String RUN = """
            select name, earlier_s, earlier_n from (select name, earlier_s, earlier_n from crm_event_subject
            where subject = ? and consent = 0 and since <= ? and (earlier_s, earlier_n, name) > (?, ?, ?)
            order by earlier_s, earlier_n, name limit ?) r""";

    private final Session session;

    Events(Session session) {
        this.session = session;
    }

    private record About(long subject, String name) {}

    /** Takes those of the events that are there out of what they are found by. */
    static void unfind(Session session, List<String> names) {
        List<About> about = new ArrayList<>();
        session.queryAmong("t.name, t.subjects", "crm_event", "name", names, row -> {
            for (long subject : new Bytes(row.getBytes(2)).numbers()) {
                about.add(new About(subject, row.getString(1)));
            }
        });
        session.batch("delete from crm_event_subject where subject = ? and name = ?", about, (row, one) -> {
            row.setLong(1, one.subject());
            row.setString(2, one.name());
        });
    }

    Map<RecordKey, StoredEvent> byName(Collection<String> names, long position) {
        Map<RecordKey, StoredEvent> found = new HashMap<>(names.size() * 2);
        session.queryAmong("t.fact, t.subjects, t.since", "crm_event", "name", names, row -> {
            if (row.getLong(3) <= position) {
                Fact fact = Rows.fact(row.getString(1));
                found.put(fact.key(), new StoredEvent(fact, new Bytes(row.getBytes(2)).numbers()));
            }
        });
        return found;
    }

    List<StoredEvent> about(long[] subjects, boolean consentsOnly, long position) {
        Set<String> names = new LinkedHashSet<>();
        session.queryAmong("t.name, t.consent", "crm_event_subject", "subject", Rows.sorted(subjects), row -> {
            if (!consentsOnly || row.getInt(2) == 1) {
                names.add(row.getString(1));
            }
        });
        return new ArrayList<>(
                byName(names.stream().sorted().toList(), position).values());
    }

    /** From each subject's run no more than are asked for, in one statement; then the first of all of them. */
    List<StoredEvent> interactionsAbout(long[] subjects, @Nullable TimelinePoint after, int most, long position) {
        long[] sorted = Rows.sorted(subjects);
        if (sorted.length == 0 || most < 1) {
            return List.of();
        }
        // Rounded up, so that few different statements are prepared; a subject that comes twice does no harm.
        int runs = (sorted.length + ROUND - 1) / ROUND * ROUND;
        String sql = "select distinct name, earlier_s, earlier_n from ("
                + String.join(" union all ", Collections.nCopies(runs, RUN))
                + ") u order by earlier_s, earlier_n, name limit ?";
        Set<String> names = new LinkedHashSet<>();
        session.query(
                sql,
                statement -> {
                    int index = 1;
                    for (int i = 0; i < runs; i++) {
                        long subject = sorted[Math.min(i, sorted.length - 1)];
                        index = bind(statement, index, subject, position, after, most);
                    }
                    statement.setInt(index, most);
                },
                row -> names.add(row.getString(1)));
        return inOrder(names, position);
    }

    private static int bind(
            PreparedStatement statement,
            int first,
            long subject,
            long position,
            @Nullable TimelinePoint after,
            int most)
            throws SQLException {
        int index = first;
        statement.setLong(index++, subject);
        statement.setLong(index++, position);
        if (after == null) {
            statement.setLong(index++, Long.MIN_VALUE);
            statement.setLong(index++, Long.MIN_VALUE);
            statement.setString(index++, "");
        } else {
            Instant at = after.occurredAt();
            statement.setLong(index++, -at.getEpochSecond());
            statement.setLong(index++, -at.getNano());
            statement.setString(index++, Names.of(after.key()));
        }
        statement.setInt(index++, most);
        return index;
    }

    private List<StoredEvent> inOrder(Set<String> names, long position) {
        Map<RecordKey, StoredEvent> found = byName(names.stream().sorted().toList(), position);
        Map<RecordKey, StoredEvent> ordered = new LinkedHashMap<>();
        for (String name : names) {
            StoredEvent event = found.get(Names.key(name));
            if (event != null) {
                ordered.put(event.fact().key(), event);
            }
        }
        return new ArrayList<>(ordered.values());
    }
}

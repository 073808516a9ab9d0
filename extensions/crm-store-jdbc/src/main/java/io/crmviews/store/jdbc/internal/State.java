package io.crmviews.store.jdbc.internal;

import io.crmviews.spi.store.StoreException;
import io.crmviews.spi.store.StoreException.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The row of counters, and the time of the last commit.
 *
 * @param position the commit position
 * @param nextNumber the number that the next record gets
 * @param model the checksum of the model
 * @param mutedVersion grows with each change of the muted keys
 * @param lastErasure the last commit that erased anything
 * @param committedAt when the last commit was made
 */
record State(long position, long nextNumber, String model, long mutedVersion, long lastErasure, Instant committedAt) {

    static State read(Session session) {
        List<State> found = new ArrayList<>(1);
        session.query(
                """
                select s.position, s.next_number, s.checksum, s.muted_version, s.last_erasure, c.at_s, c.at_n
                from crm_state s left join crm_commit c on c.position = s.position""",
                none -> {},
                row -> found.add(new State(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(1) == 0 ? Instant.MIN : Instant.ofEpochSecond(row.getLong(6), row.getLong(7)))));
        if (found.size() != 1) {
            throw new StoreException(Kind.CORRUPT, "the row of counters is missing");
        }
        return found.get(0);
    }
}

package io.crmviews.merge.ingest;

import io.crmviews.model.change.Change;
import io.crmviews.model.source.RecordKey;
import java.util.List;

/**
 * What became of the facts of one call.
 *
 * @param position the commit position after it; unchanged if nothing was new
 * @param accepted facts that are new versions or new events
 * @param redelivered facts that were known already and changed nothing
 * @param older versions that are only history, since a newer one is known
 * @param rejects facts that could not be taken
 * @param changes what changed of customers, in order
 * @param work how much work it was
 */
public record IngestReport(
        long position,
        int accepted,
        int redelivered,
        int older,
        List<Rejected> rejects,
        List<Change> changes,
        WorkCounters work) {

    /**
     * A fact that could not be taken.
     *
     * @param key its name
     * @param reason why, in a sentence without values
     */
    public record Rejected(RecordKey key, String reason) {}

    /**
     * The same report, at the position of its commit.
     *
     * @param committed the position
     * @return the report
     */
    IngestReport at(long committed) {
        return new IngestReport(committed, accepted, redelivered, older, rejects, changes, work);
    }

    /** Copies the lists. */
    public IngestReport {
        rejects = List.copyOf(rejects);
        changes = List.copyOf(changes);
    }
}

package io.crmviews.merge.ingest;

import io.crmviews.merge.normalise.Shortfall;
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
 * @param unused what matching does not use of the records whose versions hold now; the records are kept as they were said
 * @param generic how many values became generic
 * @param changes what changed of customers, in order
 * @param work how much work it was
 */
public record IngestReport(
        long position,
        int accepted,
        int redelivered,
        int older,
        List<Rejected> rejects,
        List<Unused> unused,
        Generic generic,
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
     * A record of which matching does not use everything.
     *
     * @param key its name
     * @param shortfall the field and the cause
     */
    public record Unused(RecordKey key, Shortfall shortfall) {}

    /**
     * How many keys crossed a cap upwards; {@link io.crmviews.merge.CustomerViews#hubs} shows them.
     *
     * @param keys keys that propose no pairs any more, since too many nodes hold them
     * @param values keys of identifiers whose value proves nothing any more
     */
    public record Generic(int keys, int values) {

        /** Nothing became generic. */
        public static final Generic NONE = new Generic(0, 0);
    }

    /**
     * The same report, at the position of its commit.
     *
     * @param committed the position
     * @return the report
     */
    IngestReport at(long committed) {
        return new IngestReport(committed, accepted, redelivered, older, rejects, unused, generic, changes, work);
    }

    /** Copies the lists. */
    public IngestReport {
        rejects = List.copyOf(rejects);
        unused = List.copyOf(unused);
        changes = List.copyOf(changes);
    }
}

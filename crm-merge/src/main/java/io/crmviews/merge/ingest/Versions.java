package io.crmviews.merge.ingest;

import io.crmviews.model.fact.Fact;
import io.crmviews.model.source.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Which version of a record holds. Pure. */
final class Versions {

    /** What a version that arrives is. */
    enum Arrival {
        /** The version that holds from now on. */
        CURRENT,
        /** Older than the one that holds: history. */
        OLDER,
        /** Known already. */
        REDELIVERED
    }

    private Versions() {}

    static Arrival of(Fact arriving, Fact current, List<Fact> history) {
        if (says(arriving, current)) {
            return Arrival.REDELIVERED;
        }
        // A sequence names a version: the same under the same sequence is no third version, whatever came between.
        boolean numbered = arriving.revision().sequence() != Revision.NO_SEQUENCE;
        if (numbered && isKnown(arriving, history)) {
            return Arrival.REDELIVERED;
        }
        if (arriving.revision().supersedes(current.revision())) {
            return Arrival.CURRENT;
        }
        return isKnown(arriving, history) ? Arrival.REDELIVERED : Arrival.OLDER;
    }

    private static boolean isKnown(Fact arriving, List<Fact> history) {
        return history.stream().anyMatch(version -> says(arriving, version));
    }

    static List<Fact> with(List<Fact> history, Fact version) {
        List<Fact> longer = new ArrayList<>(history.size() + 1);
        longer.addAll(history);
        longer.add(version);
        return longer;
    }

    /** Whether two versions are equal but for when we learnt them. */
    static boolean says(Fact one, Fact other) {
        return plain(one).equals(plain(other));
    }

    private static Fact plain(Fact fact) {
        Revision revision = fact.revision();
        return revision.recordedAt().equals(Instant.MIN)
                ? fact
                : fact.withRevision(new Revision(revision.sequence(), revision.occurredAt(), Instant.MIN));
    }
}

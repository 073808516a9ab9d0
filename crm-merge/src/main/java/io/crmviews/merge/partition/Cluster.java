package io.crmviews.merge.partition;

import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.party.PartyKind;
import io.crmviews.model.source.RecordKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A growing cluster. The smaller one is poured into the larger one, so each record moves O(log n) times. */
final class Cluster {

    /** How many of its fullest vertices speak for a cluster. */
    static final int SPEAKERS = 4;

    /** Fullest first; equal ones by features, which no arrival order changes. */
    static final Comparator<Prepared> FULLEST = Comparator.comparingInt((Prepared p) -> -filled(p.features()))
            .thenComparingLong(p -> p.features().hash())
            .thenComparingLong(p -> p.features().hash2());

    final List<RecordKey> records = new ArrayList<>(2);
    final List<Prepared> speakers = new ArrayList<>(SPEAKERS);
    final Set<String> exclusiveSources = new HashSet<>(2);
    PartyKind kind;

    Cluster(Prepared prepared, List<RecordKey> members, Set<String> duplicateFree) {
        records.addAll(members);
        speakers.add(prepared);
        kind = prepared.features().kind();
        for (RecordKey member : members) {
            if (duplicateFree.contains(member.source())) {
                exclusiveSources.add(member.source());
            }
        }
    }

    int size() {
        return records.size();
    }

    void pour(Cluster other) {
        records.addAll(other.records);
        exclusiveSources.addAll(other.exclusiveSources);
        kind = kind == PartyKind.UNKNOWN ? other.kind : kind;
        for (Prepared speaker : other.speakers) {
            if (!speakers.contains(speaker)) {
                speakers.add(speaker);
            }
        }
        speakers.sort(FULLEST);
        while (speakers.size() > SPEAKERS) {
            speakers.remove(speakers.size() - 1);
        }
    }

    private static int filled(Features f) {
        return f.words().size()
                + f.organization().size()
                + f.births().size()
                + f.emails().size()
                + f.phones().size()
                + f.ids().size()
                + f.addresses().size()
                + f.traits().size();
    }
}

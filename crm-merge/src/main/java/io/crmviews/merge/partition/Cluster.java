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
import org.jspecify.annotations.Nullable;

/**
 * A growing cluster. The smaller one is poured into the larger one, so each record moves O(log n) times; which cluster
 * it went into is found as in a disjoint-set forest (Tarjan 1975).
 */
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
    /** The clusters, as they started, of which somebody said that they are different. */
    private List<Cluster> different = List.of();

    PartyKind kind;
    private @Nullable Cluster pouredInto;

    /** What exclusive identifiers and limits count of it; null for most clusters. */
    @Nullable
    Holdings holdings;

    Cluster(Prepared prepared, List<RecordKey> members, Set<String> duplicateFree, @Nullable Holdings holdings) {
        this.holdings = holdings;
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

    /** The cluster that holds its records now. */
    Cluster root() {
        Cluster root = this;
        while (root.pouredInto != null) {
            root = root.pouredInto;
        }
        Cluster step = this;
        while (step.pouredInto != null && step.pouredInto != root) {
            Cluster next = step.pouredInto;
            step.pouredInto = root;
            step = next;
        }
        return root;
    }

    void isDifferentFrom(Cluster other) {
        if (different.isEmpty()) {
            different = new ArrayList<>(2);
        }
        different.add(other);
    }

    /** Whether somebody said so of a record here and one there; both are roots. */
    boolean isAssertedDifferentFrom(Cluster other) {
        return different.size() <= other.different.size() ? leadsTo(other) : other.leadsTo(this);
    }

    private boolean leadsTo(Cluster root) {
        for (Cluster start : different) {
            if (start.root() == root) {
                return true;
            }
        }
        return false;
    }

    /** Takes in another root. */
    void pour(Cluster other) {
        records.addAll(other.records);
        exclusiveSources.addAll(other.exclusiveSources);
        kind = kind == PartyKind.UNKNOWN ? other.kind : kind;
        holdings = Holdings.union(holdings, other.holdings);
        other.different.forEach(this::isDifferentFrom);
        other.pouredInto = this;
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

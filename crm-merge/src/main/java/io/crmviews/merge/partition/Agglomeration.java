package io.crmviews.merge.partition;

import io.crmviews.model.review.ReviewReason;
import io.crmviews.model.source.RecordKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Clusters in the course of one partition. */
final class Agglomeration {

    private final UnionRules rules;
    private final List<Union> unions;
    private final List<Rejected> rejected = new ArrayList<>();

    /** Begins after the given unions. */
    Agglomeration(UnionRules rules, List<Union> unions) {
        this.rules = rules;
        this.unions = unions;
    }

    /** A refused proposal; whether it stayed apart shows at the end. */
    private record Rejected(Proposal proposal, ReviewReason reason) {}

    void assertSame(List<Proposal> asserted) {
        for (Proposal proposal : asserted) {
            Cluster a = proposal.left().root();
            Cluster b = proposal.right().root();
            if (a != b) {
                settle(proposal, a, b, rules.refuseAsserted(a, b));
            }
        }
    }

    /** Decides edges of one weight, in their order. */
    void decide(List<Proposal> level) {
        Set<Proposal> competing = level.size() == 1 ? Set.of() : competing(level);
        for (Proposal proposal : level) {
            Cluster a = proposal.left().root();
            Cluster b = proposal.right().root();
            if (a != b) {
                settle(proposal, a, b, refuse(proposal, a, b, competing));
            }
        }
    }

    private @Nullable ReviewReason refuse(Proposal proposal, Cluster a, Cluster b, Set<Proposal> competing) {
        if (competing.contains(proposal)) {
            return ReviewReason.COMPETING_EDGES;
        }
        ReviewReason hard = rules.refuse(a, b);
        return hard != null ? hard : rules.refuseWeak(proposal, a, b);
    }

    private void settle(Proposal proposal, Cluster a, Cluster b, @Nullable ReviewReason reason) {
        if (reason != null) {
            rejected.add(new Rejected(proposal, reason));
            return;
        }
        unions.add(new Union(first(proposal.left()), first(proposal.right()), proposal.weight(), a.size(), b.size()));
        Cluster larger = a.size() >= b.size() ? a : b;
        larger.pour(larger == a ? b : a);
    }

    private static RecordKey first(Cluster start) {
        return start.records.get(0);
    }

    /**
     * Edges of one weight of which each could unite its ends, but that together cannot all hold at one cluster: nothing
     * but chance would choose among them.
     */
    private Set<Proposal> competing(List<Proposal> level) {
        IdentityHashMap<Cluster, List<Proposal>> at = new IdentityHashMap<>();
        for (Proposal proposal : level) {
            Cluster a = proposal.left().root();
            Cluster b = proposal.right().root();
            if (a != b && rules.refuse(a, b) == null) {
                at.computeIfAbsent(a, any -> new ArrayList<>(2)).add(proposal);
                at.computeIfAbsent(b, any -> new ArrayList<>(2)).add(proposal);
            }
        }
        Set<Proposal> competing = new HashSet<>();
        at.forEach((cluster, proposals) -> compete(cluster, proposals, competing));
        return competing;
    }

    private void compete(Cluster cluster, List<Proposal> proposals, Set<Proposal> competing) {
        for (int i = 0; i < proposals.size(); i++) {
            for (int j = 0; j < i; j++) {
                Cluster one = other(proposals.get(i), cluster);
                Cluster two = other(proposals.get(j), cluster);
                if (one != two
                        && rules.exclude(cluster, one, two)
                        && isEnough(proposals.get(i), cluster, one)
                        && isEnough(proposals.get(j), cluster, two)) {
                    competing.add(proposals.get(i));
                    competing.add(proposals.get(j));
                }
            }
        }
    }

    private boolean isEnough(Proposal proposal, Cluster a, Cluster b) {
        return rules.refuseWeak(proposal, a, b) == null;
    }

    private static Cluster other(Proposal proposal, Cluster cluster) {
        Cluster left = proposal.left().root();
        return left == cluster ? proposal.right().root() : left;
    }

    Partition result(Iterable<Cluster> starts) {
        List<Refusal> refusals = new ArrayList<>();
        for (Rejected one : rejected) {
            Proposal proposal = one.proposal();
            if (proposal.left().root() != proposal.right().root()) {
                refusals.add(
                        new Refusal(first(proposal.left()), first(proposal.right()), proposal.weight(), one.reason()));
            }
        }
        List<List<RecordKey>> found = new ArrayList<>();
        for (Cluster start : starts) {
            if (start.root() == start) {
                found.add(start.records.stream().sorted().toList());
            }
        }
        found.sort(Comparator.comparing((List<RecordKey> records) -> records.get(0)));
        return new Partition(found, refusals, unions);
    }
}

package io.crmviews.merge.partition;

import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.merge.weigh.Parameters;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.review.ReviewReason;
import org.jspecify.annotations.Nullable;

/** The constraints: whether two clusters may unite. */
final class UnionRules {

    private final PairScorer scorer;
    private final HoldingsReader reader;
    private final int match;
    private final int strong;
    private final int bridge;
    private final int weakBridge;
    private final int crossLeast;
    private final int crossMost;

    UnionRules(PairScorer scorer) {
        this.scorer = scorer;
        reader = new HoldingsReader(scorer);
        Parameters p = scorer.model().parameters();
        match = p.get(Parameter.MATCH);
        strong = p.get(Parameter.STRONG);
        bridge = p.get(Parameter.BRIDGE);
        weakBridge = p.get(Parameter.WEAK_BRIDGE);
        crossLeast = p.get(Parameter.CROSS_LEAST);
        crossMost = p.get(Parameter.CROSS_MOST);
    }

    /** What exclusive identifiers and limits count of a record; null if nothing does. */
    @Nullable
    Holdings holdings(Prepared prepared) {
        return reader.of(prepared);
    }

    /** What no assertion outranks. */
    @Nullable
    ReviewReason refuseAsserted(Cluster a, Cluster b) {
        if (PairScorer.excludes(a.kind, b.kind)) {
            return ReviewReason.KIND;
        }
        return a.isAssertedDifferentFrom(b) ? ReviewReason.ASSERTED_DIFFERENT : null;
    }

    /** What refuses a union whatever the edge weighs. */
    @Nullable
    ReviewReason refuse(Cluster a, Cluster b) {
        ReviewReason reason = refuseRecords(a, b);
        return reason != null ? reason : refuse(a.holdings, b.holdings);
    }

    private @Nullable ReviewReason refuse(@Nullable Holdings a, @Nullable Holdings b) {
        if (a == null || b == null) {
            return null;
        }
        if (a.contradicts(b)) {
            return ReviewReason.EXCLUSIVE_IDENTIFIER;
        }
        return a.overflows(b) ? ReviewReason.TOO_MANY_VALUES : null;
    }

    private @Nullable ReviewReason refuseRecords(Cluster a, Cluster b) {
        ReviewReason asserted = refuseAsserted(a, b);
        if (asserted != null) {
            return asserted;
        }
        for (String source : a.exclusiveSources) {
            if (b.exclusiveSources.contains(source)) {
                return ReviewReason.DUPLICATE_FREE_SOURCE;
            }
        }
        return null;
    }

    /** Whether, if {@code a} took in one of the other two, the last could not join any more. */
    boolean exclude(Cluster a, Cluster b, Cluster c) {
        return refuseRecords(b, c) != null
                || refuse(Holdings.union(a.holdings, b.holdings), c.holdings) != null
                || refuse(Holdings.union(a.holdings, c.holdings), b.holdings) != null;
    }

    /** Why an edge that no constraint of the clusters refuses is not enough, or null if it is. */
    @Nullable
    ReviewReason refuseWeak(Proposal edge, Cluster a, Cluster b) {
        if (edge.weight() >= strong || isSupported(edge, a, b)) {
            return null;
        }
        return edge.weight() >= match ? ReviewReason.WEAK_BRIDGE : ReviewReason.POSSIBLE;
    }

    private boolean isSupported(Proposal edge, Cluster a, Cluster b) {
        int sum = 0;
        int pairs = 0;
        for (Prepared x : a.speakers) {
            for (Prepared y : b.speakers) {
                if (!edge.isOf(x, y)) {
                    sum += Math.max(crossLeast, Math.min(crossMost, scorer.weight(x, y, crossLeast)));
                    pairs++;
                }
            }
        }
        boolean weak = edge.weight() < match;
        return pairs == 0 ? !weak : sum >= (long) pairs * (weak ? weakBridge : bridge);
    }
}

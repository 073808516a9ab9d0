package io.crmviews.merge.partition;

import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Parameter;
import java.util.Set;

/** Partitioners that are broken on purpose. */
public final class BrokenPartitioners {

    private BrokenPartitioners() {}

    /** One that overlooks that three may exclude each other of whom any two do not. */
    public static Partitioner comparingPairsOnly(PairScorer scorer, Set<String> duplicateFree) {
        UnionRules pairs = new UnionRules(scorer) {
            @Override
            boolean exclude(Cluster a, Cluster b, Cluster c) {
                return refuse(b, c) != null;
            }
        };
        return new Partitioner(pairs, duplicateFree, scorer.model().parameters().get(Parameter.MATCH));
    }
}

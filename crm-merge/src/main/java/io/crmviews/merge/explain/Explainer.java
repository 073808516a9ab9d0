package io.crmviews.merge.explain;

import io.crmviews.merge.key.KeyType;
import io.crmviews.merge.weigh.Evidence;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.source.RecordKey;
import java.util.List;

/** Explains pairs by the same scorer that decides them. Pure; one explainer a thread. */
public final class Explainer {

    private final PairScorer scorer;

    /**
     * An explainer.
     *
     * @param scorer the scorer of the same thread
     */
    public Explainer(PairScorer scorer) {
        this.scorer = scorer;
    }

    /**
     * One side of a pair.
     *
     * @param key the record's name
     * @param prepared its features, prepared for scoring
     */
    public record Side(RecordKey key, Prepared prepared) {}

    /**
     * Explains a pair.
     *
     * @param one one side
     * @param other the other
     * @param together whether they are one customer now
     * @param sharedKeys the types of live keys they share
     * @return the explanation
     */
    public PairExplanation explain(Side one, Side other, boolean together, List<KeyType> sharedKeys) {
        List<Evidence> evidence = scorer.evidence(one.prepared(), other.prepared());
        return new PairExplanation(
                one.key(),
                other.key(),
                together,
                scorer.weight(one.prepared(), other.prepared()),
                scorer.model().parameters().get(Parameter.MATCH),
                evidence,
                sharedKeys);
    }
}

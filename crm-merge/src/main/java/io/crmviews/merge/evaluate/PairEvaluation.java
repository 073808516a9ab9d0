package io.crmviews.merge.evaluate;

import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.RecordKey;
import java.util.Map;

/**
 * Decisions on labelled pairs of records, counted.
 *
 * @param foundMatches pairs labelled a match and put together
 * @param missedMatches pairs labelled a match and kept apart
 * @param falseMatches pairs labelled no match and put together
 * @param keptApart pairs labelled no match and kept apart
 */
public record PairEvaluation(long foundMatches, long missedMatches, long falseMatches, long keptApart) {

    /** Nothing counted yet. */
    public static final PairEvaluation NONE = new PairEvaluation(0, 0, 0, 0);

    /**
     * Measures a partition against what people decided in review. Leave the decisions out of what is measured, or it
     * follows them: resolve the records alone.
     *
     * @param decisions the decisions; those that say neither the same nor different are not counted, nor are pairs with a
     *     record that is in no cluster
     * @param clusters the cluster of each record
     * @return the counts
     */
    public static PairEvaluation of(Iterable<MatchAssertion> decisions, Map<RecordKey, ?> clusters) {
        PairEvaluation counted = NONE;
        for (MatchAssertion decision : decisions) {
            Object a = clusters.get(decision.a());
            Object b = clusters.get(decision.b());
            boolean decided = decision.verdict() == Verdict.SAME || decision.verdict() == Verdict.DIFFERENT;
            if (decided && a != null && b != null) {
                counted = counted.with(decision.verdict() == Verdict.SAME, a.equals(b));
            }
        }
        return counted;
    }

    /**
     * Counts one more pair.
     *
     * @param match whether the label says that both are the same
     * @param together whether they were put together
     * @return the counts with this pair
     */
    public PairEvaluation with(boolean match, boolean together) {
        return new PairEvaluation(
                foundMatches + (match && together ? 1 : 0),
                missedMatches + (match && !together ? 1 : 0),
                falseMatches + (!match && together ? 1 : 0),
                keptApart + (!match && !together ? 1 : 0));
    }

    /**
     * The share of pairs put together that are matches.
     *
     * @return 0 to 1; 1 if none was put together
     */
    public double precision() {
        return Evaluation.ratio(foundMatches, foundMatches + falseMatches);
    }

    /**
     * The share of matches that were put together.
     *
     * @return 0 to 1; 1 if there is none
     */
    public double recall() {
        return Evaluation.ratio(foundMatches, foundMatches + missedMatches);
    }

    /**
     * The harmonic mean of precision and recall.
     *
     * @return 0 to 1
     */
    public double f1() {
        return Evaluation.harmonic(precision(), recall());
    }

    /**
     * The share of pairs labelled no match that were kept apart.
     *
     * @return 0 to 1; 1 if there is none
     */
    public double specificity() {
        return Evaluation.ratio(keptApart, keptApart + falseMatches);
    }
}

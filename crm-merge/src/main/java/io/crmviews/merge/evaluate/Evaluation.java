package io.crmviews.merge.evaluate;

import java.util.Map;

/**
 * A partition of records into clusters, measured against the truth. Pairwise measures count unordered pairs of records;
 * B-cubed measures (Bagga and Baldwin 1998) average over records, so that one large cluster does not outweigh the rest. A
 * record that is in no cluster counts as a cluster of its own; one that the truth does not know is left out.
 *
 * @param records the records that the truth knows
 * @param entities the entities of the truth
 * @param clusters the clusters that hold at least one known record
 * @param truePairs pairs of records of one entity
 * @param predictedPairs pairs of records in one cluster
 * @param sharedPairs pairs that are both
 * @param bcubedPrecision the mean share of a record's cluster that is of its entity, 0 to 1
 * @param bcubedRecall the mean share of a record's entity that is in its cluster, 0 to 1
 * @param exact entities whose records are exactly one cluster
 * @param several entities of two or more records
 * @param exactSeveral those of them whose records are exactly one cluster
 * @param split entities that are spread over several clusters
 * @param overMerged entities that share a cluster with another entity
 * @param mixed clusters that hold more than one entity
 * @param missing known records that are in no cluster
 * @param unknown clustered records that the truth does not know
 */
public record Evaluation(
        long records,
        long entities,
        long clusters,
        long truePairs,
        long predictedPairs,
        long sharedPairs,
        double bcubedPrecision,
        double bcubedRecall,
        long exact,
        long several,
        long exactSeveral,
        long split,
        long overMerged,
        long mixed,
        long missing,
        long unknown) {

    /**
     * Measures a partition; costs time and memory in proportion to the records.
     *
     * @param truth the entity of each record
     * @param clusters the cluster of each record
     * @param <R> what names a record
     * @return the measures
     */
    public static <R> Evaluation of(Map<R, ?> truth, Map<R, ?> clusters) {
        return new Contingency(truth, clusters).evaluate();
    }

    /**
     * The share of predicted pairs that are true.
     *
     * @return 0 to 1; 1 if nothing was predicted
     */
    public double pairPrecision() {
        return ratio(sharedPairs, predictedPairs);
    }

    /**
     * The share of true pairs that were found.
     *
     * @return 0 to 1; 1 if there is nothing to find
     */
    public double pairRecall() {
        return ratio(sharedPairs, truePairs);
    }

    /**
     * The harmonic mean of pairwise precision and recall.
     *
     * @return 0 to 1
     */
    public double pairF1() {
        return harmonic(pairPrecision(), pairRecall());
    }

    /**
     * The harmonic mean of B-cubed precision and recall.
     *
     * @return 0 to 1
     */
    public double bcubedF1() {
        return harmonic(bcubedPrecision, bcubedRecall);
    }

    /**
     * The share of entities that were found exactly.
     *
     * @return 0 to 1; 1 if there is none
     */
    public double exactRate() {
        return ratio(exact, entities);
    }

    /**
     * The share of entities of two or more records that were found exactly.
     *
     * @return 0 to 1; 1 if there is none
     */
    public double exactSeveralRate() {
        return ratio(exactSeveral, several);
    }

    static double ratio(long part, long whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }

    static double harmonic(double a, double b) {
        return a + b == 0 ? 0 : 2 * a * b / (a + b);
    }
}

package io.crmviews.merge.train;

import io.crmviews.merge.key.CandidatePairs;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.fact.SourceRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many pairs weigh how much, and what each threshold is expected to give without any truth at hand: a weight of w bits
 * says that a pair is one customer with odds of 2 to the w, if the model is right. Pairs are of different records that
 * share a live key; what clustering then makes of them is not in it, nor are pairs that never met. Immutable.
 *
 * @param rows one a whole number of bits, from the lightest pairs of interest to the heaviest
 * @param threshold the model's threshold in bits
 */
public record ThresholdReport(List<Row> rows, double threshold) {

    private static final int LEAST_BITS = -12;
    private static final int MOST_BITS = 40;

    /** Copies the rows. */
    public ThresholdReport {
        rows = List.copyOf(rows);
    }

    /**
     * Pairs of about one weight, and what a threshold there would give.
     *
     * @param bits the least weight of these pairs, in bits
     * @param pairs how many weigh from {@code bits} to less than one bit more; the last row counts all heavier ones
     * @param expectedPrecision of all pairs from here on, the share that is expected to be one customer, 0 to 1
     * @param expectedRecall of all pairs that are expected to be one customer, the share from here on, 0 to 1
     */
    public record Row(int bits, long pairs, double expectedPrecision, double expectedRecall) {}

    /**
     * Weighs all candidate pairs of records. Costs about as much as resolving them.
     *
     * @param records the records, in any order
     * @param model the model
     * @return the report, the same for every order
     */
    public static ThresholdReport of(List<SourceRecord> records, Model model) {
        List<Features> nodes = distinct(records);
        List<Prepared> prepared =
                nodes.stream().map(node -> Prepared.of(node, model)).toList();
        PairScorer scorer = new PairScorer(model);
        Bins bins = new Bins();
        CandidatePairs.of(nodes, model.caps()).forEach((a, b, types) -> {
            int weight = scorer.weight(prepared.get(a), prepared.get(b), LEAST_BITS * Model.BIT);
            if (weight >= LEAST_BITS * Model.BIT) {
                bins.add(weight);
            }
        });
        return new ThresholdReport(bins.rows(), (double) model.parameters().get(Parameter.MATCH) / Model.BIT);
    }

    private static List<Features> distinct(List<SourceRecord> records) {
        Map<Long, Features> distinct = new TreeMap<>();
        for (SourceRecord record : records) {
            Features features = Normaliser.features(record);
            distinct.put(features.hash(), features);
        }
        return List.copyOf(distinct.values());
    }

    /**
     * The report as a table to read.
     *
     * @return text with line ends
     */
    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "%6s %9s %19s %16s%n", "bits", "pairs", "expected precision", "expected recall"));
        rows.forEach(row -> append(text, row));
        return text.toString();
    }

    private void append(StringBuilder text, Row row) {
        String mark = row.bits <= threshold && threshold < row.bits + 1 ? "  <- the model's threshold" : "";
        text.append(String.format(
                Locale.ROOT,
                "%6d %9d %19.4f %16.4f%s%n",
                row.bits,
                row.pairs,
                row.expectedPrecision,
                row.expectedRecall,
                mark));
    }

    /** Counts of pairs by whole bits. */
    private static final class Bins {
        private final long[] pairs = new long[MOST_BITS - LEAST_BITS + 1];
        private final double[] matches = new double[pairs.length];

        void add(int weight) {
            int bin = Math.min(pairs.length - 1, Math.floorDiv(weight, Model.BIT) - LEAST_BITS);
            pairs[bin]++;
            matches[bin] += 1 / (1 + StrictMath.pow(2, -(double) weight / Model.BIT));
        }

        List<Row> rows() {
            List<Row> rows = new ArrayList<>();
            double all = 0;
            for (double part : matches) {
                all += part;
            }
            long count = 0;
            double found = 0;
            for (int bin = pairs.length - 1; bin >= 0; bin--) {
                count += pairs[bin];
                found += matches[bin];
                rows.add(new Row(
                        bin + LEAST_BITS, pairs[bin], count == 0 ? 1 : found / count, all == 0 ? 1 : found / all));
            }
            rows.sort(Comparator.comparingInt(Row::bits));
            return rows;
        }
    }
}

package io.crmviews.merge.evaluate;

import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.source.RecordKey;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How good the customers are at each threshold, measured against the truth. Each row is a whole resolution with everything
 * that a customer hangs on, not a count of pairs by weight. Immutable.
 *
 * @param rows one a threshold, ascending, at least one
 */
public record ThresholdSweep(List<Row> rows) {

    /** Copies the rows. */
    public ThresholdSweep {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("A sweep has at least one threshold.");
        }
    }

    /**
     * One threshold.
     *
     * @param bits the weight from which a pair is one customer
     * @param evaluation how good the customers then are
     */
    public record Row(int bits, Evaluation evaluation) {}

    /**
     * Resolves records at each whole number of bits. Costs one resolution in memory for each.
     *
     * @param records current records, one version each
     * @param model the model, but for its threshold
     * @param truth the entity of each record
     * @param from the first threshold in bits
     * @param to the last, not less than the first
     * @return the sweep
     */
    public static ThresholdSweep of(
            List<SourceRecord> records, Model model, Map<RecordKey, ?> truth, int from, int to) {
        return new ThresholdSweep(IntStream.rangeClosed(from, to)
                .mapToObj(bits -> new Row(bits, Evaluation.of(truth, Clustering.of(records, at(model, bits)))))
                .toList());
    }

    private static Model at(Model model, int bits) {
        return model.with(model.parameters().with(Parameter.MATCH, bits));
    }

    /**
     * The row of the best pairwise F1; of equal ones that of the higher threshold, which merges less.
     *
     * @return a row
     */
    public Row best() {
        return rows.stream()
                .max(Comparator.comparingDouble((Row row) -> row.evaluation.pairF1())
                        .thenComparingInt(Row::bits))
                .orElseThrow();
    }

    /**
     * The sweep as a table to read.
     *
     * @return text with line ends
     */
    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%6s %9s %9s %9s %9s %9s %9s%n",
                "bits",
                "precision",
                "recall",
                "F1",
                "B-cubed",
                "split",
                "merged"));
        rows.forEach(row -> append(text, row));
        return text.toString();
    }

    private static void append(StringBuilder text, Row row) {
        Evaluation e = row.evaluation;
        text.append(String.format(
                Locale.ROOT,
                "%6d %9.4f %9.4f %9.4f %9.4f %9d %9d%n",
                row.bits,
                e.pairPrecision(),
                e.pairRecall(),
                e.pairF1(),
                e.bcubedF1(),
                e.split(),
                e.overMerged()));
    }
}

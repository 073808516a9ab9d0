package io.crmviews.merge.train;

import java.util.List;
import java.util.Locale;

/**
 * What training did, level by level. Holds counts and bits, never values of records. Immutable.
 *
 * @param records the records that were taken
 * @param pairs the pairs that were weighed
 * @param matches how many of them are expected to be one customer
 * @param rounds rounds of estimation
 * @param converged whether the weights had come to rest
 * @param helps whether the trained model is expected to be better than the calibrated one
 * @param doubts why not, one sentence each; empty if it is
 * @param levels each level that has a weight of its own
 */
public record TrainingReport(
        long records,
        long pairs,
        double matches,
        int rounds,
        boolean converged,
        boolean helps,
        List<String> doubts,
        List<TrainedLevel> levels) {

    /** Copies the lists. */
    public TrainingReport {
        doubts = List.copyOf(doubts);
        levels = List.copyOf(levels);
    }

    /**
     * The report in lines to read.
     *
     * @return text with line ends
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "Trained on %d records: %d pairs weighed, %.0f of them expected to be one customer; %s %d rounds.%n",
                records,
                pairs,
                matches,
                converged ? "at rest after" : "not at rest after",
                rounds));
        text.append(String.format(
                Locale.ROOT,
                "  %-20s %8s %8s %8s %9s  %s%n",
                "level",
                "shipped",
                "records",
                "used",
                "pairs",
                "origin"));
        levels.forEach(level -> line(text, level));
        text.append(
                helps
                        ? "Training is expected to help."
                        : "Training is not expected to help; keep the calibrated model.");
        doubts.forEach(doubt -> text.append(' ').append(doubt));
        return text.append(System.lineSeparator()).toString();
    }

    private static void line(StringBuilder text, TrainedLevel level) {
        String origin = level.origin().documentName();
        text.append(String.format(
                Locale.ROOT,
                "  %-20s %8.1f %8s %8.1f %9.0f  %s%n",
                level.parameter().documentName(),
                level.shipped(),
                level.compared() < 1 ? "-" : String.format(Locale.ROOT, "%.1f", level.estimate()),
                level.used(),
                level.matches(),
                level.reason().isEmpty() ? origin : origin + ": " + level.reason()));
    }
}

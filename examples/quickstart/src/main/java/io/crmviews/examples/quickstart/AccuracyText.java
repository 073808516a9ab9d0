package io.crmviews.examples.quickstart;

import io.crmviews.merge.evaluate.Evaluation;
import java.util.List;
import java.util.Locale;

/** Prints how many customers were found and how well they agree with the truth. */
final class AccuracyText {

    private final Page page;
    private final Findings findings;

    AccuracyText(Page page, Findings findings) {
        this.page = page;
        this.findings = findings;
    }

    void print() {
        Evaluation evaluation = findings.evaluation();
        page.heading("The customers");
        page.line("Customers found: %,d   (truly %,d)", evaluation.clusters(), evaluation.entities());
        page.gap();
        page.line("Measured against the truth, which the engine never saw:");
        page.table(List.of(
                List.of("", "precision", "recall", "F1"),
                List.of(
                        "pairs of records",
                        number(evaluation.pairPrecision()),
                        number(evaluation.pairRecall()),
                        number(evaluation.pairF1())),
                List.of(
                        "B-cubed",
                        number(evaluation.bcubedPrecision()),
                        number(evaluation.bcubedRecall()),
                        number(evaluation.bcubedF1()))));
        page.gap();
        page.line(
                "%,d of %,d customers are exactly right; %,d are spread over several, %,d share one with others.",
                evaluation.exact(), evaluation.entities(), evaluation.split(), evaluation.overMerged());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}

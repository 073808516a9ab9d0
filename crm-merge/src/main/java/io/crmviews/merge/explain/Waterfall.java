package io.crmviews.merge.explain;

import io.crmviews.merge.weigh.Evidence;
import io.crmviews.merge.weigh.Model;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** Draws how the bits of a pair add up, level by level, beside the threshold. */
final class Waterfall {

    private static final double BIT = Model.BIT;
    private static final int LABELS = 310;
    private static final int PLOT = 420;
    private static final int NUMBERS = 70;
    private static final int ROW = 22;
    private static final int BAR = 14;
    private static final int WIDTH = LABELS + PLOT + NUMBERS;
    private static final int LONGEST = 44;

    private final List<Evidence> evidence;
    private final ToIntFunction<Evidence> column;
    private final boolean relative;
    private final int threshold;
    private final double least;
    private final double most;

    Waterfall(List<Evidence> evidence, int threshold) {
        this.evidence = evidence;
        this.threshold = threshold;
        int stranger = evidence.stream().mapToInt(Evidence::weight).sum();
        int rival = evidence.stream().mapToInt(Evidence::rivalWeight).sum();
        relative = rival < stranger;
        column = relative ? Evidence::rivalWeight : Evidence::weight;
        int sum = 0;
        int low = Math.min(0, threshold);
        int high = Math.max(0, threshold);
        for (Evidence line : evidence) {
            sum += column.applyAsInt(line);
            low = Math.min(low, sum);
            high = Math.max(high, sum);
        }
        least = low;
        most = Math.max(high, low + 1);
    }

    void draw(Markup page, String id) {
        int height = (evidence.size() + 2) * ROW;
        page.drawing(id, WIDTH, height, "Weights of evidence, added up", description());
        page.stroke("zero", x(0), 0, x(0), height);
        page.stroke("threshold", x(threshold), 0, x(threshold), height);
        int sum = 0;
        for (int i = 0; i < evidence.size(); i++) {
            Evidence line = evidence.get(i);
            int bits = column.applyAsInt(line);
            row(page, i, ExplanationText.words(line.item()) + ": " + line.level(), sum, sum + bits, bits);
            sum += bits;
        }
        row(page, evidence.size(), "sum", 0, sum, sum);
        page.close().line();
    }

    private String description() {
        int sum = evidence.stream().mapToInt(column).sum();
        return String.format(
                Locale.ROOT,
                "Against a %s the evidence adds up to %.1f bits; the threshold is %.1f bits.",
                relative ? "relative" : "stranger",
                sum / BIT,
                threshold / BIT);
    }

    private void row(Markup page, int row, String label, int from, int to, int bits) {
        double top = row * ROW + (ROW - BAR) / 2.0;
        double line = top + BAR - 3;
        String said = String.format(Locale.ROOT, "%+.1f", bits / BIT);
        page.open("g").element("title", label + ": " + said + " bits");
        page.label(Markup.clipped(label, LONGEST), "label", 0, line);
        bar(page, bits < 0 ? "loss" : "gain", Math.min(x(from), x(to)), top, Math.abs(x(to) - x(from)));
        page.label(said, "number", WIDTH, line).close().line();
    }

    private static void bar(Markup page, String kind, double x, double y, double length) {
        String width = Markup.number(Math.max(1, length));
        String height = String.valueOf(BAR);
        page.empty(
                "rect", "class", kind, "x", Markup.number(x), "y", Markup.number(y), "width", width, "height", height);
    }

    private double x(double weight) {
        return LABELS + (weight - least) / (most - least) * PLOT;
    }
}

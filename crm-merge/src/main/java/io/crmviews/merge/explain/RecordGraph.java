package io.crmviews.merge.explain;

import io.crmviews.merge.weigh.Model;
import io.crmviews.model.source.RecordKey;
import java.util.List;
import java.util.Locale;

/** Draws the records of a customer on a circle, in the order of their keys, and the edges by which they joined. */
final class RecordGraph {

    private static final double BIT = Model.BIT;
    private static final int LONGEST = 28;
    private static final int MARGIN = 210;
    private static final int EDGE = 40;

    private final Formation formation;
    private final int radius;

    RecordGraph(Formation formation) {
        this.formation = formation;
        radius = Math.max(110, 16 * formation.records().size() / 2);
    }

    void draw(Markup page, String id) {
        int width = 2 * (radius + MARGIN);
        int height = 2 * (radius + EDGE);
        page.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + width + " " + height,
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-desc");
        page.element("title", "Records and the edges by which they joined", "id", id + "-title");
        page.element(
                        "desc",
                        formation.records().size() + " records and "
                                + formation.joins().size() + " edges; the table below lists them in their order.",
                        "id",
                        id + "-desc")
                .line();
        formation.joins().forEach(join -> edge(page, join));
        formation.records().forEach(record -> node(page, record));
        page.close().line();
    }

    private void edge(Markup page, Formation.Join join) {
        String bits = String.format(Locale.ROOT, "%.1f", join.weight() / BIT);
        double x1 = x(join.a());
        double y1 = y(join.a());
        double x2 = x(join.b());
        double y2 = y(join.b());
        page.open("g");
        page.element("title", join.a() + " and " + join.b() + ": " + bits + " bits");
        page.empty(
                "line",
                "class",
                join.asserted() ? "edge asserted" : "edge",
                "x1",
                Markup.number(x1),
                "y1",
                Markup.number(y1),
                "x2",
                Markup.number(x2),
                "y2",
                Markup.number(y2));
        page.element(
                "text",
                bits,
                "class",
                "weight",
                "x",
                Markup.number((x1 + x2) / 2),
                "y",
                Markup.number((y1 + y2) / 2 - 4));
        page.close().line();
    }

    private void node(Markup page, RecordKey record) {
        boolean right = x(record) >= centreX();
        page.open("g");
        page.element("title", record.toString());
        page.empty("circle", "class", "node", "cx", Markup.number(x(record)), "cy", Markup.number(y(record)), "r", "6");
        page.element(
                "text",
                Markup.clipped(record.toString(), LONGEST),
                "class",
                right ? "right" : "left",
                "x",
                Markup.number(x(record) + (right ? 11 : -11)),
                "y",
                Markup.number(y(record) + 4));
        page.close().line();
    }

    private double angle(RecordKey record) {
        List<RecordKey> records = formation.records();
        return 2 * StrictMath.PI * (records.indexOf(record) + 0.5) / records.size();
    }

    private int centreX() {
        return radius + MARGIN;
    }

    private double x(RecordKey record) {
        return centreX() + radius * StrictMath.sin(angle(record));
    }

    private double y(RecordKey record) {
        return radius + EDGE - radius * StrictMath.cos(angle(record));
    }
}

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
        String shown = formation.records().size() + " records and "
                + formation.joins().size() + " edges; the table below lists them in their order.";
        page.drawing(id, width, height, "Records and the edges by which they joined", shown);
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
        page.open("g").element("title", join.a() + " and " + join.b() + ": " + bits + " bits");
        page.stroke(join.asserted() ? "edge asserted" : "edge", x1, y1, x2, y2);
        page.label(bits, "weight", (x1 + x2) / 2, (y1 + y2) / 2 - 4).close().line();
    }

    private void node(Markup page, RecordKey record) {
        double x = x(record);
        double y = y(record);
        boolean right = x >= centreX();
        page.open("g").element("title", record.toString());
        page.empty("circle", "class", "node", "cx", Markup.number(x), "cy", Markup.number(y), "r", "6");
        String name = Markup.clipped(record.toString(), LONGEST);
        page.label(name, right ? "right" : "left", x + (right ? 11 : -11), y + 4)
                .close()
                .line();
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

package io.crmviews.merge.explain;

import io.crmviews.merge.partition.Refusal;
import io.crmviews.merge.weigh.Evidence;
import io.crmviews.merge.weigh.Model;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Explanations as one self-contained page of HTML: the waterfall of weights of a pair, the graph of a customer's records.
 * No script, nothing from outside; every text is escaped, and a Content-Security-Policy forbids the rest. It is
 * well-formed XML too, readable without colours, by screen readers and in the dark, and the same for equal explanations.
 * Holds what the explanation holds: names of records, levels and bits, never values.
 */
public final class ExplanationPage {

    private static final double BIT = Model.BIT;
    private static final int MOST_WATERFALLS = 50;
    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1d2733; --paper: #fff; --faint: #8a94a0; --gain: #2f7d4f;
              --loss: #b3402f; --mark: #2457a6; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e4e8ec; --paper: #14181d; --faint: #77818c;
              --gain: #5fc08a; --loss: #ea7d6b; --mark: #83b1f2; } }
            body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; font: 15px/1.5 system-ui, sans-serif;
              color: var(--ink); background: var(--paper); }
            svg { width: 100%; height: auto; } svg text { font-size: 12px; fill: var(--ink); }
            table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .2rem .6rem .2rem 0;
              border-bottom: 1px solid var(--faint); vertical-align: top; overflow-wrap: anywhere; }
            .gain { fill: var(--gain); } .loss { fill: var(--loss); } .number { text-anchor: end; }
            td.number { text-align: right; white-space: nowrap; } .zero { stroke: var(--faint); }
            .threshold { stroke: var(--mark); stroke-dasharray: 4 3; } .edge { stroke: var(--faint); stroke-width: 2; }
            .asserted { stroke: var(--mark); } .node { fill: var(--mark); } .left { text-anchor: end; }
            .weight { text-anchor: middle; } summary { cursor: pointer; }
            """;

    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + digest(STYLE) + "'; base-uri 'none'; form-action 'none'";

    private final Markup page = new Markup();
    private int drawings;

    private ExplanationPage() {}

    /**
     * Why two records are, or are not, one customer.
     *
     * @param pair the explanation
     * @return the page
     */
    public static String of(PairExplanation pair) {
        ExplanationPage page = new ExplanationPage();
        page.begin(pair.a() + " and " + pair.b());
        page.pair(pair);
        return page.end();
    }

    /**
     * Why two records are not one customer.
     *
     * @param separation the explanation
     * @return the page
     */
    public static String of(Separation separation) {
        ExplanationPage page = new ExplanationPage();
        page.begin(separation.pair().a() + " and " + separation.pair().b());
        page.page.element("p", ExplanationText.cause(separation)).line();
        page.pair(separation.pair());
        page.keys(separation.keys());
        page.refusals(separation.refusals());
        return page.end();
    }

    /**
     * How a customer came together. The waterfalls of the first {@value #MOST_WATERFALLS} joins are drawn.
     *
     * @param formation the explanation
     * @return the page
     */
    public static String of(Formation formation) {
        ExplanationPage page = new ExplanationPage();
        page.begin(formation.customer() + ": " + formation.records().size() + " records");
        new RecordGraph(formation).draw(page.page, page.nextId());
        page.joins(formation);
        if (formation.parts() > 1) {
            page.page
                    .element("p", "The " + formation.parts() + " parts are held together by what is not shown.")
                    .line();
        }
        page.refusals(formation.refusals());
        return page.end();
    }

    private void begin(String title) {
        page.trusted("<!DOCTYPE html>\n").open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en");
        page.open("head").empty("meta", "charset", "utf-8");
        page.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.element("title", title)
                .open("style")
                .trusted(STYLE)
                .close()
                .close()
                .line();
        page.open("body").element("h1", title).line();
    }

    private String end() {
        return page.close().close().line().toString();
    }

    private String nextId() {
        return "drawing-" + ++drawings;
    }

    private void pair(PairExplanation pair) {
        new Waterfall(pair.evidence(), pair.threshold()).draw(page, nextId());
        header("evidence", "against a stranger", "against a relative");
        for (Evidence line : pair.evidence()) {
            row(
                    ExplanationText.words(line.item()) + ": " + line.level(),
                    bits(line.weight()),
                    bits(line.rivalWeight()));
        }
        row("sum in bits", bits(pair.strangerWeight()), bits(pair.rivalWeight()));
        page.close().close().line();
        page.element("p", ExplanationText.sum(pair)).line();
    }

    private void joins(Formation formation) {
        header("join", "bits", "by");
        for (Formation.Join join : formation.joins()) {
            row(
                    join.a() + " (" + join.sizeA() + ") and " + join.b() + " (" + join.sizeB() + ")",
                    (join.asserted() ? "asserted, " : "") + bits(join.weight()),
                    ExplanationText.brief(join.evidence()));
        }
        page.close().close().line();
        formation.joins().stream().limit(MOST_WATERFALLS).forEach(join -> {
            page.open("details").element("summary", join.a() + " and " + join.b());
            new Waterfall(join.evidence(), formation.threshold()).draw(page, nextId());
            page.close().line();
        });
    }

    private void keys(List<KeyFinding> keys) {
        header("key", "how the two stand in it");
        keys.forEach(key -> row(ExplanationText.words(key.type()), ExplanationText.words(key.state())));
        page.close().close().line();
    }

    private void refusals(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            header("refused union", "bits", "constraint");
            refusals.forEach(refusal -> row(
                    refusal.a() + " and " + refusal.b(),
                    ExplanationText.strength(refusal.weight()),
                    ExplanationText.words(refusal.reason())));
            page.close().close().line();
        }
    }

    private void header(String... names) {
        page.open("table").open("thead").open("tr");
        for (String name : names) {
            page.element("th", name, "scope", "col");
        }
        page.close().close().open("tbody").line();
    }

    private void row(String first, String... others) {
        page.open("tr").element("td", first);
        for (String other : others) {
            page.element("td", other);
        }
        page.close().line();
    }

    private static String bits(int weight) {
        return String.format(Locale.ROOT, "%.1f", weight / BIT);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}

package io.crmviews.merge.explain;

import io.crmviews.merge.partition.Refusal;
import io.crmviews.merge.partition.Union;
import io.crmviews.merge.weigh.Evidence;
import io.crmviews.merge.weigh.Evidence.Item;
import io.crmviews.merge.weigh.Model;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Explanations in lines to read: the same text for equal explanations, in English, with bits to one decimal. */
final class ExplanationText {

    private static final double BIT = Model.BIT;

    private final StringBuilder text = new StringBuilder();

    private ExplanationText() {}

    static String of(PairExplanation pair) {
        ExplanationText text = new ExplanationText();
        text.pair(pair);
        return text.toString();
    }

    static String of(Separation separation) {
        ExplanationText text = new ExplanationText();
        text.pair(separation.pair());
        for (KeyFinding.State state : KeyFinding.State.values()) {
            String types = separation.keys().stream()
                    .filter(key -> key.state() == state)
                    .map(key -> words(key.type()))
                    .collect(Collectors.joining(", "));
            if (!types.isEmpty()) {
                text.line("  %-18s %s", keys(state), types);
            }
        }
        text.refusals(separation.refusals());
        text.line("  %s", cause(separation));
        return text.toString();
    }

    static String of(Formation formation) {
        ExplanationText text = new ExplanationText();
        text.line("%s of %s", formation.customer(), count(formation.records().size(), "record"));
        for (int i = 0; i < formation.joins().size(); i++) {
            text.join(i + 1, formation.joins().get(i));
        }
        if (formation.parts() > 1) {
            text.line("  The %d parts are held together by what is not shown.", formation.parts());
        }
        text.refusals(formation.refusals());
        return text.toString();
    }

    static String of(Forecast forecast) {
        ExplanationText text = new ExplanationText();
        text.line("%s would %s.", forecast.record(), outcome(forecast));
        forecast.links()
                .forEach(link -> text.line(
                        "  %s of %s: %.1f bits by %s",
                        link.record(), link.customer(), link.weight() / BIT, brief(link.evidence())));
        text.refusals(forecast.refusals());
        return text.toString();
    }

    static String of(SearchResult result) {
        ExplanationText text = new ExplanationText();
        for (int i = 0; i < result.hits().size(); i++) {
            text.hit(i + 1, result.hits().get(i), result.threshold());
        }
        if (result.hits().isEmpty()) {
            text.line("Nobody was found.");
        }
        if (!result.generic().isEmpty()) {
            text.line("Not all holders were looked at of: %s.", words(result.generic()));
        }
        return text.toString();
    }

    private void join(int step, Formation.Join join) {
        String sides = join.a() + " (" + join.sizeA() + ") and " + join.b() + " (" + join.sizeB() + ")";
        String asserted = join.asserted() ? "asserted, " : "";
        line("  %3d. %s: %s%.1f bits by %s", step, sides, asserted, join.weight() / BIT, brief(join.evidence()));
    }

    private void hit(int rank, SearchResult.Hit hit, int threshold) {
        line("%3d. %s: %.1f bits of agreement", rank, hit.customer(), hit.score() / BIT);
        hit.records()
                .forEach(found -> line(
                        "       %s: %.1f bits, weight %.1f of %.1f, by %s",
                        found.record(),
                        found.score() / BIT,
                        found.weight() / BIT,
                        threshold / BIT,
                        brief(found.evidence())));
    }

    private void pair(PairExplanation pair) {
        line("%s and %s", pair.a(), pair.b());
        line("  %-46s %10s %10s", "evidence", "stranger", "relative");
        for (Evidence line : pair.evidence()) {
            String item = words(line.item()) + ": " + line.level();
            line("  %-46s %10.1f %10.1f", item, line.weight() / BIT, line.rivalWeight() / BIT);
        }
        line("  %-46s %10.1f %10.1f", "sum in bits", pair.strangerWeight() / BIT, pair.rivalWeight() / BIT);
        line("  %s", sum(pair));
    }

    static String sum(PairExplanation pair) {
        return String.format(
                Locale.ROOT,
                "The lesser sum counts: %.1f bits, %s the threshold of %.1f. %s",
                pair.weight() / BIT,
                pair.isMatch() ? "at or above" : "below",
                pair.threshold() / BIT,
                pair.outcome());
    }

    private void refusals(List<Refusal> refusals) {
        refusals.forEach(refusal -> line(
                "  refused: %s and %s, %s, %s",
                refusal.a(), refusal.b(), strength(refusal.weight()), words(refusal.reason())));
    }

    /** The annotation that checks formats is not among the core's dependencies. */
    @SuppressWarnings("AnnotateFormatMethod")
    private void line(String format, Object... arguments) {
        // A key is opaque and may hold anything: it must not begin lines of its own.
        String line = String.format(Locale.ROOT, format, arguments);
        text.append(line.replaceAll("\\p{Cntrl}", " ")).append('\n');
    }

    static String strength(int weight) {
        return weight == Union.ASSERTED ? "asserted" : String.format(Locale.ROOT, "%.1f bits", weight / BIT);
    }

    private static String outcome(Forecast forecast) {
        if (!forecast.holds()) {
            return "change nothing, since a newer version is known";
        }
        return switch (forecast.customers().size()) {
            case 0 -> "be a customer of its own";
            case 1 -> "belong to " + forecast.customers().get(0);
            default -> "make one customer of " + join(forecast.customers());
        };
    }

    static String cause(Separation separation) {
        return switch (separation.cause()) {
            case TOGETHER -> "They are one customer: nothing keeps them apart.";
            case REFUSED -> "A constraint keeps them apart.";
            case TOO_LIGHT -> String.format(Locale.ROOT, "They lack %.1f bits.", separation.lacking() / BIT);
            case RELATIVES ->
                String.format(Locale.ROOT, "They lack %.1f bits against being relatives.", separation.lacking() / BIT);
            case NO_KEY -> "They share no key, so they were never compared.";
            case GENERIC_KEYS -> "They share only what too many others hold, so they were never compared.";
            case NOT_SHOWN -> "What keeps them apart is not shown.";
        };
    }

    private static String keys(KeyFinding.State state) {
        return switch (state) {
            case SHARED -> "keys shared";
            case GENERIC -> "too common";
            case DIFFERENT -> "keys that differ";
            case ONE_SIDED -> "on one side only";
        };
    }

    /** What agreed and what did not: {@code +email +family name -address}. */
    static String brief(List<Evidence> evidence) {
        return evidence.stream()
                .filter(line -> line.item() != Item.PRIOR)
                .map(line -> (line.weight() < 0 ? "-" : "+") + words(line.item()))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String words(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(ExplanationText::words).collect(Collectors.joining(", "));
    }

    private static String join(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(" and "));
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

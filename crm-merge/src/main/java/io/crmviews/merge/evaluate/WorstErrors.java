package io.crmviews.merge.evaluate;

import io.crmviews.merge.evaluate.PairReasons.Pair;
import io.crmviews.merge.explain.PairExplanation;
import io.crmviews.merge.weigh.Model;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.source.RecordKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The errors that cost most, each with why: clusters that hold several entities, and entities that are spread over several
 * clusters, by the number of pairs they cost. Immutable; the same for every order of the records.
 *
 * @param merged entities that were put together
 * @param split entities that were not
 */
public record WorstErrors(List<Case> merged, List<Case> split) {

    /** Copies the lists. */
    public WorstErrors {
        merged = List.copyOf(merged);
        split = List.copyOf(split);
    }

    /**
     * One error.
     *
     * @param pairs how many pairs of records it costs
     * @param why the heaviest pair across two of the parts: what put them together, or came nearest to it
     */
    public record Case(long pairs, PairExplanation why) {}

    /**
     * Finds the worst errors.
     *
     * @param records the records that were resolved
     * @param model the model by which they were
     * @param truth the entity of each record
     * @param clusters the cluster of each record; one that is in none stands alone
     * @param most how many of each kind to show
     * @return the errors
     */
    public static WorstErrors of(
            List<SourceRecord> records, Model model, Map<RecordKey, ?> truth, Map<RecordKey, ?> clusters, int most) {
        PairReasons reasons = new PairReasons(records);
        Map<RecordKey, Object> entities = new HashMap<>();
        Map<RecordKey, Object> found = new HashMap<>();
        truth.forEach((record, entity) -> {
            if (reasons.knows(record)) {
                Object cluster = clusters.get(record);
                entities.put(record, entity);
                found.put(record, cluster == null ? record : cluster);
            }
        });
        return new WorstErrors(
                cases(found, entities, true, most, reasons, model),
                cases(entities, found, false, most, reasons, model));
    }

    private static List<Case> cases(
            Map<RecordKey, Object> by,
            Map<RecordKey, Object> torn,
            boolean together,
            int most,
            PairReasons reasons,
            Model model) {
        Map<Object, List<RecordKey>> groups = by.keySet().stream().sorted().collect(Collectors.groupingBy(by::get));
        return groups.values().stream()
                .map(group -> parts(group, torn))
                .filter(parts -> parts.size() > 1)
                .sorted(Comparator.comparingLong((List<List<RecordKey>> parts) -> -pairs(parts))
                        .thenComparing(parts -> parts.get(0).get(0)))
                .limit(most)
                .map(parts -> new Case(pairs(parts), reasons.explain(heaviest(parts, reasons, model), together, model)))
                .toList();
    }

    private static List<List<RecordKey>> parts(List<RecordKey> group, Map<RecordKey, Object> torn) {
        return new ArrayList<>(group.stream()
                .collect(Collectors.groupingBy(torn::get, LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    private static long pairs(List<List<RecordKey>> parts) {
        long all = parts.stream().mapToLong(List::size).sum();
        return (all * all
                        - parts.stream()
                                .mapToLong(part -> (long) part.size() * part.size())
                                .sum())
                / 2;
    }

    /** Of the two largest parts. */
    private static Pair heaviest(List<List<RecordKey>> parts, PairReasons reasons, Model model) {
        List<List<RecordKey>> largest = parts.stream()
                .sorted(Comparator.comparingInt((List<RecordKey> part) -> -part.size()))
                .toList();
        return reasons.heaviest(largest.get(0), largest.get(1), model);
    }

    /**
     * The errors in lines to read.
     *
     * @return text with line ends, without values of the records
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        append(text, "put together, though not one", merged);
        append(text, "one, though not put together", split);
        return text.toString();
    }

    private static void append(StringBuilder text, String what, List<Case> cases) {
        for (Case error : cases) {
            text.append(String.format(Locale.ROOT, "%d pairs %s: %s", error.pairs, what, error.why.text()));
        }
    }
}

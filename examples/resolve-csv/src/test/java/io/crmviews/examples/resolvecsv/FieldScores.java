package io.crmviews.examples.resolvecsv;

import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.golden.Survivorship;
import io.crmviews.merge.golden.ValueForms;
import io.crmviews.model.fact.SourceRecord;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How often values are right, by policy and field. A field of a customer is contested if its records state different
 * values. A single source is right where its newest record states the true value; where it says nothing it is not.
 */
final class FieldScores {

    private final Map<String, GoldenMerge> policies = new LinkedHashMap<>();
    private final GoldenMerge single = GoldenMerge.of(Survivorship.standard(), ValueForms.matching());
    private final Map<ScoredField, Integer> stated = new EnumMap<>(ScoredField.class);
    private final Map<ScoredField, Integer> contested = new EnumMap<>(ScoredField.class);
    private final Map<ScoredField, Integer> anywhere = new EnumMap<>(ScoredField.class);
    private final Map<String, Map<ScoredField, Integer>> right = new LinkedHashMap<>();
    private final Map<String, Map<ScoredField, Integer>> rightOfAll = new LinkedHashMap<>();
    private final Map<String, Map<ScoredField, Integer>> sources = new TreeMap<>();

    FieldScores(Map<String, Survivorship> policies) {
        policies.forEach((name, policy) -> this.policies.put(name, GoldenMerge.of(policy, ValueForms.matching())));
    }

    void add(Map<String, String> person, List<SourceRecord> records) {
        for (ScoredField field : ScoredField.values()) {
            Set<String> values = new HashSet<>();
            records.forEach(record -> values.add(field.form(value(single, field, List.of(record)))));
            values.remove("");
            if (!field.truth(person).isEmpty() && !values.isEmpty()) {
                count(field, person, records, values.size() > 1);
            }
        }
    }

    private void count(ScoredField field, Map<String, String> person, List<SourceRecord> records, boolean disputed) {
        stated.merge(field, 1, Integer::sum);
        policies.forEach((name, policy) -> {
            if (field.isRight(value(policy, field, records), person)) {
                add(rightOfAll, name, field);
                if (disputed) {
                    add(right, name, field);
                }
            }
        });
        if (disputed) {
            contested.merge(field, 1, Integer::sum);
            countSources(field, person, records);
        }
    }

    private void countSources(ScoredField field, Map<String, String> person, List<SourceRecord> records) {
        Map<String, SourceRecord> newest = new TreeMap<>();
        records.stream()
                .filter(record -> !value(single, field, List.of(record)).isEmpty())
                .sorted(Comparator.comparing(record -> record.revision().occurredAt()))
                .forEach(record -> newest.put(record.key().source(), record));
        newest.forEach((source, record) -> {
            if (field.isRight(value(single, field, List.of(record)), person)) {
                add(sources, source, field);
            }
        });
        boolean known =
                records.stream().anyMatch(record -> field.isRight(value(single, field, List.of(record)), person));
        anywhere.merge(field, known ? 1 : 0, Integer::sum);
    }

    private static void add(Map<String, Map<ScoredField, Integer>> counts, String name, ScoredField field) {
        counts.computeIfAbsent(name, any -> new EnumMap<>(ScoredField.class)).merge(field, 1, Integer::sum);
    }

    private static String value(GoldenMerge merge, ScoredField field, List<SourceRecord> records) {
        return merge.profile(records).text(field.attribute());
    }

    int contested(ScoredField field) {
        return contested.getOrDefault(field, 0);
    }

    /** The share of contested values that a policy has right. */
    double right(String policy, ScoredField field) {
        return share(right, policy, field, contested(field));
    }

    /** The share of contested values that the best single source has right. */
    double bestSource(ScoredField field) {
        return sources.keySet().stream()
                .mapToDouble(source -> share(sources, source, field, contested(field)))
                .max()
                .orElse(0);
    }

    private static double share(Map<String, Map<ScoredField, Integer>> counts, String name, ScoredField field, int of) {
        return of == 0 ? 0 : (double) counts.getOrDefault(name, Map.of()).getOrDefault(field, 0) / of;
    }

    String table() {
        StringBuilder table = new StringBuilder();
        for (ScoredField field : ScoredField.values()) {
            int all = stated.getOrDefault(field, 0);
            table.append(String.format(
                    Locale.ROOT,
                    "%s: stated %d, contested %d, true value somewhere %.3f, best source %.3f%n",
                    field,
                    all,
                    contested(field),
                    contested(field) == 0 ? 0 : (double) anywhere.getOrDefault(field, 0) / contested(field),
                    bestSource(field)));
            for (String policy : policies.keySet()) {
                table.append(String.format(
                        Locale.ROOT,
                        "  %-58s contested %.3f, all %.3f%n",
                        policy,
                        right(policy, field),
                        share(rightOfAll, policy, field, all)));
            }
        }
        return table.toString();
    }
}

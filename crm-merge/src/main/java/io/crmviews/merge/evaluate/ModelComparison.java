package io.crmviews.merge.evaluate;

import io.crmviews.merge.explain.PairExplanation;
import io.crmviews.merge.internal.Hashing;
import io.crmviews.merge.weigh.Model;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.source.RecordKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What another model would change: which customers would merge or split, counted in full and shown by a sample with
 * reasons. Look at it before a model is switched. Immutable; deterministic.
 *
 * @param customersBefore how many customers there are by the first model
 * @param customersAfter how many there are by the second
 * @param merges how many customers of the second are made of several of the first
 * @param splits how many customers of the first are spread over several of the second
 * @param recordsMoved how many records are in one of these
 * @param sample some of the changes, chosen by hash
 */
public record ModelComparison(
        long customersBefore,
        long customersAfter,
        long merges,
        long splits,
        long recordsMoved,
        List<CustomerChange> sample) {

    /** Copies the list. */
    public ModelComparison {
        sample = List.copyOf(sample);
    }

    /**
     * A customer that would be made of several, or become several.
     *
     * @param merge whether several become one; else one becomes several
     * @param parts the records of each part
     * @param before the heaviest pair across two parts, by the first model
     * @param after the same pair by the second model
     */
    public record CustomerChange(
            boolean merge, List<List<RecordKey>> parts, PairExplanation before, PairExplanation after) {

        /** Copies the lists. */
        public CustomerChange {
            parts = parts.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Resolves records by both models and compares the customers. Costs two resolutions of all records in memory.
     *
     * @param records current records, one version each
     * @param before the model in use
     * @param after the model that might take its place
     * @param most how many changes to show at the most
     * @return the comparison
     */
    public static ModelComparison of(List<SourceRecord> records, Model before, Model after, int most) {
        Groups old = new Groups(Clustering.of(records, before));
        Groups young = new Groups(Clustering.of(records, after));
        List<Parts> changes = new ArrayList<>();
        young.each(group -> changes.add(new Parts(true, old.parts(group))));
        old.each(group -> changes.add(new Parts(false, young.parts(group))));
        changes.removeIf(parts -> parts.of.size() < 2);
        changes.sort(Comparator.comparingLong(Parts::rank).thenComparing(Parts::merge));
        PairReasons reasons = new PairReasons(records);
        return new ModelComparison(
                old.count(),
                young.count(),
                changes.stream().filter(Parts::merge).count(),
                changes.stream().filter(parts -> !parts.merge).count(),
                changes.stream()
                        .flatMap(parts -> parts.of.stream())
                        .flatMap(List::stream)
                        .distinct()
                        .count(),
                changes.stream()
                        .limit(most)
                        .map(parts -> parts.explained(reasons, before, after))
                        .toList());
    }

    /**
     * The comparison in lines to read.
     *
     * @return text with line ends, without values of the records
     */
    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d customers become %d: %d would be made of several, %d would split; %d records are concerned.%n",
                customersBefore,
                customersAfter,
                merges,
                splits,
                recordsMoved));
        sample.forEach(change -> append(text, change));
        return text.toString();
    }

    private static void append(StringBuilder text, CustomerChange change) {
        text.append(String.format(
                Locale.ROOT,
                "%n%s %d customers: %s%nBefore: %sAfter: %s",
                change.merge ? "Would merge" : "Would split into",
                change.parts.size(),
                change.parts.stream().map(part -> part.size() + " records").collect(Collectors.joining(", ")),
                change.before.text(),
                change.after.text()));
    }

    /** A partition, by record and by group. */
    private static final class Groups {
        private final Map<RecordKey, Long> of;
        private final Map<Long, List<RecordKey>> members = new TreeMap<>();

        Groups(Map<RecordKey, Long> of) {
            this.of = of;
            of.keySet().stream()
                    .sorted()
                    .forEach(record -> members.computeIfAbsent(of.get(record), unseen -> new ArrayList<>())
                            .add(record));
        }

        long count() {
            return members.size();
        }

        void each(Consumer<List<RecordKey>> visitor) {
            members.values().forEach(visitor);
        }

        /** How this partition divides some records, the first record's part first. */
        List<List<RecordKey>> parts(List<RecordKey> records) {
            return List.copyOf(records.stream()
                    .collect(Collectors.groupingBy(of::get, LinkedHashMap::new, Collectors.toList()))
                    .values());
        }
    }

    private record Parts(boolean merge, List<List<RecordKey>> of) {

        /** By hash, so that a sample is typical; of the first record, so that no order of arrival counts. */
        long rank() {
            RecordKey first = of.get(0).get(0);
            return Hashing.pair(Hashing.of(first.source()), Hashing.of(first.key()));
        }

        CustomerChange explained(PairReasons reasons, Model before, Model after) {
            PairReasons.Pair pair = reasons.heaviest(of.get(0), of.get(1), merge ? after : before);
            return new CustomerChange(
                    merge, of, reasons.explain(pair, !merge, before), reasons.explain(pair, merge, after));
        }
    }
}

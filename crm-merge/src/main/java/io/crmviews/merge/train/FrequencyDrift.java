package io.crmviews.merge.train;

import io.crmviews.merge.internal.LongList;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.weigh.Frequencies;
import io.crmviews.merge.weigh.Frequencies.Kind;
import io.crmviews.merge.weigh.FrequencyCounter;
import io.crmviews.merge.weigh.Model;
import io.crmviews.model.fact.SourceRecord;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How far the frequencies that are frozen in a model have drifted from those of the records of today. The weights stay as
 * they are until a model is switched; this says when it is time to calibrate again. Immutable.
 *
 * @param records the records that were counted today
 * @param expectedCustomers the number of customers that the model expects
 * @param kinds one a kind of values that occurs in either
 */
public record FrequencyDrift(long records, long expectedCustomers, List<KindDrift> kinds) {

    private static final double WORTH_CALIBRATING = 1;
    private static final int LEAST_RECORDS = 100;
    private static final int MOST_GROWTH = 4;
    /** Kinds whose counts are no shares of all records. */
    private static final Set<Kind> WITHOUT_SHARES =
            EnumSet.of(Kind.REPEATED_ID, Kind.TRAIT_NAME, Kind.TRAIT, Kind.FURTHER);

    /** Copies the list. */
    public FrequencyDrift {
        kinds = List.copyOf(kinds);
    }

    /**
     * The drift of one kind of values.
     *
     * @param kind the kind
     * @param frozenRecords how many records had such a value when the model was made
     * @param records how many have one today
     * @param meanBits by how much the worth of a value that agrees is off, the mean over frequent values as often as they
     *     occur today, in bits
     * @param mostBits the largest such difference, in bits
     */
    public record KindDrift(Kind kind, long frozenRecords, long records, double meanBits, double mostBits) {}

    /**
     * Counts records and compares. O(values).
     *
     * @param model the model in use
     * @param today the records of today, or a sample of them
     * @return the drift
     */
    public static FrequencyDrift of(Model model, Iterable<SourceRecord> today) {
        FrequencyCounter counter = new FrequencyCounter();
        today.forEach(record -> counter.add(Normaliser.features(record)));
        Frequencies current =
                counter.frequencies().ofCustomersWithFurther(model.frequencies().records(Kind.FURTHER));
        List<KindDrift> kinds = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (!WITHOUT_SHARES.contains(kind) && model.frequencies().records(kind) + current.records(kind) > 0) {
                kinds.add(drift(kind, model.frequencies(), current));
            }
        }
        return new FrequencyDrift(counter.records(), model.expectedCustomers(), kinds);
    }

    private static KindDrift drift(Kind kind, Frequencies frozen, Frequencies current) {
        LongList values = new LongList();
        for (Frequencies tables : List.of(frozen, current)) {
            for (long value : tables.values(kind)) {
                values.add(value);
            }
        }
        double sum = 0;
        double most = 0;
        long count = 0;
        for (long value : values.toSortedSet()) {
            double off = Math.abs(frozen.weight(kind, value) - current.weight(kind, value)) / (double) Model.BIT;
            int times = Math.max(1, current.count(kind, value));
            sum += off * times;
            count += times;
            most = Math.max(most, off);
        }
        return new KindDrift(kind, frozen.records(kind), current.records(kind), count == 0 ? 0 : sum / count, most);
    }

    /**
     * Whether it is time to calibrate again: agreement on some kind of value is off by a bit in the mean, or there are
     * several times more records than customers were expected.
     *
     * @return true if a new model is worth a comparison
     */
    public boolean isLarge() {
        return records > MOST_GROWTH * expectedCustomers
                || kinds.stream().anyMatch(kind -> kind.records >= LEAST_RECORDS && kind.meanBits >= WORTH_CALIBRATING);
    }

    /**
     * The drift as a table to read.
     *
     * @return text with line ends
     */
    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d records today, %d customers expected by the model. %s%n%-14s %9s %9s %10s %10s%n",
                records,
                expectedCustomers,
                isLarge() ? "It is time to calibrate again and compare." : "The model still fits.",
                "kind",
                "frozen",
                "today",
                "mean bits",
                "most bits"));
        kinds.forEach(kind -> append(text, kind));
        return text.toString();
    }

    private static void append(StringBuilder text, KindDrift kind) {
        text.append(String.format(
                Locale.ROOT,
                "%-14s %9d %9d %10.2f %10.2f%n",
                kind.kind.documentName(),
                kind.frozenRecords,
                kind.records,
                kind.meanBits,
                kind.mostBits));
    }
}

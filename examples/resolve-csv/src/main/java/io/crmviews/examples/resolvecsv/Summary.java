package io.crmviews.examples.resolvecsv;

import io.crmviews.merge.evaluate.Evaluation;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;

/**
 * What a run did.
 *
 * @param outcome what was found
 * @param seconds how long it took, reading and writing included
 * @param evaluation how good it is, where the truth was given
 */
record Summary(Engine.Outcome outcome, double seconds, Optional<Evaluation> evaluation) {

    private static final double MIB = 1024.0 * 1024.0;

    private long records() {
        return outcome.clusters().size();
    }

    private long clusters() {
        return new HashSet<>(outcome.clusters().values()).size();
    }

    private double aRecord(long count) {
        return records() == 0 ? 0 : (double) count / records();
    }

    /** The highest use of the heap's parts since the start; their sum bounds the peak from above. */
    private static double peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                / MIB;
    }

    String text() {
        String text = String.format(
                Locale.ROOT,
                "%d records, %d clusters, %.1f s, %.0f records/s; a record: %.1f candidates, %.1f comparisons;"
                        + " peak heap %.0f MiB; %d customers expected for the prior",
                records(),
                clusters(),
                seconds,
                records() / Math.max(seconds, 0.001),
                aRecord(outcome.candidates()),
                aRecord(outcome.comparisons()),
                peakHeap(),
                outcome.expectedCustomers());
        String rejects = outcome.rejected() == 0 ? "" : "\n" + outcome.rejected() + " facts were not taken";
        return text + rejects + evaluation.map(e -> "\n" + Truth.line(e)).orElse("");
    }

    String json() {
        String measures = evaluation
                .map(e -> String.format(
                        Locale.ROOT,
                        ", \"pair_precision\": %.6f, \"pair_recall\": %.6f, \"pair_f1\": %.6f, \"b3_f1\": %.6f",
                        e.pairPrecision(),
                        e.pairRecall(),
                        e.pairF1(),
                        e.bcubedF1()))
                .orElse("");
        return String.format(
                Locale.ROOT,
                "{\"records\": %d, \"clusters\": %d, \"seconds\": %.3f, \"records_per_second\": %.1f,"
                        + " \"candidates_per_record\": %.3f, \"comparisons_per_record\": %.3f, \"peak_heap_mib\": %.1f,"
                        + " \"expected_customers\": %d, \"rejected\": %d%s}%n",
                records(),
                clusters(),
                seconds,
                records() / Math.max(seconds, 0.001),
                aRecord(outcome.candidates()),
                aRecord(outcome.comparisons()),
                peakHeap(),
                outcome.expectedCustomers(),
                outcome.rejected(),
                measures);
    }
}

package io.crmviews.examples.quickstart;

import java.util.HashMap;
import java.util.Map;

/**
 * How well found groups agree with the true ones: pairs of records, and B-cubed (Bagga and Baldwin, "Entity-based
 * cross-document coreferencing using the vector space model", 1998), which counts each record once.
 *
 * @param pairs precision and recall over the pairs of records
 * @param bCubed precision and recall averaged over the records
 */
record Accuracy(Measure pairs, Measure bCubed) {

    /**
     * Precision and recall.
     *
     * @param precision the share of what was joined that belongs together, 0 to 1
     * @param recall the share of what belongs together that was joined, 0 to 1
     */
    record Measure(double precision, double recall) {

        /** The harmonic mean of both. */
        double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    private record Cell(Object found, Object truth) {}

    /**
     * Compares two groupings of the same records.
     *
     * @param found the found group of each record
     * @param truth the true group of each record; the same keys
     */
    static <R> Accuracy of(Map<R, ?> found, Map<R, ?> truth) {
        Map<Object, Integer> foundSizes = new HashMap<>();
        Map<Object, Integer> trueSizes = new HashMap<>();
        Map<Cell, Integer> cells = new HashMap<>();
        truth.forEach((record, customer) -> {
            Object group = found.get(record);
            if (group == null) {
                throw new IllegalArgumentException("Every record needs a group.");
            }
            foundSizes.merge(group, 1, Integer::sum);
            trueSizes.merge(customer, 1, Integer::sum);
            cells.merge(new Cell(group, customer), 1, Integer::sum);
        });
        double together = pairs(cells);
        double precision = 0;
        double recall = 0;
        for (Map.Entry<Cell, Integer> cell : cells.entrySet()) {
            double square = (double) cell.getValue() * cell.getValue();
            precision += square / size(foundSizes, cell.getKey().found());
            recall += square / size(trueSizes, cell.getKey().truth());
        }
        return new Accuracy(
                new Measure(share(together, pairs(foundSizes)), share(together, pairs(trueSizes))),
                new Measure(share(precision, truth.size()), share(recall, truth.size())));
    }

    private static int size(Map<Object, Integer> sizes, Object group) {
        return sizes.getOrDefault(group, 0);
    }

    private static double pairs(Map<?, Integer> sizes) {
        return sizes.values().stream()
                .mapToDouble(size -> size * (size - 1.0) / 2)
                .sum();
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 1 : part / whole;
    }
}

package io.crmviews.merge.ingest;

/**
 * How much work a step did. The counters depend on the data alone, so they repeat exactly and can be gated.
 *
 * @param keys keys that records added to or took from the postings
 * @param candidates pairs that shared a live key and were looked at
 * @param comparisons pairs that were scored
 * @param crossings keys that crossed their cap, up or down
 * @param reevaluations pairs looked at again because a key crossed its cap
 * @param edgesVisited edges that were read to cut components into customers
 */
public record WorkCounters(
        long keys, long candidates, long comparisons, long crossings, long reevaluations, long edgesVisited) {

    /** No work. */
    public static final WorkCounters NONE = new WorkCounters(0, 0, 0, 0, 0, 0);

    /**
     * The work of two steps.
     *
     * @param other the other step's work
     * @return the sums
     */
    public WorkCounters plus(WorkCounters other) {
        return new WorkCounters(
                keys + other.keys,
                candidates + other.candidates,
                comparisons + other.comparisons,
                crossings + other.crossings,
                reevaluations + other.reevaluations,
                edgesVisited + other.edgesVisited);
    }
}

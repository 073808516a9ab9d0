package io.crmviews.merge.ingest;

/** Counts work in the course of one step. */
final class Counters {

    long keys;
    long candidates;
    long comparisons;
    long crossings;
    long reevaluations;
    long edgesVisited;

    WorkCounters total() {
        return new WorkCounters(keys, candidates, comparisons, crossings, reevaluations, edgesVisited);
    }
}

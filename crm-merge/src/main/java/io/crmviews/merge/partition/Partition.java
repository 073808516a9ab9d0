package io.crmviews.merge.partition;

import io.crmviews.model.source.RecordKey;
import java.util.List;

/**
 * Which records are one customer.
 *
 * @param clusters the records of each customer, ascending; the clusters in the order of their first record
 * @param refusals the unions that were refused and stayed apart, in the order of decision
 * @param unions the unions that were made, in the order of decision: first those of records with equal features, then
 *     those of edges, the strongest first; of {@code n} records in {@code c} clusters there are {@code n - c}
 */
public record Partition(List<List<RecordKey>> clusters, List<Refusal> refusals, List<Union> unions) {

    /** Copies the lists. */
    public Partition {
        clusters = clusters.stream().map(List::copyOf).toList();
        refusals = List.copyOf(refusals);
        unions = List.copyOf(unions);
    }
}

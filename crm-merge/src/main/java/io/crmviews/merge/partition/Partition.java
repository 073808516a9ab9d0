package io.crmviews.merge.partition;

import io.crmviews.model.source.RecordKey;
import java.util.List;

/**
 * Which records are one customer.
 *
 * @param clusters the records of each customer, ascending; the clusters in the order of their first record
 * @param refusals the unions that were refused and stayed apart, in the order of decision
 */
public record Partition(List<List<RecordKey>> clusters, List<Refusal> refusals) {

    /** Copies the lists. */
    public Partition {
        clusters = clusters.stream().map(List::copyOf).toList();
        refusals = List.copyOf(refusals);
    }
}

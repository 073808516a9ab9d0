package io.crmviews.merge.partition;

import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.source.RecordKey;
import java.util.List;

/**
 * A node of the graph: the records whose features are equal.
 *
 * @param prepared their features
 * @param selfWeight the weight of a pair of such records, 1/1024 bits
 * @param records the records, distinct, ascending, at least one
 */
public record Vertex(Prepared prepared, int selfWeight, List<RecordKey> records) {

    /** Copies and checks the records. */
    public Vertex {
        records = List.copyOf(records);
        if (records.isEmpty()) {
            throw new IllegalArgumentException("A vertex holds at least one record.");
        }
    }
}

package io.crmviews.merge.partition;

import io.crmviews.model.source.RecordKey;

/**
 * A union that a constraint refused.
 *
 * @param a a record of one side
 * @param b a record of the other
 * @param weight the weight of the edge, 1/1024 bits
 * @param reason the constraint
 */
public record Refusal(RecordKey a, RecordKey b, int weight, Reason reason) {

    /** Why a union was refused. */
    public enum Reason {
        /** An individual and an organisation never unite. */
        KIND,
        /** A source that never holds a customer twice has a record on both sides. */
        DUPLICATE_FREE_SOURCE,
        /** The edge is not strong, and the other pairs across it speak against it. */
        WEAK_BRIDGE
    }
}

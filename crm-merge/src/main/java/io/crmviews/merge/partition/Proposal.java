package io.crmviews.merge.partition;

import io.crmviews.merge.weigh.Prepared;

/**
 * An edge between two clusters as they started.
 *
 * @param left the cluster of the edge's first end
 * @param right that of its other end
 * @param x the features of the first end
 * @param y those of the other end
 * @param weight the weight of the edge, 1/1024 bits
 */
record Proposal(Cluster left, Cluster right, Prepared x, Prepared y, int weight) {

    boolean isOf(Prepared one, Prepared other) {
        return (one == x && other == y) || (one == y && other == x);
    }
}

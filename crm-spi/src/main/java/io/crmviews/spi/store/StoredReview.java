package io.crmviews.spi.store;

import io.crmviews.model.review.ReviewReason;

/**
 * Two nodes that weigh enough to be looked at by a person and are not one customer. Its name is the pair of nodes, and
 * a node's id is the hash of its features: so other evidence is another review.
 *
 * @param a the id of the lesser node
 * @param b the id of the other node, or of the same one if its own records stay apart
 * @param weight the weight of the pair, 1/1024 bits
 * @param reason why they stay apart
 */
public record StoredReview(long a, long b, int weight, ReviewReason reason) implements Comparable<StoredReview> {

    /** Sorts the nodes. */
    public StoredReview {
        if (a > b) {
            long lesser = b;
            b = a;
            a = lesser;
        }
    }

    /** The heaviest first, then by nodes. */
    @Override
    public int compareTo(StoredReview other) {
        int byWeight = Integer.compare(other.weight, weight);
        if (byWeight != 0) {
            return byWeight;
        }
        int byFirst = Long.compare(a, other.a);
        return byFirst != 0 ? byFirst : Long.compare(b, other.b);
    }
}

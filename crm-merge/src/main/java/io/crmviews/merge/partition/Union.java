package io.crmviews.merge.partition;

import io.crmviews.model.source.RecordKey;

/**
 * Two clusters that became one.
 *
 * @param a the record of one side that the edge begins at
 * @param b the record of the other side that it ends at
 * @param weight the weight of the edge, 1/1024 bits; for records with equal features, that of such a pair;
 *     {@link #ASSERTED} if somebody said that they are one
 * @param sizeA how many records the side of {@code a} had before
 * @param sizeB how many records the side of {@code b} had before
 */
public record Union(RecordKey a, RecordKey b, int weight, int sizeA, int sizeB) {

    /** In place of a weight: somebody said that the records are one customer. */
    public static final int ASSERTED = Integer.MAX_VALUE;
}

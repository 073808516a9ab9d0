package io.crmviews.merge.partition;

import io.crmviews.model.review.ReviewReason;
import io.crmviews.model.source.RecordKey;

/**
 * A union that was refused.
 *
 * @param a a record of one side
 * @param b a record of the other
 * @param weight the weight of the edge, 1/1024 bits; {@link Union#ASSERTED} for an assertion that could not hold
 * @param reason the constraint
 */
public record Refusal(RecordKey a, RecordKey b, int weight, ReviewReason reason) {}

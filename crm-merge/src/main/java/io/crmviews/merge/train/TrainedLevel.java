package io.crmviews.merge.train;

import io.crmviews.merge.weigh.Origin;
import io.crmviews.merge.weigh.Parameter;

/**
 * What training says of one level of comparison.
 *
 * @param parameter the level's weight in the model
 * @param origin whether the weight was estimated, smoothed by few records, or not estimated
 * @param shipped the shipped weight in bits
 * @param estimate what the records alone suggest, in bits, smoothed and unbounded; to look at
 * @param used the weight of the trained model in bits; the shipped one if not estimated
 * @param matches how many matching pairs are expected at this level
 * @param compared how many matching pairs are expected to state the item on both sides
 * @param reason why the shipped weight was kept; empty if it was not
 */
public record TrainedLevel(
        Parameter parameter,
        Origin origin,
        double shipped,
        double estimate,
        double used,
        double matches,
        double compared,
        String reason) {}

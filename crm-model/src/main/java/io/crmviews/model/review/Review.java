package io.crmviews.model.review;

import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;

/**
 * A pair of records that waits for a person's decision.
 *
 * @param a a record of one side
 * @param b a record of the other
 * @param customerA the customer of {@code a}
 * @param customerB the customer of {@code b}; never that of {@code a}
 * @param weight the weight of the pair, 1/1024 bits
 * @param reason why the two stay apart for now
 * @param stake how much a decision would matter: how open it is, times the records that it would move; 0 or more
 * @param basis the hash of the evidence and of the model, so that a decision holds until one of them changes
 */
public record Review(
        RecordKey a,
        RecordKey b,
        CustomerId customerA,
        CustomerId customerB,
        int weight,
        ReviewReason reason,
        double stake,
        long basis) {}

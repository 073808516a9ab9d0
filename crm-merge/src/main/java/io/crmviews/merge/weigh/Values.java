package io.crmviews.merge.weigh;

import io.crmviews.merge.internal.Hashing;
import io.crmviews.merge.normalise.Features;
import io.crmviews.model.party.PartialDate;

/** The hashes by which values are counted and looked up. */
final class Values {

    private Values() {}

    static long birth(PartialDate date) {
        return Hashing.mix(date.packed());
    }

    static long local(Features.Email email) {
        return Hashing.of(email.local());
    }

    static long text(String text) {
        return Hashing.of(text);
    }
}

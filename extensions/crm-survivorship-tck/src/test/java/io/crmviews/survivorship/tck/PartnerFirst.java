package io.crmviews.survivorship.tck;

import io.crmviews.spi.survivorship.Candidate;
import io.crmviews.spi.survivorship.CustomStrategy;

/** What a partner says comes before what others say. */
public final class PartnerFirst implements CustomStrategy {

    /** Needs nothing. */
    public PartnerFirst() {}

    @Override
    public String name() {
        return "partner-first";
    }

    @Override
    public int bits() {
        return 1;
    }

    @Override
    public long rank(Candidate candidate) {
        return candidate.record().key().source().startsWith("partner") ? 1 : 0;
    }
}

package io.crmviews.survivorship.tck;

import io.crmviews.spi.survivorship.CustomStrategy;

/** A rule of one's own keeps the laws: this is all an author writes. */
class PartnerFirstTest extends CustomStrategyLaws {

    @Override
    protected CustomStrategy strategy() {
        return new PartnerFirst();
    }
}

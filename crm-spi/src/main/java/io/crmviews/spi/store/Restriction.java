package io.crmviews.spi.store;

import io.crmviews.model.source.RecordKey;
import java.time.Instant;

/**
 * A record that is kept and not used (GDPR, article 18): it is hidden from whoever is not expressly allowed to see it.
 *
 * @param record the record
 * @param ground why, in the law's words and without personal data; not blank
 * @param since since when
 */
public record Restriction(RecordKey record, String ground, Instant since) {

    /** Checks that there is a ground. */
    public Restriction {
        if (ground.isBlank()) {
            throw new IllegalArgumentException("A restriction has a ground.");
        }
    }

    @Override
    public String toString() {
        return "Restriction[" + ground + "]";
    }
}

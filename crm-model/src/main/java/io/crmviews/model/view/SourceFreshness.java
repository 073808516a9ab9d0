package io.crmviews.model.view;

import java.time.Instant;

/**
 * Until when a source was heard completely. A source can be live and silent: being heard and having news are two
 * things.
 *
 * @param source the source's id
 * @param state how current it is
 * @param heardUntil everything that the source knew until then has arrived; {@link Instant#MIN} if never heard
 */
public record SourceFreshness(String source, Freshness state, Instant heardUntil) {

    /** Checks that a source that was never heard has no time. */
    public SourceFreshness {
        if (state == Freshness.NEVER && !heardUntil.equals(Instant.MIN)) {
            throw new IllegalArgumentException("A source that was never heard has no time until which it was heard.");
        }
    }
}

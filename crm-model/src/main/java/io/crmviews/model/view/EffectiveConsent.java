package io.crmviews.model.view;

import io.crmviews.model.fact.ConsentState;
import io.crmviews.model.source.RecordKey;
import java.time.Instant;

/**
 * What a customer allows for one purpose in one channel, all records taken together. Where no such statement exists,
 * nothing is permitted.
 *
 * @param purpose what for
 * @param channel which contact channel; empty for every channel that has no statement of its own
 * @param permitted whether the use is permitted
 * @param state the state that decides
 * @param decidedBy the consent event that decides; {@link RecordKey#WITHHELD} if the reader may not know its source
 * @param since when that event happened; {@link Instant#MIN} if unknown
 * @param expires when the permission ends by itself; {@link Instant#MAX} if never
 */
public record EffectiveConsent(
        String purpose,
        String channel,
        boolean permitted,
        ConsentState state,
        RecordKey decidedBy,
        Instant since,
        Instant expires) {

    /** Checks that only a granting state permits. */
    public EffectiveConsent {
        if (permitted && state.effect() != ConsentState.Effect.PERMITS) {
            throw new IllegalArgumentException("Only a consent that was given or renewed permits.");
        }
    }
}

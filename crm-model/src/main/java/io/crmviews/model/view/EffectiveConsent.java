package io.crmviews.model.view;

import io.crmviews.model.fact.ConsentState;
import io.crmviews.model.source.RecordKey;
import java.time.Instant;
import java.util.List;

/**
 * What a customer allows for one purpose in one channel, all records taken together. Where no such statement exists,
 * nothing is permitted.
 *
 * @param purpose what for
 * @param channel which contact channel; empty for every channel that has no statement of its own
 * @param jurisdiction where; empty for every place that has no statement of its own
 * @param permitted whether the use is permitted
 * @param state the state that decides
 * @param decidedBy the consent event that decides; {@link RecordKey#WITHHELD} if the reader may not know its source
 * @param since when that event happened; {@link Instant#MIN} if unknown
 * @param expires when the permission ends by itself; {@link Instant#MAX} if never
 */
public record EffectiveConsent(
        String purpose,
        String channel,
        String jurisdiction,
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

    /**
     * A statement that holds everywhere.
     *
     * @param purpose what for
     * @param channel which contact channel
     * @param permitted whether the use is permitted
     * @param state the state that decides
     * @param decidedBy the consent event that decides
     * @param since when that event happened
     * @param expires when the permission ends by itself
     */
    public EffectiveConsent(
            String purpose,
            String channel,
            boolean permitted,
            ConsentState state,
            RecordKey decidedBy,
            Instant since,
            Instant expires) {
        this(purpose, channel, "", permitted, state, decidedBy, since, expires);
    }

    /**
     * Whether some statements permit a use; the one that names the channel comes before the one for all channels, and then
     * the one that names the place before the one for everywhere.
     *
     * @param consents all statements of a customer
     * @param purpose what for
     * @param channel which contact channel; empty asks for channels without a statement of their own
     * @param jurisdiction where; empty asks for everywhere
     * @return true only if a statement permits it
     */
    public static boolean permits(
            List<EffectiveConsent> consents, String purpose, String channel, String jurisdiction) {
        EffectiveConsent closest = null;
        int best = -1;
        for (EffectiveConsent consent : consents) {
            int near = consent.purpose.equals(purpose) ? consent.nearness(channel, jurisdiction) : -1;
            if (near > best) {
                best = near;
                closest = consent;
            }
        }
        return closest != null && closest.permitted;
    }

    private int nearness(String askedChannel, String askedPlace) {
        boolean fits = (channel.isEmpty() || channel.equals(askedChannel))
                && (jurisdiction.isEmpty() || jurisdiction.equals(askedPlace));
        return fits ? (channel.equals(askedChannel) ? 2 : 0) + (jurisdiction.equals(askedPlace) ? 1 : 0) : -1;
    }
}

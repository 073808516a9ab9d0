package io.crmviews.merge.rights;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How an embedder erases.
 *
 * @param key the key of the tombstones
 * @param duties what must be kept by law; the first that binds gives the ground
 */
public record ErasureRules(ErasureKey key, List<LegalDuty> duties) {

    /** Copies the duties. */
    public ErasureRules {
        duties = List.copyOf(duties);
    }

    /**
     * The ground on which something is kept.
     *
     * @param source where it comes from
     * @param kind what it is, as in {@link LegalDuty#kind()}
     * @param occurredAt when it happened; {@link Instant#MIN} if unknown
     * @param now the present instant
     * @return the ground, or empty if it may be erased
     */
    public Optional<String> ground(String source, String kind, Instant occurredAt, Instant now) {
        return duties.stream()
                .filter(duty -> duty.binds(source, kind, occurredAt, now))
                .map(LegalDuty::ground)
                .findFirst();
    }
}

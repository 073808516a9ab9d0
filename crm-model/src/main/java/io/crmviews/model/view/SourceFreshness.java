package io.crmviews.model.view;

import io.crmviews.model.profile.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * How current a source is, and what part of a view rests on it. A source can be live and silent: being heard and having
 * news are two things.
 *
 * @param source the source's id
 * @param state how current it is
 * @param heardUntil everything that the source knew until then has arrived; {@link Instant#MIN} if it never said
 * @param lastOccurred when the latest of what it reported happened; {@link Instant#MIN} if unknown
 * @param lastRecorded when something of it arrived last; {@link Instant#MIN} if never
 * @param records how many of the customer's records are its
 * @param fields the fields of the profile whose winning value is its
 */
public record SourceFreshness(
        String source,
        Freshness state,
        Instant heardUntil,
        Instant lastOccurred,
        Instant lastRecorded,
        int records,
        Set<Field> fields) {

    /** Checks that a source that was never heard has no time, and copies the fields. */
    public SourceFreshness {
        if (state == Freshness.NEVER && !heardUntil.equals(Instant.MIN)) {
            throw new IllegalArgumentException("A source that was never heard has no time until which it was heard.");
        }
        fields = Set.copyOf(fields);
    }

    /**
     * A source on which nothing of a view rests, and of which no more is known.
     *
     * @param source the source's id
     * @param state how current it is
     * @param heardUntil until when it was heard completely; {@link Instant#MIN} if it never said
     */
    public SourceFreshness(String source, Freshness state, Instant heardUntil) {
        this(source, state, heardUntil, Instant.MIN, Instant.MIN, 0, Set.of());
    }

    /**
     * How far the source is behind: what happened since it was heard may be missing.
     *
     * @param now the present instant
     * @return the time since it was heard completely, zero or more; empty if it never said until when
     */
    public Optional<Duration> behind(Instant now) {
        if (heardUntil.equals(Instant.MIN)) {
            return Optional.empty();
        }
        return Optional.of(heardUntil.isAfter(now) ? Duration.ZERO : Duration.between(heardUntil, now));
    }
}

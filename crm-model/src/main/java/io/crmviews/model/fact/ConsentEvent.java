package io.crmviews.model.fact;

import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import java.time.Instant;

/**
 * One event in the history of a consent (ISO/IEC TS 27560 consent record). Withdrawing adds an event and removes none.
 *
 * @param key the event's name: a redelivery has the same key
 * @param revision its version and times
 * @param subject whose consent it is
 * @param purpose what for, in an open word, lower case: {@code marketing}, {@code profiling}; not blank
 * @param channel which contact channel it is about: {@code email}, {@code phone}, {@code post}, or empty for all
 * @param state the state it brings
 * @param authenticated whether the person gave it after proving who they are
 * @param expires when it ends by itself; {@link Instant#MAX} if never
 * @param evidence a reference to the form, call or page, never its content, or empty
 */
public record ConsentEvent(
        RecordKey key,
        Revision revision,
        Subject subject,
        String purpose,
        String channel,
        ConsentState state,
        boolean authenticated,
        Instant expires,
        String evidence)
        implements Fact {

    /** Checks the purpose. */
    public ConsentEvent {
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("A consent event needs a purpose.");
        }
    }

    @Override
    public ConsentEvent withRevision(Revision other) {
        return new ConsentEvent(key, other, subject, purpose, channel, state, authenticated, expires, evidence);
    }

    @Override
    public String toString() {
        return "ConsentEvent[" + key + "]";
    }
}

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
 * @param indication who said it: the person, a guardian, an agent
 * @param jurisdiction under whose law it was said, as ISO 3166 writes it ({@code DE}, {@code US-CA}); empty for everywhere.
 *     A grant holds only there, a refusal everywhere
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
        String evidence,
        Indication indication,
        String jurisdiction)
        implements Fact {

    /** Checks the purpose. */
    public ConsentEvent {
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("A consent event needs a purpose.");
        }
    }

    /**
     * An event that the person caused and that holds everywhere.
     *
     * @param key the event's name
     * @param revision its version and times
     * @param subject whose consent it is
     * @param purpose what for, not blank
     * @param channel which contact channel it is about, or empty for all
     * @param state the state it brings
     * @param authenticated whether the person gave it after proving who they are
     * @param expires when it ends by itself; {@link Instant#MAX} if never
     * @param evidence a reference to the form, call or page, or empty
     */
    public ConsentEvent(
            RecordKey key,
            Revision revision,
            Subject subject,
            String purpose,
            String channel,
            ConsentState state,
            boolean authenticated,
            Instant expires,
            String evidence) {
        this(key, revision, subject, purpose, channel, state, authenticated, expires, evidence, Indication.SELF, "");
    }

    @Override
    public ConsentEvent withRevision(Revision other) {
        return new ConsentEvent(
                key,
                other,
                subject,
                purpose,
                channel,
                state,
                authenticated,
                expires,
                evidence,
                indication,
                jurisdiction);
    }

    /**
     * The same event, said by somebody.
     *
     * @param by who said it
     * @return the event
     */
    public ConsentEvent indicatedBy(Indication by) {
        return new ConsentEvent(
                key, revision, subject, purpose, channel, state, authenticated, expires, evidence, by, jurisdiction);
    }

    /**
     * The same event, said under a law.
     *
     * @param place the jurisdiction; empty for everywhere
     * @return the event
     */
    public ConsentEvent under(String place) {
        return new ConsentEvent(
                key, revision, subject, purpose, channel, state, authenticated, expires, evidence, indication, place);
    }

    @Override
    public String toString() {
        return "ConsentEvent[" + key + "]";
    }
}

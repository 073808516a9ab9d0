package io.crmviews.merge.consent;

import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.ConsentState;
import io.crmviews.model.view.EffectiveConsent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Decides one purpose in one channel from the events that concern it, of which there is at least one. */
final class Decision {

    /** The latest first; the order among equal times only picks which event is named. */
    private static final Comparator<AttributedConsent> LATEST = Comparator.comparing(
                    (AttributedConsent said) -> time(said))
            .reversed()
            .thenComparing(said -> said.event().key());

    private final List<AttributedConsent> events;
    private final Instant at;

    Decision(List<AttributedConsent> events, Instant at) {
        this.events = events.stream().sorted(LATEST).toList();
        this.at = at;
    }

    EffectiveConsent effective(String purpose, String channel) {
        Optional<AttributedConsent> refusal = first(this::isStanding);
        Optional<AttributedConsent> grant = first(this::isInForce);
        if (refusal.isEmpty() && grant.isPresent()) {
            return statement(purpose, channel, true, grant.get());
        }
        return statement(purpose, channel, false, refusal.orElse(events.get(0)));
    }

    private Optional<AttributedConsent> first(Predicate<AttributedConsent> which) {
        return events.stream().filter(which).findFirst();
    }

    /** A refusal that no grant has lifted. */
    private boolean isStanding(AttributedConsent refusal) {
        return effect(refusal) == ConsentState.Effect.FORBIDS
                && events.stream().noneMatch(grant -> lifts(grant, refusal));
    }

    private boolean lifts(AttributedConsent grant, AttributedConsent refusal) {
        if (effect(grant) != ConsentState.Effect.PERMITS
                || grant.standing() == Standing.SHARED_IDENTIFIER
                || isUnknown(refusal)
                || !time(grant).isAfter(time(refusal))) {
            return false;
        }
        boolean own = grant.isTrusted() && grant.sharesSubject(refusal);
        return own || (grant.event().authenticated() && isInForce(grant));
    }

    /** A grant that nothing of the same subject has ended, nor time. */
    private boolean isInForce(AttributedConsent grant) {
        return effect(grant) == ConsentState.Effect.PERMITS
                && grant.mayGrant()
                && at.isBefore(grant.event().expires())
                && events.stream().noneMatch(end -> ends(end, grant));
    }

    private static boolean ends(AttributedConsent end, AttributedConsent grant) {
        boolean ending =
                effect(end) != ConsentState.Effect.PERMITS && end.event().state() != ConsentState.REQUESTED;
        return ending
                && end.sharesSubject(grant)
                && (isUnknown(end) || !time(end).isBefore(time(grant)));
    }

    private EffectiveConsent statement(String purpose, String channel, boolean permitted, AttributedConsent decisive) {
        ConsentEvent event = decisive.event();
        boolean expired =
                !permitted && effect(decisive) == ConsentState.Effect.PERMITS && !at.isBefore(event.expires());
        return new EffectiveConsent(
                purpose,
                channel,
                permitted,
                expired ? ConsentState.EXPIRED : event.state(),
                event.key(),
                time(decisive),
                permitted ? event.expires() : Instant.MAX);
    }

    private static ConsentState.Effect effect(AttributedConsent said) {
        return said.event().state().effect();
    }

    private static Instant time(AttributedConsent said) {
        return said.event().revision().occurredAt();
    }

    private static boolean isUnknown(AttributedConsent said) {
        return time(said).equals(Instant.MIN);
    }
}

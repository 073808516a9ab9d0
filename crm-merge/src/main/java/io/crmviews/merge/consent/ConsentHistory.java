package io.crmviews.merge.consent;

import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.GoldenField;
import io.crmviews.model.view.EffectiveConsent;
import java.util.List;

/**
 * What a customer allows, every event that it follows from, and how the customer prefers to be contacted, as far as a
 * reader may see it. A preference permits nothing. Immutable.
 *
 * @param id the customer
 * @param position the commit position at which it was read
 * @param effective what holds, decided from all events, also those that are not shown
 * @param events the events that the reader may see, the newest first; withdrawn and expired ones stay
 * @param preferences the fields of {@link Preferences} that have a value
 */
public record ConsentHistory(
        CustomerId id,
        long position,
        List<EffectiveConsent> effective,
        List<ConsentEvent> events,
        List<GoldenField> preferences) {

    /** Copies the lists. */
    public ConsentHistory {
        effective = List.copyOf(effective);
        events = List.copyOf(events);
        preferences = List.copyOf(preferences);
    }

    /**
     * Whether the customer allows a use; without a statement it is not.
     *
     * @param purpose what for
     * @param channel which contact channel; empty asks for channels without a statement of their own
     * @param jurisdiction where; empty asks for everywhere
     * @return true only if an effective consent permits it
     */
    public boolean permits(String purpose, String channel, String jurisdiction) {
        return EffectiveConsent.permits(effective, purpose, channel, jurisdiction);
    }

    @Override
    public String toString() {
        return "ConsentHistory[" + id + "]";
    }
}

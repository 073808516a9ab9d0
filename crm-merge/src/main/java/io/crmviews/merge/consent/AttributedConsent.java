package io.crmviews.merge.consent;

import io.crmviews.model.fact.ConsentEvent;

/**
 * A consent event that concerns a customer.
 *
 * @param event the current version of the event
 * @param standing what its subject proves
 */
public record AttributedConsent(ConsentEvent event, Standing standing) {

    /** Whether the later event of one subject replaces the earlier. */
    boolean isTrusted() {
        return standing == Standing.RECORD
                || standing == Standing.REMOVED_RECORD
                || standing == Standing.VERIFIED_IDENTIFIER;
    }

    /** Whether a grant of the subject permits anything. */
    boolean mayGrant() {
        return standing != Standing.SHARED_IDENTIFIER && standing != Standing.REMOVED_RECORD;
    }

    boolean sharesSubject(AttributedConsent other) {
        return event.subject().equals(other.event.subject());
    }
}

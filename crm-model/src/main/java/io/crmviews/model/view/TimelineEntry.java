package io.crmviews.model.view;

import io.crmviews.model.fact.Interaction;

/**
 * An interaction in a customer's timeline.
 *
 * @param interaction what happened
 * @param attribution why it stands here
 */
public record TimelineEntry(Interaction interaction, Attribution attribution) {

    @Override
    public String toString() {
        return "TimelineEntry[" + interaction.key() + "]";
    }
}

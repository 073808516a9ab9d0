package io.crmviews.merge.view;

import io.crmviews.model.fact.Interaction;
import io.crmviews.model.view.Attribution;
import java.util.Optional;

/** Says whether an interaction is a customer's, and why. Called for the interactions of one page. */
@FunctionalInterface
public interface Attributor {

    /**
     * Judges an interaction.
     *
     * @param interaction the interaction
     * @return why it is the customer's, or empty if it is not
     */
    Optional<Attribution> attribution(Interaction interaction);
}

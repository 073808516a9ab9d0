package io.crmviews.merge.view;

import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.view.Attribution;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Says which customers a subject names at a time. */
@FunctionalInterface
public interface Holders {

    /**
     * The customers that a subject names.
     *
     * @param subject a record or an identifier
     * @param at when; {@link Instant#MIN} if unknown
     * @return of a record, the customer it belongs to; of an identifier, all that held it then; empty if nobody did
     */
    Set<CustomerId> of(Subject subject, Instant at);

    /**
     * The judgement of one customer's interactions: the first subject that names exactly one customer decides whose it
     * is; if none does, every customer that a subject names is a possible one.
     *
     * @param customer the customer
     * @return the judge
     */
    default Attributor attributor(CustomerId customer) {
        return interaction -> attribution(customer, interaction);
    }

    private Optional<Attribution> attribution(CustomerId customer, Interaction interaction) {
        Optional<Attribution> possibly = Optional.empty();
        for (Subject subject : interaction.subjects()) {
            Set<CustomerId> holders = of(subject, interaction.revision().occurredAt());
            if (holders.size() == 1) {
                return holders.contains(customer) ? Optional.of(certain(subject)) : Optional.empty();
            }
            if (possibly.isEmpty() && holders.contains(customer)) {
                possibly = Optional.of(new Attribution.Possibly(type(subject), holders.size()));
            }
        }
        return possibly;
    }

    private static Attribution certain(Subject subject) {
        return subject instanceof Subject.OfRecord of
                ? new Attribution.ByRecord(of.record())
                : new Attribution.ByIdentifier(type(subject));
    }

    private static String type(Subject subject) {
        return subject instanceof Subject.OfIdentifier of ? of.type() : "record";
    }
}

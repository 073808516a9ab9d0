package io.crmviews.merge.view;

import io.crmviews.merge.consent.AttributedConsent;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.profile.CustomerId;
import java.time.Instant;
import java.util.List;

/**
 * Everything that a view of one customer is made from, read at one commit position. The lists are not copied, since a
 * history may be long: they must not change.
 *
 * @param id the customer
 * @param position the commit position
 * @param members the customer's records, each once
 * @param runs interactions that may concern the customer, one run for each record and identifier; each run is a
 *     random-access list sorted by {@link Timelines#NEWEST_FIRST}. An interaction may stand in several runs
 * @param attributor which of them are the customer's
 * @param consents the consent events that concern the customer
 * @param sources how the sources were heard
 * @param at the instant for which consents and freshness are stated
 */
public record Snapshot(
        CustomerId id,
        long position,
        List<Member> members,
        List<List<Interaction>> runs,
        Attributor attributor,
        List<AttributedConsent> consents,
        List<Hearing> sources,
        Instant at) {

    /**
     * The same snapshot with another judge.
     *
     * @param other who judges whose interactions are
     * @return the snapshot
     */
    public Snapshot judgedBy(Attributor other) {
        return new Snapshot(id, position, members, runs, other, consents, sources, at);
    }

    @Override
    public String toString() {
        return "Snapshot[" + id + "]";
    }
}

package io.crmviews.model.view;

import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.GoldenProfile;
import java.util.List;
import java.util.Set;

/**
 * One customer as one reader may see it, read at one commit position: who this is, what happened in every channel, what
 * is allowed, and how current each statement is. Immutable; the same facts, policy and position give an equal view.
 *
 * @param id the customer
 * @param position the commit position that every part of the view was read at
 * @param profile the golden profile, made of the fields and sources that the reader may see
 * @param records the records that the reader may know of, in the order of their keys
 * @param timeline the first page, or the page that was asked for
 * @param consents what the customer allows, by purpose, then channel
 * @param freshness how current each source is that the reader may know of, by source
 * @param withheld the fields of the schema that the reader may not see, whether or not there is a value; an attribute
 *     without qualifier means that some of its fields are withheld
 */
public record CustomerView(
        CustomerId id,
        long position,
        GoldenProfile profile,
        List<MemberRecord> records,
        TimelinePage timeline,
        List<EffectiveConsent> consents,
        List<SourceFreshness> freshness,
        Set<Field> withheld) {

    /** Copies the collections. */
    public CustomerView {
        records = List.copyOf(records);
        consents = List.copyOf(consents);
        freshness = List.copyOf(freshness);
        withheld = Set.copyOf(withheld);
    }

    /**
     * Whether the customer allows a use in a channel; without a statement it is not.
     *
     * @param purpose what for
     * @param channel which contact channel; empty asks for channels without a statement of their own
     * @return true only if an effective consent permits it
     */
    public boolean permits(String purpose, String channel) {
        EffectiveConsent general = null;
        for (EffectiveConsent consent : consents) {
            if (consent.purpose().equals(purpose)) {
                if (consent.channel().equals(channel)) {
                    return consent.permitted();
                }
                general = consent.channel().isEmpty() ? consent : general;
            }
        }
        return general != null && general.permitted();
    }

    @Override
    public String toString() {
        return "CustomerView[" + id + "]";
    }
}

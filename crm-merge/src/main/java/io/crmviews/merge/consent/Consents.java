package io.crmviews.merge.consent;

import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.view.EffectiveConsent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The effective consents of a customer.
 *
 * <p>Within one record or proven identifier the latest event wins; ties and unknown times count as the protective event
 * being later. Across records any refusal wins, unless the authenticated person granted the same after it and that
 * grant still holds. Only a grant lifts a refusal: asking again, expiry and invalidation end grants and lift nothing. A
 * refusal does not expire. An event without channel speaks for every channel. Without a grant nothing is permitted.
 *
 * <p>The answer is a function of the set of events: merging customers joins their events, refusals included, and a split
 * gives each part the answer of its own events again.
 */
public final class Consents {

    private Consents() {}

    /**
     * What is permitted at an instant. O(events squared) within one purpose.
     *
     * @param events the events of all records and identifiers of the customer, in any order; one given twice counts
     *     once
     * @param at the instant; events that happened later are not known yet
     * @return one statement for each purpose and each channel that an event names, ordered by purpose, then channel
     */
    public static List<EffectiveConsent> effective(Collection<AttributedConsent> events, Instant at) {
        Map<RecordKey, AttributedConsent> known = new TreeMap<>();
        for (AttributedConsent said : events) {
            if (!said.event().revision().occurredAt().isAfter(at)) {
                known.put(said.event().key(), said);
            }
        }
        SortedMap<String, List<AttributedConsent>> purposes = new TreeMap<>();
        known.values()
                .forEach(said -> purposes.computeIfAbsent(said.event().purpose(), purpose -> new ArrayList<>())
                        .add(said));
        List<EffectiveConsent> effective = new ArrayList<>();
        purposes.forEach((purpose, said) -> {
            for (String channel : channels(said)) {
                List<AttributedConsent> relevant = said.stream()
                        .filter(one -> concerns(one.event(), channel))
                        .toList();
                effective.add(new Decision(relevant, at).effective(purpose, channel));
            }
        });
        return List.copyOf(effective);
    }

    private static SortedSet<String> channels(List<AttributedConsent> events) {
        SortedSet<String> channels = new TreeSet<>();
        events.forEach(said -> channels.add(said.event().channel()));
        return channels;
    }

    private static boolean concerns(ConsentEvent event, String channel) {
        return event.channel().isEmpty() || event.channel().equals(channel);
    }
}

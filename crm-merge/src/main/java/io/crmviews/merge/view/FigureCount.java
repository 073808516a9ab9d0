package io.crmviews.merge.view;

import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.Interaction.Direction;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.Money;
import io.crmviews.model.view.ContactFigures;
import io.crmviews.model.view.CustomerFigures;
import io.crmviews.model.view.ResponseFigures;
import io.crmviews.model.view.TimelineEntry;
import io.crmviews.spi.derive.ComputedAttribute;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts a timeline, the newest entry first. For one customer, used by one thread. */
public final class FigureCount {

    private final FigureRules rules;
    private final Instant at;
    private final SortedMap<String, ContactFigures> contacts = new TreeMap<>();
    private final SortedMap<String, BigDecimal> purchased = new TreeMap<>();
    private final SortedMap<String, BigDecimal> refunded = new TreeMap<>();
    private final Map<ComputedAttribute, ComputedAttribute.Computation> computed = new HashMap<>();
    private final List<Duration> waits = new ArrayList<>();
    private long purchases;
    private Instant lastPurchase = Instant.MIN;
    /** The earliest answer that was seen so far and is not spent: entries come newest first. */
    private Instant answer = Instant.MAX;

    private Instant asked = Instant.MIN;
    private boolean waiting;

    /**
     * A count of nothing yet.
     *
     * @param rules what is counted
     * @param at the instant for which it is stated
     */
    public FigureCount(FigureRules rules, Instant at) {
        this.rules = rules;
        this.at = at;
        rules.computed().forEach(attribute -> computed.put(attribute, attribute.begin(at)));
    }

    /**
     * Counts an entry.
     *
     * @param entry an entry that is certain, not newer than the one before
     */
    public void take(TimelineEntry entry) {
        Interaction said = entry.interaction();
        contacts.merge(said.channel(), contact(said), FigureCount::both);
        if (rules.purchases().contains(said.kind())) {
            purchases++;
            lastPurchase = later(lastPurchase, said.revision().occurredAt());
            add(purchased, said.amount());
        } else if (rules.refunds().contains(said.kind())) {
            add(refunded, said.amount());
        }
        respond(said);
        computed.values().forEach(computation -> computation.take(entry));
    }

    /** The first question before an answer is what waited for it; every question before that is answered with it. */
    private void respond(Interaction said) {
        Instant happened = said.revision().occurredAt();
        if (happened.equals(Instant.MIN) || rules.purchases().contains(said.kind())) {
            return;
        }
        if (said.direction() == Direction.OUTBOUND) {
            close();
            answer = happened;
        } else if (said.direction() == Direction.INBOUND) {
            asked = happened;
            waiting |= answer.equals(Instant.MAX);
        }
    }

    private void close() {
        if (!asked.equals(Instant.MIN) && !answer.equals(Instant.MAX)) {
            waits.add(Duration.between(asked, answer));
        }
        asked = Instant.MIN;
    }

    private ContactFigures contact(Interaction said) {
        Instant happened = said.revision().occurredAt();
        return new ContactFigures(
                said.channel(),
                happened,
                happened,
                said.direction() == Direction.INBOUND ? 1 : 0,
                said.direction() == Direction.OUTBOUND ? 1 : 0,
                rules.purchases().contains(said.kind()) ? 1 : 0,
                rules.services().contains(said.kind()) ? 1 : 0);
    }

    private static ContactFigures both(ContactFigures one, ContactFigures other) {
        return new ContactFigures(
                one.channel(),
                earlier(one.first(), other.first()),
                later(one.last(), other.last()),
                one.inbound() + other.inbound(),
                one.outbound() + other.outbound(),
                one.purchases() + other.purchases(),
                one.services() + other.services());
    }

    private static void add(Map<String, BigDecimal> sums, Money amount) {
        if (amount.isKnown()) {
            sums.merge(amount.currency(), amount.amount(), BigDecimal::add);
        }
    }

    /** The earlier of two; an unknown one is not the earlier. */
    private static Instant earlier(Instant one, Instant other) {
        if (one.equals(Instant.MIN) || other.equals(Instant.MIN)) {
            return later(one, other);
        }
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * The figures of what was counted.
     *
     * @param id the customer
     * @param position the commit position
     * @param statedChannel the channel that the customer states it prefers, or empty
     * @return the figures
     */
    public CustomerFigures figures(CustomerId id, long position, String statedChannel) {
        close();
        Map<String, String> values = new TreeMap<>();
        computed.forEach((attribute, computation) ->
                computation.value().ifPresent(value -> values.put(attribute.name(), value)));
        return new CustomerFigures(
                id,
                position,
                at,
                List.copyOf(contacts.values()),
                purchases,
                lastPurchase,
                sums(purchased),
                sums(refunded),
                statedChannel,
                responses(),
                values);
    }

    private ResponseFigures responses() {
        List<Duration> sorted = waits.stream().sorted().toList();
        return sorted.isEmpty()
                ? new ResponseFigures(0, waiting ? 1 : 0, Duration.ZERO, Duration.ZERO)
                : new ResponseFigures(
                        sorted.size(),
                        waiting ? 1 : 0,
                        sorted.get((sorted.size() - 1) / 2),
                        sorted.get(sorted.size() - 1));
    }

    private static List<Money> sums(SortedMap<String, BigDecimal> sums) {
        return sums.entrySet().stream()
                .map(sum -> new Money(sum.getValue(), sum.getKey()))
                .toList();
    }
}

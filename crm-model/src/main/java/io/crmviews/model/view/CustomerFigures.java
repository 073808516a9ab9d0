package io.crmviews.model.view;

import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What follows from a customer's interactions as one reader may see them: only what is certain counts, and what several
 * systems report counts once.
 *
 * @param id the customer
 * @param position the commit position that everything was read at
 * @param at the instant for which it is stated
 * @param contacts one entry a channel, by its id
 * @param purchases how many purchases there were
 * @param lastPurchase when the last one happened; {@link Instant#MIN} if there was none or its time is unknown
 * @param purchased the sums of purchases, one a currency, exact
 * @param refunded the sums of refunds, one a currency, exact
 * @param statedChannel the channel that the customer prefers by its own word; empty if it never said or that is withheld
 * @param responses how fast it is answered
 * @param computed attributes that the embedder computes, by their names
 */
public record CustomerFigures(
        CustomerId id,
        long position,
        Instant at,
        List<ContactFigures> contacts,
        long purchases,
        Instant lastPurchase,
        List<Money> purchased,
        List<Money> refunded,
        String statedChannel,
        ResponseFigures responses,
        Map<String, String> computed) {

    /** Copies the collections. */
    public CustomerFigures {
        contacts = List.copyOf(contacts);
        purchased = List.copyOf(purchased);
        refunded = List.copyOf(refunded);
        computed = Map.copyOf(new TreeMap<>(computed));
    }

    /**
     * How long ago the last purchase was (the recency of recency, frequency and monetary value).
     *
     * @return the time; empty if no purchase of known time was made
     */
    public Optional<Duration> recency() {
        return lastPurchase.equals(Instant.MIN) || lastPurchase.isAfter(at)
                ? Optional.empty()
                : Optional.of(Duration.between(lastPurchase, at));
    }

    /**
     * Where the customer was acquired.
     *
     * @return the channel of the first contact; empty if there was none of known time
     */
    public Optional<String> acquiredIn() {
        return contacts.stream()
                .filter(contact -> !contact.first().equals(Instant.MIN))
                .min(Comparator.comparing(ContactFigures::first).thenComparing(ContactFigures::channel))
                .map(ContactFigures::channel);
    }

    /**
     * Where the customer buys.
     *
     * @return the channels with purchases, that with most of them first
     */
    public List<String> boughtIn() {
        return contacts.stream()
                .filter(contact -> contact.purchases() > 0)
                .sorted(Comparator.comparing(ContactFigures::purchases)
                        .reversed()
                        .thenComparing(ContactFigures::channel))
                .map(ContactFigures::channel)
                .toList();
    }

    /**
     * Where the customer is helped.
     *
     * @return the channels with calls, complaints and tickets, that with most of them first
     */
    public List<String> servedIn() {
        return contacts.stream()
                .filter(contact -> contact.services() > 0)
                .sorted(Comparator.comparing(ContactFigures::services)
                        .reversed()
                        .thenComparing(ContactFigures::channel))
                .map(ContactFigures::channel)
                .toList();
    }

    /**
     * The channel that the customer seems to prefer, whatever it says: in which it began most contacts.
     *
     * @return the channel, the one used last if several are equal; empty if the customer began none
     */
    public Optional<String> inferredChannel() {
        return contacts.stream()
                .filter(contact -> contact.inbound() > 0)
                .max(Comparator.comparing(ContactFigures::inbound)
                        .thenComparing(ContactFigures::last)
                        .thenComparing(ContactFigures::channel))
                .map(ContactFigures::channel);
    }

    @Override
    public String toString() {
        return "CustomerFigures[" + id + "]";
    }
}

package io.crmviews.tck;

import io.crmviews.spi.channel.Capability;
import io.crmviews.spi.channel.ChannelSender;
import io.crmviews.spi.channel.Delivery;
import io.crmviews.spi.channel.Outbound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Handing messages to a channel. */
public interface SenderCases extends KitCases {

    /**
     * Each message has one outcome, in the order of the messages.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void eachMessageHasItsOutcome() throws Exception {
        Workbench bench = bench().needs(Capability.SEND);
        List<Outbound> messages = List.of(message(bench, "kit-1"), message(bench, "kit-2"), message(bench, "kit-3"));
        List<Delivery> deliveries = send(bench, messages);
        Assertions.assertEquals(
                List.of("kit-1", "kit-2", "kit-3"),
                deliveries.stream().map(Delivery::idempotencyKey).toList());
        deliveries.forEach(it -> Assertions.assertEquals(Delivery.Outcome.SENT, it.outcome()));
        Assertions.assertEquals(1, bench.fixture().taken("kit-2"), "The channel does not have the message once.");
    }

    /**
     * A message that is sent again with its key, also by another sender, is taken once.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void aMessageSentAgainIsTakenOnce() throws Exception {
        Workbench bench = bench().needs(Capability.SEND);
        List<Outbound> messages = List.of(message(bench, "kit-again"));
        send(bench, messages);
        Delivery again = send(bench, messages).get(0);
        Assertions.assertEquals(Delivery.Outcome.SENT, again.outcome(), "What is there already counts as sent.");
        Assertions.assertEquals(1, bench.fixture().taken("kit-again"), "The channel has the message twice.");
    }

    /**
     * A message that the channel never takes is rejected with a reason, and stops no other.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void aRefusedMessageStopsNoOther() throws Exception {
        Workbench bench = bench().needs(Capability.SEND);
        Optional<Outbound> refused = bench.fixture().refusedMessage("kit-refused");
        Workbench.possible(refused.isPresent(), "refuse a message");
        List<Outbound> messages = new ArrayList<>(List.of(message(bench, "kit-1")));
        refused.ifPresent(messages::add);
        messages.add(message(bench, "kit-2"));
        List<Delivery.Outcome> outcomes =
                send(bench, messages).stream().map(Delivery::outcome).toList();
        Assertions.assertEquals(
                List.of(Delivery.Outcome.SENT, Delivery.Outcome.REJECTED, Delivery.Outcome.SENT), outcomes);
    }

    /**
     * Requests to erase, correct or restrict are rejected with a reason where they are not declared, and have a receipt
     * where they are.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void privacyRequestsAreAnsweredByReceiptOrReason() throws Exception {
        Workbench bench = bench();
        if (!bench.can(Capability.PRIVACY_REQUESTS)) {
            bench.needs(Capability.SEND);
        }
        List<Outbound> requests = new ArrayList<>();
        String key = bench.fixture().seed(1).iterator().next();
        for (Outbound.Kind kind : List.of(Outbound.Kind.RESTRICT, Outbound.Kind.RECTIFY, Outbound.Kind.ERASE)) {
            requests.add(Outbound.builder("kit-" + kind, kind, key).build());
        }
        for (Delivery delivery : send(bench, requests)) {
            if (bench.can(Capability.PRIVACY_REQUESTS)) {
                Assertions.assertEquals(Delivery.Outcome.SENT, delivery.outcome());
                Assertions.assertFalse(delivery.receipt().isBlank(), "There is no receipt.");
            } else {
                Assertions.assertEquals(Delivery.Outcome.REJECTED, delivery.outcome());
            }
        }
    }

    /**
     * A sender closes twice, and sends nothing afterwards.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void aClosedSenderFails() throws Exception {
        Workbench bench = bench().needs(Capability.SEND);
        ChannelSender sender = bench.connector().openSender(bench.config(), bench.context());
        sender.close();
        sender.close();
        Assertions.assertThrows(IllegalStateException.class, () -> sender.send(List.of(message(bench, "kit-late"))));
        Assertions.assertTrue(bench.fixture().taken("kit-late") <= 0, "It was sent nevertheless.");
    }

    private static List<Delivery> send(Workbench bench, List<Outbound> messages) throws Exception {
        try (ChannelSender sender = bench.connector().openSender(bench.config(), bench.context())) {
            List<Delivery> deliveries = sender.send(messages);
            Assertions.assertEquals(messages.size(), deliveries.size(), "One outcome for each message.");
            return deliveries;
        }
    }

    private static Outbound message(Workbench bench, String key) {
        return bench.fixture()
                .message(key)
                .orElseThrow(() -> new AssertionError("SEND is declared and the fixture has no message."));
    }
}

package io.crmviews.spi.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OutboundTest {

    private final Outbound message = Outbound.builder("m-1", Outbound.Kind.MESSAGE, "marked@mail.example")
            .field("text", "Marked words")
            .build();

    @Test
    void showsNeitherReceiverNorWords() {
        assertThat(message.toString()).isEqualTo("Outbound[MESSAGE m-1]");
        assertThat(Delivery.deferred(message, "The mailbox is full.").toString())
                .isEqualTo("Delivery[m-1 DEFERRED, The mailbox is full.]");
        assertThat(LookupQuery.byIdentifier("email", "marked@mail.example").toString())
                .isEqualTo("LookupQuery[IDENTIFIER email]");
    }

    @Test
    void whatWasNotSentSaysWhy() {
        assertThat(Delivery.sent(message, "250 queued").outcome()).isEqualTo(Delivery.Outcome.SENT);
        assertThatThrownBy(() -> Delivery.rejected(message, " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Outbound.builder(" ", Outbound.Kind.ERASE, "k").build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Outbound.builder("m", Outbound.Kind.ERASE, "k")
                        .field("x", 1)
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aQueryByKeyWantsOneThing() {
        assertThat(LookupQuery.byKey("people", "1").limit()).isEqualTo(1);
        assertThat(LookupQuery.byReference("order", "7").limit(3))
                .isEqualTo(LookupQuery.byReference("order", "7").limit(3));
        assertThatThrownBy(() -> LookupQuery.byKey("people", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHigherLevelIsRefusedByMessage() {
        assertThat(ConnectorInfo.builder("new", "1").apiLevel(2).build().refusal())
                .contains("The connector new needs level 2 of the connector contract; this library offers 1.");
        assertThat(ConnectorInfo.builder("old", "1").build().refusal()).isEmpty();
    }
}

package io.crmviews.merge.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.ConsentState;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.Characteristic;
import io.crmviews.model.source.Money;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.spi.channel.ChannelRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EventMappingTest {

    private static final Mapping MAPPING = Mapping.parse("""
            {"crmMapping": 1, "name": "shop", "version": "1", "streams": {
              "sales": {
                "makes": "interaction", "source": {"const": "shop"}, "occurredAt": "at", "kind": "what",
                "direction": "way",
                "subjects": [{"record": "who.account"}, {"identifier": "who.mail", "type": "email"}],
                "amount": "total", "currency": {"const": "EUR"},
                "references": [{"type": "order", "value": "order"}]
              },
              "consents": {
                "makes": "consent", "source": {"const": "shop"}, "occurredAt": "at",
                "subjects": [{"record": "account", "source": {"const": "web"}}],
                "purpose": {"const": "marketing"}, "channel": "by", "state": "answer",
                "states": {"yes": "given", "no": "refused"},
                "authenticated": {"path": "signedIn", "is": ["true"]}, "expires": "until"
              }
            }}
            """);

    @Test
    void aSaleBecomesAnInteractionAndWhatNoRuleReadsIsKept() {
        ChannelRecord sale = ChannelRecord.builder("sales", "S1")
                .op(ChannelRecord.Op.EVENT)
                .field("what", "Purchase")
                .field("at", "2025-01-02T03:04:05Z")
                .field("way", "in")
                .field("who", Map.of("account", "A1", "mail", "a@b.example"))
                .field("total", "12.50")
                .field("order", "O1")
                .field("till", "7")
                .build();

        assertThat(MAPPING.map(sale))
                .isEqualTo(new MappingResult.Facts(List.of(new Interaction(
                        new RecordKey("shop", "S1"),
                        Revision.occurred(Instant.parse("2025-01-02T03:04:05Z")),
                        "purchase",
                        "shop",
                        Interaction.Direction.INBOUND,
                        List.of(
                                new Subject.OfRecord(new RecordKey("shop", "A1")),
                                new Subject.OfIdentifier("email", "", "a@b.example")),
                        "",
                        new Money(new BigDecimal("12.50"), "EUR"),
                        List.of(new Interaction.Reference("order", "O1")),
                        List.of(new Characteristic("till", "7"))))));
    }

    @Test
    void aSaleOfWhichNobodyKnowsWhatItWasIsRefused() {
        assertThat(MAPPING.map(ChannelRecord.builder("sales", "S1").build())).isInstanceOf(MappingResult.Refused.class);
        assertThat(MAPPING.map(ChannelRecord.builder("sales", "S1")
                        .field("what", "purchase")
                        .field("total", "dear")
                        .build()))
                .isEqualTo(new MappingResult.Refused("The amount is no number."));
    }

    @Test
    void aConsentIsReadInTheChannelsOwnWords() {
        ChannelRecord consent = ChannelRecord.builder("consents", "K1")
                .field("at", "2025-01-02T03:04:05Z")
                .field("account", "A1")
                .field("by", "EMail")
                .field("answer", "No")
                .field("signedIn", true)
                .field("until", "2026-01-01")
                .build();

        assertThat(MAPPING.map(consent))
                .isEqualTo(new MappingResult.Facts(List.of(new ConsentEvent(
                        new RecordKey("shop", "K1"),
                        Revision.occurred(Instant.parse("2025-01-02T03:04:05Z")),
                        new Subject.OfRecord(new RecordKey("web", "A1")),
                        "marketing",
                        "email",
                        ConsentState.REFUSED,
                        true,
                        Instant.parse("2026-01-01T00:00:00Z"),
                        ""))));
    }

    @Test
    void aConsentThatCannotBeUnderstoodIsNeverGuessed() {
        ChannelRecord unknown = ChannelRecord.builder("consents", "K1")
                .field("account", "A1")
                .field("answer", "perhaps")
                .build();
        ChannelRecord endless = ChannelRecord.builder("consents", "K1")
                .field("account", "A1")
                .field("answer", "yes")
                .field("until", "soon")
                .build();

        assertThat(MAPPING.map(unknown)).isInstanceOf(MappingResult.Refused.class);
        assertThat(MAPPING.map(endless)).isInstanceOf(MappingResult.Refused.class);
    }

    @Test
    void anUnknownMemberIsNamed() {
        assertThatThrownBy(() -> Mapping.parse("""
                        {"crmMapping": 1, "name": "x", "version": "1",
                         "streams": {"s": {"makes": "interaction", "kind": "k", "amuont": "a"}}}
                        """))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("/streams/s")
                .hasMessageContaining("amuont");
    }
}

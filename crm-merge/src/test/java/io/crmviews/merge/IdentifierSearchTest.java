package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.explain.PairExplanation;
import io.crmviews.merge.ingest.IngestReport;
import io.crmviews.merge.view.Policies;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.ConsentState;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.OrganizationName;
import io.crmviews.model.party.PartyKind;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.Field;
import io.crmviews.model.source.Money;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.model.view.CustomerView;
import io.crmviews.spi.policy.Access;
import io.crmviews.spi.policy.Reader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is found by an identifier and what is theirs: nobody else's, and none of their own left out. */
class IdentifierSearchTest {

    private static final Instant NOW = Instant.parse("2024-05-01T12:00:00Z");
    private static final RecordKey ANN = new RecordKey("crm", "1");
    private static final RecordKey BOB = new RecordKey("crm", "2");

    private final CustomerViews views = CustomerViews.builder()
            .policy(Policies.allowAll())
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .build();
    private final ReaderViews agent = views.as(Reader.of("agent", "service", "test"));

    @Test
    void aNumberInAnotherCityThatEndsAlikeIsAnotherNumber() {
        views.ingest(List.of(
                ann().medium(PhoneNumber.of("+1 212 555 0123")).build(),
                call("c1", phone("+1 415 555 0123")),
                call("c2", phone("212-555-0123")),
                refusal("n1", phone("+1 415 555 0123"))));

        assertThat(agent.find(phone("+1 415 555 0123"))).isEmpty();
        assertThat(agent.find(phone("(212) 555-0123"))).hasSize(1);
        assertThat(view().timeline().entries())
                .extracting(entry -> entry.interaction().key().key())
                .containsExactly("c2");
        assertThat(view().consents()).isEmpty();
    }

    @Test
    void everyNumberOfARecordFindsItAndBringsItsCalls() {
        SourceRecordBuilder record = ann();
        for (int i = 1; i <= 9; i++) {
            record.medium(PhoneNumber.of("+1 212 55" + i + " 012" + i));
        }
        views.ingest(List.of(record.build()));
        for (int i = 1; i <= 9; i++) {
            Subject.OfIdentifier number = phone("+1 212 55" + i + " 012" + i);
            views.ingest(List.of(call("c" + i, number)));
            assertThat(agent.find(number)).hasSize(1);
        }
        assertThat(view().timeline().entries()).hasSize(9);
    }

    @Test
    void longIdentifiersThatBeginAlikeStayApart() {
        String begin = "https://login.example/9188040d-6c67-4ccd-b112-36a304b66dad/realms/customers/users/";
        views.ingest(List.of(
                ann().identifier(Identifier.of("login", begin + "0001")).build(),
                bob().identifier(Identifier.of("login", begin + "0002")).build()));

        assertThat(agent.find(new Subject.OfIdentifier("login", "", begin + "0002")))
                .isEqualTo(List.of(agent.find(BOB).orElseThrow()));
        assertThat(agent.find(new Subject.OfIdentifier("login", "", begin + "0003")))
                .isEmpty();
    }

    @Test
    void anInteractionSwallowsNoConsentOfItsKey() {
        IngestReport report = views.ingest(List.of(
                ann().build(), call("n1", new Subject.OfRecord(ANN)), refusal("n1", new Subject.OfRecord(ANN))));

        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.redelivered()).isZero();
        assertThat(report.rejects())
                .extracting(IngestReport.Rejected::key)
                .containsExactly(new RecordKey("desk", "n1"));
    }

    @Test
    void aRecordFromTheFutureCanBeRemoved() {
        views.ingest(
                List.of(ann().revision(Revision.occurred(NOW.plusSeconds(300))).build()));
        views.remove(ANN);

        assertThat(agent.find(ANN)).isEmpty();
        assertThat(views.customerCount()).isZero();
    }

    @Test
    void theEvidenceAddsUpEvenWhereKindsExcludeEachOther() {
        views.ingest(List.of(
                ann().kind(PartyKind.INDIVIDUAL).build(),
                SourceRecord.builder(BOB)
                        .kind(PartyKind.ORGANIZATION)
                        .name(OrganizationName.of("Ann Lee Ltd"))
                        .build()));
        PairExplanation why = ((WhyAnswer.Explained) agent.why(ANN, BOB)).explanation();

        assertThat(why.weight()).isEqualTo(Math.min(why.strangerWeight(), why.rivalWeight()));
    }

    @Test
    void whoMayNotSeeOneTypeOfIdentifierIsNotToldWhy() {
        CustomerViews guarded = CustomerViews.builder()
                .policy((reader, access) ->
                        !(access instanceof Access.ToField to && to.field().equals(Field.identifier("passport"))))
                .build();
        ReaderViews partner = guarded.as(Reader.of("partner", "service", "test"));
        guarded.ingest(List.of(ann().build(), bob().build()));
        assertThat(partner.why(ANN, BOB)).isInstanceOf(WhyAnswer.Explained.class);

        guarded.ingest(
                List.of(ann().identifier(Identifier.of("passport", "X77123")).build()));
        assertThat(partner.why(ANN, BOB)).isInstanceOf(WhyAnswer.Withheld.class);
    }

    @Test
    void aReferencePrintsItsTypeOnly() {
        assertThat(new Interaction.Reference("message", "ann@mail.example")).hasToString("Reference[message]");
    }

    private CustomerView view() {
        CustomerId id = agent.find(ANN).orElseThrow();
        return ((ViewAnswer.Shown) agent.view(id)).view();
    }

    private static SourceRecordBuilder ann() {
        return SourceRecord.builder(ANN).name(PersonName.of("Ann", "Lee"));
    }

    private static SourceRecordBuilder bob() {
        return SourceRecord.builder(BOB).name(PersonName.of("Bob", "Stone"));
    }

    private static Subject.OfIdentifier phone(String number) {
        return new Subject.OfIdentifier("phone", "", number);
    }

    private static Interaction call(String key, Subject about) {
        return new Interaction(
                new RecordKey("desk", key),
                Revision.occurred(NOW),
                "call",
                "desk",
                Interaction.Direction.INBOUND,
                List.of(about),
                "",
                Money.NONE,
                List.of(),
                List.of());
    }

    private static ConsentEvent refusal(String key, Subject about) {
        return new ConsentEvent(
                new RecordKey("desk", key),
                Revision.occurred(NOW),
                about,
                "marketing",
                "email",
                ConsentState.REFUSED,
                false,
                Instant.MAX,
                "");
    }
}

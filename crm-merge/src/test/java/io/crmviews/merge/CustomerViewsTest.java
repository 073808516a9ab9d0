package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.ingest.IngestReport;
import io.crmviews.merge.view.Grant;
import io.crmviews.merge.view.Policies;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.model.change.Change;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.Gender;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PartyKind;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.Usage;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.FieldGroup;
import io.crmviews.model.source.Money;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.model.source.SourceDescription;
import io.crmviews.spi.policy.Access;
import io.crmviews.spi.policy.AccessPolicy;
import io.crmviews.spi.policy.Reader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an embedder sees of merging, splitting, finding, explaining and being denied. */
class CustomerViewsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Reader AGENT = Reader.of("agent", "service", "user-1");
    private static final RecordKey CRM = new RecordKey("crm", "1");
    private static final RecordKey SHOP = new RecordKey("shop", "1");
    private static final RecordKey CALLS = new RecordKey("calls", "1");

    private static CustomerViews views(AccessPolicy policy) {
        return CustomerViews.builder().policy(policy).clock(CLOCK).build();
    }

    private static SourceRecord person(RecordKey key, String given, String family, String email, String phone) {
        var record = SourceRecord.builder(key).kind(PartyKind.INDIVIDUAL).name(PersonName.of(given, family));
        if (!email.isEmpty()) {
            record.medium(EmailAddress.of(email));
        }
        if (!phone.isEmpty()) {
            record.medium(PhoneNumber.of(phone));
        }
        return record.build();
    }

    private static SourceRecord crm() {
        return person(CRM, "Katherine", "Ollerenshaw", "k.ollerenshaw@mail.test", "");
    }

    private static SourceRecord calls() {
        return person(CALLS, "Kate", "Ollerenshaw", "", "+44 20 7946 0018");
    }

    /** The record that shows the two others to be one person. */
    private static SourceRecord shop() {
        return person(SHOP, "Kate", "Ollerenshaw", "k.ollerenshaw@mail.test", "020 7946 0018");
    }

    @Test
    void aRecordThatBridgesTwoCustomersMergesThemAndItsRemovalRestoresBothIds() {
        try (CustomerViews views = views(Policies.allowAll())) {
            ReaderViews agent = views.as(AGENT);
            views.ingest(List.of(crm()));
            views.ingest(List.of(calls()));
            CustomerId first = agent.find(CRM).orElseThrow();
            CustomerId second = agent.find(CALLS).orElseThrow();
            assertThat(second).isNotEqualTo(first);

            IngestReport merged = views.ingest(List.of(shop()));
            assertThat(merged.changes()).contains(new Change.Merged(List.of(second), first));
            assertThat(agent.find(CALLS)).contains(first);
            assertThat(agent.find(second))
                    .as("a retired id leads to the customer")
                    .contains(first);

            IngestReport split = views.remove(SHOP);
            assertThat(split.changes()).contains(new Change.Split(first, List.of(second)));
            assertThat(agent.find(CRM)).contains(first);
            assertThat(agent.find(CALLS)).contains(second);
        }
    }

    @Test
    void theIdOfARemovedRecordPassesToTheOldestThatRemains() {
        try (CustomerViews views = views(Policies.allowAll())) {
            ReaderViews agent = views.as(AGENT);
            views.ingest(List.of(crm(), shop()));
            CustomerId id = agent.find(CRM).orElseThrow();
            views.remove(CRM);
            assertThat(agent.find(SHOP)).contains(id);
            assertThat(agent.find(CRM)).isEmpty();
        }
    }

    @Test
    void theLastRecordsRemovalRemovesTheCustomer() {
        try (CustomerViews views = views(Policies.allowAll())) {
            views.ingest(List.of(crm()));
            CustomerId id = views.as(AGENT).find(CRM).orElseThrow();
            assertThat(views.remove(CRM).changes()).containsExactly(new Change.Removed(id));
            assertThat(views.customerCount()).isZero();
            assertThat(views.as(AGENT).view(id)).isInstanceOf(ViewAnswer.Withheld.class);
        }
    }

    @Test
    void everyReadIsDeniedUnlessGranted() {
        try (CustomerViews views = CustomerViews.builder().clock(CLOCK).build()) {
            views.ingest(List.of(crm(), shop()));
            ReaderViews agent = views.as(AGENT);
            assertThat(agent.find(CRM)).isEmpty();
            assertThat(agent.find(new Subject.OfIdentifier("email", "", "k.ollerenshaw@mail.test")))
                    .isEmpty();
            assertThat(agent.view(new CustomerId(1))).isInstanceOf(ViewAnswer.Withheld.class);
            assertThat(agent.why(CRM, SHOP)).isInstanceOf(WhyAnswer.Withheld.class);
        }
    }

    @Test
    void aSourceThatIsWithheldLeavesNoHit() {
        AccessPolicy onlyShop = Policies.granting(Grant.to("agent", "service")
                .questions(Access.Question.FIND)
                .sources("shop")
                .groups(FieldGroup.values()));
        try (CustomerViews views = views(onlyShop)) {
            views.ingest(List.of(crm(), calls()));
            assertThat(views.as(AGENT).find(CRM)).isEmpty();
            assertThat(views.as(AGENT).find(new Subject.OfIdentifier("phone", "", "02079460018")))
                    .isEmpty();
        }
    }

    @Test
    void anIdentifierIsFoundInAnyUsualSpelling() {
        try (CustomerViews views = views(Policies.allowAll())) {
            views.ingest(List.of(shop()));
            CustomerId id = views.as(AGENT).find(SHOP).orElseThrow();
            assertThat(views.as(AGENT).find(new Subject.OfIdentifier("phone", "", "0044 (20) 7946-0018")))
                    .containsExactly(id);
            assertThat(views.as(AGENT).find(new Subject.OfIdentifier("email", "", " K.Ollerenshaw@MAIL.test")))
                    .containsExactly(id);
        }
    }

    @Test
    void twinsOfOneHouseholdAreKeptApartAndWhySaysSo() {
        RecordKey one = new RecordKey("crm", "anna");
        RecordKey other = new RecordKey("crm", "bea");
        try (CustomerViews views = views(Policies.allowAll())) {
            views.ingest(List.of(twin(one, "Annabel", Gender.FEMALE), twin(other, "Joseph", Gender.MALE)));
            assertThat(views.customerCount()).isEqualTo(2);
            WhyAnswer why = views.as(AGENT).why(one, other);
            assertThat(why).isInstanceOfSatisfying(WhyAnswer.Explained.class, answer -> {
                assertThat(answer.explanation().together()).isFalse();
                assertThat(answer.explanation().strangerWeight())
                        .isGreaterThan(answer.explanation().threshold());
                assertThat(answer.explanation().text()).contains("relatives explain it as well");
            });
        }
    }

    private static SourceRecord twin(RecordKey key, String given, Gender gender) {
        return SourceRecord.builder(key)
                .kind(PartyKind.INDIVIDUAL)
                .name(PersonName.of(given, "Ollerenshaw"))
                .gender(gender)
                .birthDate(PartialDate.parse("2001-05-17"))
                .medium(PhoneNumber.of("+44 20 7946 0018"))
                .medium(new PostalAddress(Usage.CURRENT, "12 Mill Lane", "", "Millbury", "", "ML1 2AB", ""))
                .build();
    }

    @Test
    void anInteractionByAnIdentifierMovesWithItsHolderAndIsNobodysWhileTwoHoldIt() {
        Interaction call = new Interaction(
                new RecordKey("calls", "c-1"),
                Revision.occurred(Instant.parse("2025-12-01T10:00:00Z")),
                "call",
                "call-centre",
                Interaction.Direction.INBOUND,
                List.of(new Subject.OfIdentifier("phone", "", "020 7946 0018")),
                "",
                Money.NONE,
                List.of(),
                List.of());
        try (CustomerViews views = views(Policies.allowAll())) {
            views.ingest(List.of(call));
            views.ingest(List.of(shop()));
            assertThat(entries(views, SHOP)).isEqualTo(1);
            RecordKey flatmate = new RecordKey("crm", "2");
            views.ingest(List.of(person(flatmate, "Desmond", "Achebe", "", "020 7946 0018")));
            assertThat(entries(views, SHOP)).isZero();
            views.remove(flatmate);
            assertThat(entries(views, SHOP)).isEqualTo(1);
        }
    }

    private static int entries(CustomerViews views, RecordKey record) {
        ReaderViews agent = views.as(AGENT);
        ViewAnswer answer = agent.view(agent.find(record).orElseThrow());
        return ((ViewAnswer.Shown) answer).view().timeline().entries().size();
    }

    @Test
    void aDuplicateFreeSourceKeepsItsRecordsApartWhateverAgrees() {
        RecordKey again = new RecordKey("crm", "2");
        try (CustomerViews views = CustomerViews.builder()
                .policy(Policies.allowAll())
                .clock(CLOCK)
                .source(new SourceDescription("crm", "", true, Duration.ZERO))
                .build()) {
            views.ingest(List.of(
                    shop(), person(again, "Kate", "Ollerenshaw", "k.ollerenshaw@mail.test", "020 7946 0018"), crm()));
            assertThat(views.as(AGENT).find(CRM)).isNotEqualTo(views.as(AGENT).find(again));
        }
    }

    @Test
    void anOlderVersionThatArrivesLateIsHistoryAndARepeatedOneIsNothing() {
        try (CustomerViews views = views(Policies.allowAll())) {
            SourceRecord newer = crm().withRevision(Revision.occurred(Instant.parse("2025-02-01T00:00:00Z")));
            SourceRecord older = person(CRM, "Katherine", "Smithson", "", "")
                    .withRevision(Revision.occurred(Instant.parse("2024-02-01T00:00:00Z")));
            views.ingest(List.of(newer));
            assertThat(views.ingest(List.of(older)).older()).isEqualTo(1);
            assertThat(views.ingest(List.of(older)).redelivered()).isEqualTo(1);
            assertThat(views.ingest(List.of(newer)).redelivered()).isEqualTo(1);
            ReaderViews agent = views.as(AGENT);
            ViewAnswer answer = agent.view(agent.find(CRM).orElseThrow());
            assertThat(((ViewAnswer.Shown) answer)
                            .view()
                            .profile()
                            .name()
                            .orElseThrow()
                            .family())
                    .isEqualTo("Ollerenshaw");
        }
    }
}

package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.golden.Strategies;
import io.crmviews.merge.golden.Strategy;
import io.crmviews.merge.golden.Survivorship;
import io.crmviews.merge.golden.ValueForms;
import io.crmviews.merge.view.Policies;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.model.change.Change;
import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.ConsentState;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.Authentication;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.Usage;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.FieldGroup;
import io.crmviews.model.profile.GoldenProfile;
import io.crmviews.model.profile.GoldenValue;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.model.view.CustomerView;
import io.crmviews.spi.policy.Reader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What went wrong elsewhere when customers were merged, by its number in the list of failures of peers. */
class PeerFailureGoldenTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final RecordKey CRM = new RecordKey("crm", "1");
    private static final RecordKey SHOP = new RecordKey("shop", "1");

    private final CustomerViews views =
            CustomerViews.builder().policy(Policies.allowAll()).clock(CLOCK).build();
    private final ReaderViews agent = views.as(Reader.of("agent", "service", "user-1"));

    @AfterEach
    void close() {
        views.close();
    }

    private static SourceRecordBuilder record(RecordKey key, int year) {
        return SourceRecord.builder(key).revision(Revision.occurred(Instant.parse(year + "-01-01T00:00:00Z")));
    }

    private static ConsentEvent consent(RecordKey record, int year, ConsentState state, Instant expires) {
        return new ConsentEvent(
                new RecordKey(record.source(), "consent-" + year),
                Revision.occurred(Instant.parse(year + "-06-01T00:00:00Z")),
                new Subject.OfRecord(record),
                "marketing",
                "",
                state,
                false,
                expires,
                "");
    }

    private void merge() {
        RecordKey key = new RecordKey("desk", "same");
        views.ingest(List.of(MatchAssertion.of(key, CRM, SHOP, Verdict.SAME, "clerk", CLOCK.instant())));
        assertThat(views.customerCount()).isOne();
    }

    private CustomerView view(RecordKey record) {
        return ((ViewAnswer.Shown) agent.view(agent.find(record).orElseThrow())).view();
    }

    @Test
    void line01MergeNeverRevivesWithdrawnConsent() {
        views.ingest(List.of(
                record(CRM, 2020).name(PersonName.of("Vera", "Quistgaard")).build(),
                record(SHOP, 2024).name(PersonName.of("Bertil", "Okafor")).build()));
        views.ingest(List.of(
                consent(SHOP, 2020, ConsentState.GIVEN, Instant.MAX),
                consent(CRM, 2019, ConsentState.GIVEN, Instant.MAX),
                consent(CRM, 2021, ConsentState.WITHDRAWN, Instant.MAX)));
        assertThat(view(SHOP).permits("marketing", "email")).isTrue();
        merge();
        assertThat(view(SHOP).permits("marketing", "email")).isFalse();
        views.ingest(List.of(consent(SHOP, 2025, ConsentState.GIVEN, Instant.MAX)));
        assertThat(view(SHOP).permits("marketing", "email"))
                .as("a grant of another record does not lift it")
                .isFalse();
        views.withdraw(new RecordKey("desk", "same"), "clerk", "two people");
        assertThat(view(SHOP).permits("marketing", "email")).isTrue();
        assertThat(view(CRM).permits("marketing", "email")).isFalse();
    }

    @Test
    void line02AConsentWithoutEndMergesWithOneThatEnds() {
        views.ingest(List.of(
                record(CRM, 2020).name(PersonName.of("Vera", "Quistgaard")).build(),
                record(SHOP, 2024).name(PersonName.of("Bertil", "Okafor")).build()));
        views.ingest(List.of(
                consent(CRM, 2020, ConsentState.GIVEN, Instant.MAX),
                consent(SHOP, 2021, ConsentState.GIVEN, Instant.parse("2022-01-01T00:00:00Z"))));
        merge();
        assertThat(view(CRM).permits("marketing", "")).isTrue();
    }

    @Test
    void line03MostRecentIsByTimeOfOccurrenceAndNotByPlaceOrArrival() {
        GoldenMerge merge = GoldenMerge.of(
                Survivorship.builder()
                        .rule(FieldGroup.EMAIL, Strategies.mostRecent())
                        .build(),
                ValueForms.matching());
        SourceRecord newer = record(SHOP, 2024)
                .medium(EmailAddress.of("new@mail.test"))
                .build()
                .withRevision(Revision.occurred(Instant.parse("2024-01-01T00:00:00Z"))
                        .recorded(Instant.parse("2024-01-02T00:00:00Z")));
        SourceRecord late = record(CRM, 2020)
                .medium(EmailAddress.of("old@mail.test"))
                .build()
                .withRevision(Revision.occurred(Instant.parse("2020-01-01T00:00:00Z"))
                        .recorded(Instant.parse("2025-12-31T00:00:00Z")));
        assertThat(merge.profile(List.of(newer, late)).text(Attribute.EMAIL)).isEqualTo("new@mail.test");
        assertThat(merge.profile(List.of(late, newer)).text(Attribute.EMAIL)).isEqualTo("new@mail.test");
    }

    @Test
    void line04EveryStrategyDecidesSomething() {
        Map<Strategy, String> winners = new LinkedHashMap<>();
        winners.put(Strategies.sourcePriority(List.of("crm")), "Zoe");
        winners.put(Strategies.mostRecent(), "ann-marie");
        winners.put(Strategies.mostFrequent(), "Bo");
        winners.put(Strategies.wellWritten().then(Strategies.longest()), "Zoe");
        winners.put(Strategies.longest(), "ann-marie");
        winners.put(Strategies.minimum(), "ann-marie");
        winners.put(Strategies.maximum(), "Zoe");
        List<SourceRecord> records = List.of(
                record(CRM, 2020).characteristic("nick", "Zoe").build(),
                record(SHOP, 2025).characteristic("nick", "ann-marie").build(),
                record(new RecordKey("web", "1"), 2021)
                        .characteristic("nick", "Bo")
                        .build(),
                record(new RecordKey("web", "2"), 2022)
                        .characteristic("nick", "Bo")
                        .build());
        winners.forEach((strategy, winner) -> assertThat(GoldenMerge.of(
                                Survivorship.builder()
                                        .rule(Field.characteristic("nick"), strategy)
                                        .build(),
                                ValueForms.matching())
                        .profile(records)
                        .values(Field.characteristic("nick")))
                .as(strategy.name())
                .extracting(GoldenValue::text)
                .containsExactly(winner));
        GoldenProfile proven = GoldenMerge.of(
                        Survivorship.builder()
                                .rule(FieldGroup.EMAIL, Strategies.verifiedFirst())
                                .build(),
                        ValueForms.matching())
                .profile(List.of(
                        record(CRM, 2020)
                                .medium(EmailAddress.of("claimed@mail.test"))
                                .build(),
                        record(SHOP, 2019)
                                .medium(new EmailAddress(
                                        Usage.CURRENT, "z@mail.test", Authentication.verifiedAt(Instant.MIN)))
                                .build()));
        assertThat(proven.text(Attribute.EMAIL)).isEqualTo("z@mail.test");
    }

    @Test
    void line05AMergeKeepsItsSourcesSaysWhoDidItAndCanBeUndone() {
        SourceRecord crm =
                record(CRM, 2020).name(PersonName.of("Vera", "Quistgaard")).build();
        SourceRecord shop =
                record(SHOP, 2024).name(PersonName.of("Bertil", "Okafor")).build();
        views.ingest(List.of(crm, shop));
        CustomerId vera = agent.find(CRM).orElseThrow();
        CustomerId bertil = agent.find(SHOP).orElseThrow();
        merge();
        assertThat(view(CRM).records()).extracting(member -> member.key()).containsExactly(CRM, SHOP);
        assertThat(agent.find(bertil)).as("a retired id leads on").contains(vera);
        views.withdraw(new RecordKey("desk", "same"), "clerk", "two people");
        assertThat(agent.find(CRM)).contains(vera);
        assertThat(agent.find(SHOP)).contains(bertil);
        assertThat(view(SHOP).profile().text(Attribute.NAME_FAMILY)).isEqualTo("Okafor");
    }

    @Test
    void line07NothingIsLeftBehindInAMerge() {
        views.ingest(List.of(
                record(CRM, 2020)
                        .name(PersonName.of("Vera", "Quistgaard"))
                        .role("customer")
                        .identifier(Identifier.of("member", "77123"))
                        .characteristic("list", "newsletter")
                        .build(),
                record(SHOP, 2024)
                        .name(PersonName.of("Bertil", "Okafor"))
                        .role("employee of acme")
                        .identifier(Identifier.of("account", "99123"))
                        .characteristic("segment", "gold")
                        .build()));
        merge();
        GoldenProfile profile = view(CRM).profile();
        assertThat(profile.values(Field.of(Attribute.ROLE)))
                .extracting(GoldenValue::text)
                .containsExactlyInAnyOrder("customer", "employee of acme");
        assertThat(profile.field(Field.identifier("member"))).isPresent();
        assertThat(profile.field(Field.identifier("account"))).isPresent();
        assertThat(profile.field(Field.characteristic("list"))).isPresent();
        assertThat(profile.field(Field.characteristic("segment"))).isPresent();
    }

    @Test
    void line08ARecordCountsOnceHoweverOftenItsCustomersMergeAndSplit() {
        SourceRecord crm = record(CRM, 2020).characteristic("visits", "7").build();
        SourceRecord shop = record(SHOP, 2019).characteristic("visits", "7").build();
        views.ingest(List.of(crm, shop));
        for (int i = 0; i < 3; i++) {
            views.ingest(List.of(crm, shop));
            RecordKey key = new RecordKey("desk", "same-" + i);
            views.ingest(List.of(MatchAssertion.of(key, CRM, SHOP, Verdict.SAME, "clerk", CLOCK.instant())));
            assertThat(view(CRM).profile().values(Field.characteristic("visits")))
                    .extracting(GoldenValue::text)
                    .containsExactly("7");
            views.withdraw(key, "clerk", "");
        }
        assertThat(view(SHOP).records()).hasSize(1);
    }

    @Test
    void line09AMergeTellsOneChangeAndNothingElse() {
        views.ingest(List.of(
                record(CRM, 2020).name(PersonName.of("Vera", "Quistgaard")).build(),
                record(SHOP, 2024).name(PersonName.of("Bertil", "Okafor")).build()));
        RecordKey key = new RecordKey("desk", "same");
        List<Change> changes = views.ingest(
                        List.of(MatchAssertion.of(key, CRM, SHOP, Verdict.SAME, "clerk", CLOCK.instant())))
                .changes();
        assertThat(changes).hasSize(1).first().isInstanceOf(Change.Merged.class);
    }

    @Test
    void line12TheAnonymousNewcomerDoesNotWinTheMerge() {
        views.ingest(List.of(record(CRM, 2020)
                .name(PersonName.of("Vera", "Quistgaard"))
                .medium(EmailAddress.of("vera@mail.test"))
                .build()));
        CustomerId known = agent.find(CRM).orElseThrow();
        views.ingest(List.of(record(SHOP, 2025)
                .name(PersonName.of("Unknown", "Unknown"))
                .medium(EmailAddress.of("guest@shop.test"))
                .build()));
        merge();
        assertThat(agent.find(SHOP)).contains(known);
        assertThat(view(SHOP).profile().text(Attribute.NAME_FAMILY)).isEqualTo("Quistgaard");
    }

    @Test
    void line13NoAddressIsAssembledFromTwoSources() {
        GoldenProfile profile = GoldenMerge.of(Survivorship.standard(), ValueForms.matching())
                .profile(List.of(
                        record(CRM, 2020)
                                .medium(new PostalAddress(Usage.CURRENT, "1 Quay Street", "", "Hull", "", "HU1", "GB"))
                                .build(),
                        record(SHOP, 2024)
                                .medium(new PostalAddress(Usage.CURRENT, "9 Mill Lane", "", "York", "", "", ""))
                                .build()));
        assertThat(profile.text(Attribute.ADDRESS_STREET)).isEqualTo("9 Mill Lane");
        assertThat(profile.text(Attribute.ADDRESS_CITY)).isEqualTo("York");
        assertThat(profile.text(Attribute.ADDRESS_POSTCODE)).as("not Hull's").isEmpty();
        assertThat(profile.text(Attribute.ADDRESS_COUNTRY)).isEmpty();
    }

    @Test
    void line14TwoSpellingsOfANumberAreOneAndTwoNumbersStayTwo() {
        GoldenMerge merge = GoldenMerge.of(Survivorship.standard(), ValueForms.matching());
        Field phone = Field.of(Attribute.PHONE);
        assertThat(merge.profile(List.of(
                                record(CRM, 2020)
                                        .medium(PhoneNumber.of("+55 11 98765-4321"))
                                        .build(),
                                record(SHOP, 2021)
                                        .medium(PhoneNumber.of("(11) 98765 4321"))
                                        .build()))
                        .values(phone))
                .hasSize(1);
        assertThat(merge.profile(List.of(
                                record(CRM, 2020)
                                        .medium(PhoneNumber.of("+55 11 98765-4321"))
                                        .build(),
                                record(SHOP, 2021)
                                        .medium(PhoneNumber.of("+55 11 8765-4321"))
                                        .build()))
                        .values(phone))
                .as("the ninth digit may be another line: nothing is joined by guess")
                .hasSize(2);
    }

    @Test
    void line18NoCapDropsWhatALargeCustomerHas() {
        List<SourceRecord> records = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            records.add(record(new RecordKey("web", "" + i), 2020)
                    .name(PersonName.of("Vera", "Quistgaard"))
                    .medium(EmailAddress.of("vera@mail.test"))
                    .medium(EmailAddress.of("vera" + i + "@mail.test"))
                    .build());
        }
        GoldenProfile profile =
                GoldenMerge.of(Survivorship.standard(), ValueForms.matching()).profile(records);
        assertThat(profile.values(Field.of(Attribute.EMAIL))).hasSize(151);
        assertThat(profile.text(Attribute.NAME_FAMILY)).isEqualTo("Quistgaard");
    }
}

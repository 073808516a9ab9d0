package io.crmviews.merge;

import static io.crmviews.merge.Kate.CALLS;
import static io.crmviews.merge.Kate.CRM;
import static io.crmviews.merge.Kate.SHOP;
import static io.crmviews.merge.Kate.calls;
import static io.crmviews.merge.Kate.crm;
import static io.crmviews.merge.Kate.kate;
import static io.crmviews.merge.Kate.shop;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.explain.Forecast;
import io.crmviews.merge.explain.Formation;
import io.crmviews.merge.explain.KeyFinding;
import io.crmviews.merge.explain.SearchResult;
import io.crmviews.merge.explain.Separation;
import io.crmviews.merge.key.KeyType;
import io.crmviews.merge.view.Grant;
import io.crmviews.merge.view.Policies;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.merge.weigh.Evidence;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.Usage;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.FieldGroup;
import io.crmviews.model.review.ReviewReason;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.SourceDescription;
import io.crmviews.spi.policy.Access;
import io.crmviews.spi.policy.AccessPolicy;
import io.crmviews.spi.policy.Reader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why not, how, what if and who is like: what the answers say and what they must not say. */
class ExplainTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Reader AGENT = Reader.of("agent", "service", "test");

    private static CustomerViews views(AccessPolicy policy, Fact... facts) {
        CustomerViews views = CustomerViews.builder()
                .policy(policy)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .source(new SourceDescription("till", "", true, Duration.ZERO))
                .build();
        views.ingest(List.of(facts));
        return views;
    }

    private static Separation whyNot(CustomerViews views, RecordKey a, RecordKey b) {
        return ((WhyNotAnswer.Explained) views.as(AGENT).whyNot(a, b)).separation();
    }

    @Test
    void whyNotNamesTheKeysThatAreSharedAndThoseThatAreOnOneSideOnly() {
        Separation separation = whyNot(views(Policies.allowAll(), crm(), calls()), CRM, CALLS);
        assertThat(separation.cause()).isEqualTo(Separation.Cause.TOO_LIGHT);
        assertThat(separation.lacking()).isPositive();
        assertThat(separation.keys())
                .contains(
                        new KeyFinding(KeyType.NAME_PAIR, KeyFinding.State.SHARED),
                        new KeyFinding(KeyType.EMAIL, KeyFinding.State.ONE_SIDED),
                        new KeyFinding(KeyType.PHONE, KeyFinding.State.ONE_SIDED));
        assertThat(separation.refusals()).isEmpty();
    }

    @Test
    void whyNotTellsOfRecordsThatShareNothingByType() {
        SourceRecord stranger = SourceRecord.builder(SHOP)
                .name(PersonName.of("Bob", "Quist"))
                .medium(EmailAddress.of("bob@mail.test"))
                .build();
        Separation separation = whyNot(views(Policies.allowAll(), crm(), stranger), CRM, SHOP);
        assertThat(separation.keys())
                .contains(new KeyFinding(KeyType.EMAIL, KeyFinding.State.DIFFERENT))
                .noneMatch(key -> key.state() == KeyFinding.State.SHARED);
        assertThat(separation.against())
                .extracting(Evidence::item)
                .contains(Evidence.Item.FAMILY_NAME)
                .doesNotContain(Evidence.Item.PRIOR);
        assertThat(separation.text()).contains("keys that differ").doesNotContain("quist", "bob@");
    }

    @Test
    void aKeyThatTooManyHoldIsNamedAsGeneric() {
        List<Fact> facts = new ArrayList<>(List.of(crm(), shop()));
        for (int i = 0; i < 70; i++) {
            facts.add(SourceRecord.builder(new RecordKey("desk", "d" + i))
                    .name(PersonName.of("Caller" + (char) ('a' + i % 26), "Number" + (char) ('a' + i / 26)))
                    .medium(EmailAddress.of("k.ollerenshaw@mail.test"))
                    .build());
        }
        Separation separation = whyNot(views(Policies.allowAll(), facts.toArray(Fact[]::new)), CRM, SHOP);
        assertThat(separation.keys()).contains(new KeyFinding(KeyType.EMAIL, KeyFinding.State.GENERIC));
    }

    @Test
    void theConstraintThatRefusedIsNamed() {
        RecordKey one = new RecordKey("till", "1");
        RecordKey other = new RecordKey("till", "2");
        SourceRecordBuilder first = kate(one).medium(EmailAddress.of("k.ollerenshaw@mail.test"));
        SourceRecordBuilder second = kate(other)
                .medium(EmailAddress.of("k.ollerenshaw@mail.test"))
                .birthDate(PartialDate.parse("1912-10-01"));
        Separation separation = whyNot(views(Policies.allowAll(), first.build(), second.build()), one, other);
        assertThat(separation.cause()).isEqualTo(Separation.Cause.REFUSED);
        assertThat(separation.refusals())
                .extracting(refusal -> refusal.reason())
                .containsExactly(ReviewReason.DUPLICATE_FREE_SOURCE);
        assertThat(separation.text()).contains("duplicate free source");
    }

    @Test
    void whatSomebodyAssertedIsNamedAsSuch() {
        MatchAssertion different =
                MatchAssertion.of(new RecordKey("desk", "a1"), CRM, SHOP, Verdict.DIFFERENT, "user-1", NOW);
        Separation separation = whyNot(views(Policies.allowAll(), crm(), shop(), different), CRM, SHOP);
        assertThat(separation.refusals())
                .extracting(refusal -> refusal.reason())
                .containsExactly(ReviewReason.ASSERTED_DIFFERENT);

        MatchAssertion same = MatchAssertion.of(new RecordKey("desk", "a1"), CRM, CALLS, Verdict.SAME, "user-1", NOW);
        Formation formation = how(views(Policies.allowAll(), crm(), calls(), same), CRM);
        assertThat(formation.joins()).hasSize(1).allMatch(Formation.Join::asserted);
        assertThat(formation.text()).contains("asserted, ");
    }

    @Test
    void whyNotOfOneCustomerSaysThatNothingKeepsThemApart() {
        assertThat(whyNot(views(Policies.allowAll(), crm(), shop()), CRM, SHOP).cause())
                .isEqualTo(Separation.Cause.TOGETHER);
    }

    private static Formation how(CustomerViews views, RecordKey record) {
        ReaderViews agent = views.as(AGENT);
        return ((HowAnswer.Explained) agent.how(agent.find(record).orElseThrow())).formation();
    }

    @Test
    void howTellsTheStrongestJoinFirstWithItsEvidence() {
        Formation formation = how(views(Policies.allowAll(), crm(), calls(), shop()), CALLS);
        assertThat(formation.records()).containsExactly(CALLS, CRM, SHOP);
        assertThat(formation.joins()).hasSize(2);
        assertThat(formation.joins().get(0).weight())
                .isGreaterThanOrEqualTo(formation.joins().get(1).weight());
        assertThat(formation.joins().get(1).sizeA() + formation.joins().get(1).sizeB())
                .isEqualTo(3);
    }

    @Test
    void whereTheBridgeIsHiddenHowTellsOfPartsAndNotOfTheBridge() {
        AccessPolicy withoutShop = Policies.granting(Grant.to("agent", "service")
                .questions(Access.Question.values())
                .sources("crm", "calls")
                .groups(FieldGroup.values()));
        Formation formation = how(views(withoutShop, crm(), calls(), shop()), CALLS);
        assertThat(formation.records()).containsExactly(CALLS, CRM);
        assertThat(formation.joins()).isEmpty();
        assertThat(formation.parts()).isEqualTo(2);
        assertThat(formation.text()).doesNotContain("shop").contains("what is not shown");
    }

    @Test
    void whatIfTellsWhichCustomersARecordWouldMakeOne() {
        CustomerViews views = views(Policies.allowAll(), crm(), calls());
        ReaderViews agent = views.as(AGENT);
        Forecast forecast = ((WhatIfAnswer.Explained) agent.whatIf(shop())).forecast();
        assertThat(forecast.customers())
                .containsExactly(
                        agent.find(CRM).orElseThrow(), agent.find(CALLS).orElseThrow());
        assertThat(forecast.links()).extracting(Forecast.Link::record).containsExactlyInAnyOrder(CRM, CALLS);
        assertThat(forecast.text()).contains("would make one customer of C1 and C2");
        assertThat(views.customerCount()).isEqualTo(2);
        assertThat(agent.find(SHOP)).isEmpty();
        views.ingest(List.of(SourceRecord.builder(SHOP)
                .name(PersonName.of("Someone", "Else"))
                .build()));
        assertThat(agent.find(SHOP)).as("no id was used up").contains(new CustomerId(3));
    }

    @Test
    void whatIfTellsOfARefusal() {
        RecordKey second = new RecordKey("till", "2");
        CustomerViews views = views(
                Policies.allowAll(),
                kate(new RecordKey("till", "1"))
                        .medium(EmailAddress.of("k.ollerenshaw@mail.test"))
                        .build());
        Forecast forecast = ((WhatIfAnswer.Explained) views.as(AGENT)
                        .whatIf(kate(second)
                                .medium(EmailAddress.of("k.ollerenshaw@mail.test"))
                                .birthDate(PartialDate.parse("1912-10-01"))
                                .build()))
                .forecast();
        assertThat(forecast.customers()).isEmpty();
        assertThat(forecast.refusals())
                .extracting(refusal -> refusal.reason())
                .containsExactly(ReviewReason.DUPLICATE_FREE_SOURCE);
    }

    private static SearchResult search(CustomerViews views, SourceRecord attributes) {
        return ((SearchAnswer.Found) views.as(AGENT).search(attributes, 10)).result();
    }

    @Test
    void aNameAloneRanksWhoBearsItThoughItIsFarFromAMatch() {
        CustomerViews views = views(
                Policies.allowAll(),
                crm(),
                SourceRecord.builder(SHOP)
                        .name(PersonName.of("Katherine", "Hall"))
                        .build(),
                SourceRecord.builder(CALLS).name(PersonName.of("Bob", "Quist")).build());
        SearchResult result = search(
                views,
                ReaderViews.attributes()
                        .name(PersonName.of("Kate", "Ollerenshaw"))
                        .build());
        assertThat(result.hits()).isNotEmpty();
        assertThat(result.hits().get(0).records().get(0).record()).isEqualTo(CRM);
        assertThat(result.hits().get(0).records().get(0).weight()).isLessThan(result.threshold());
        assertThat(result.hits()).isSortedAccordingTo((x, y) -> Integer.compare(y.score(), x.score()));
        assertThat(result.hits())
                .extracting(hit -> hit.records().get(0).record())
                .doesNotContain(CALLS);
    }

    @Test
    void aValueThatManyHoldFindsThemInABoundedWayAndSaysSo() {
        Fact[] facts = new Fact[1_200];
        for (int i = 0; i < facts.length; i++) {
            facts[i] = SourceRecord.builder(new RecordKey("crm", "k" + i))
                    .name(PersonName.of("Given" + i, "Smith"))
                    .birthDate(new PartialDate(1900 + i % 100, 1 + i / 100, 1 + i % 28))
                    .build();
        }
        CustomerViews views = views(Policies.allowAll(), facts);
        SearchResult common = search(
                views, ReaderViews.attributes().name(PersonName.of("", "Smith")).build());
        assertThat(common.generic()).contains(KeyType.NAME);
        assertThat(common.hits()).hasSize(10);
        SearchResult precise = search(
                views,
                ReaderViews.attributes()
                        .name(PersonName.of("", "Smith"))
                        .birthDate(new PartialDate(1999, 12, 24))
                        .build());
        assertThat(precise.hits().get(0).records().get(0).record()).isEqualTo(new RecordKey("crm", "k1199"));
    }

    @Test
    void aHiddenFieldNeitherFindsNorRanks() {
        AccessPolicy names = Policies.granting(Grant.to("agent", "service")
                .questions(Access.Question.values())
                .sources(Grant.ANY)
                .groups(FieldGroup.NAME, FieldGroup.EMAIL));
        SourceRecordBuilder second = kate(SHOP)
                .medium(PhoneNumber.of("020 7946 0018"))
                .medium(new PostalAddress(Usage.CURRENT, "12 Mill Lane", "", "Millbury", "", "ML1 2AB", ""));
        CustomerViews views = views(names, kate(CRM).build(), second.build());
        SearchResult byPhone = search(
                views,
                ReaderViews.attributes().medium(PhoneNumber.of("020 7946 0018")).build());
        assertThat(byPhone.hits()).isEmpty();
        SearchResult byName = search(
                views,
                ReaderViews.attributes()
                        .name(PersonName.of("Katherine", "Ollerenshaw"))
                        .medium(PhoneNumber.of("020 7946 0018"))
                        .build());
        assertThat(byName.hits())
                .extracting(SearchResult.Hit::score)
                .hasSize(2)
                .containsOnly(byName.hits().get(0).score());
        assertThat(byName.hits())
                .flatExtracting(hit -> hit.records().get(0).evidence())
                .extracting(Evidence::item)
                .doesNotContain(Evidence.Item.PHONE, Evidence.Item.ADDRESS);
    }

    @Test
    void everyExplanationIsDeniedUnlessGranted() {
        ReaderViews nobody = views(Policies.denyAll(), crm(), shop()).as(AGENT);
        assertThat(nobody.whyNot(CRM, SHOP)).isEqualTo(new WhyNotAnswer.Withheld());
        assertThat(nobody.how(new CustomerId(1))).isEqualTo(new HowAnswer.Withheld());
        assertThat(nobody.whatIf(calls())).isEqualTo(new WhatIfAnswer.Withheld());
        assertThat(nobody.search(crm(), 5)).isEqualTo(new SearchAnswer.Withheld());
    }

    @Test
    void whoMayNotSeeAFieldIsToldNoWeights() {
        Field[] allButBirth = Arrays.stream(Attribute.values())
                .filter(attribute -> attribute != Attribute.BIRTH_DATE)
                .map(Field::of)
                .toArray(Field[]::new);
        AccessPolicy policy = Policies.granting(Grant.to("agent", "service")
                .questions(Access.Question.values())
                .sources(Grant.ANY)
                .fields(allButBirth));
        ReaderViews agent = views(policy, crm(), shop()).as(AGENT);
        assertThat(agent.whyNot(CRM, SHOP)).isEqualTo(new WhyNotAnswer.Withheld());
        assertThat(agent.how(new CustomerId(1))).isEqualTo(new HowAnswer.Withheld());
        assertThat(agent.whatIf(calls())).isEqualTo(new WhatIfAnswer.Withheld());
    }

    @Test
    void anIdThatOnlyAHiddenRecordCarriesLeadsNowhereAndNamesNobody() {
        AccessPolicy onlyShop = Policies.granting(Grant.to("agent", "service")
                .questions(Access.Question.values())
                .sources("shop")
                .groups(FieldGroup.values()));
        ReaderViews agent = views(onlyShop, crm(), shop()).as(AGENT);
        CustomerId own = agent.find(SHOP).orElseThrow();
        assertThat(own).as("the hidden record is older").isEqualTo(new CustomerId(2));
        assertThat(agent.find(new CustomerId(1))).isEmpty();
        assertThat(agent.view(new CustomerId(1))).isEqualTo(new ViewAnswer.Withheld());
        assertThat(((ViewAnswer.Shown) agent.view(own)).view().id()).isEqualTo(own);
        assertThat(agent.how(new CustomerId(1))).isEqualTo(new HowAnswer.Withheld());
    }

    @Test
    void aReviewNamesCustomersAsTheReaderKnowsThemAndCountsWhatItSees() {
        AccessPolicy withoutCrm = Policies.granting(Grant.to("agent", "service")
                .questions(Access.Question.values())
                .sources("shop", "calls")
                .groups(FieldGroup.values()));
        SourceRecord onlyMail =
                kate(SHOP).medium(EmailAddress.of("k.ollerenshaw@mail.test")).build();
        CustomerViews views = views(withoutCrm, crm(), onlyMail, calls());
        ReaderViews agent = views.as(AGENT);
        assertThat(agent.find(SHOP)).contains(new CustomerId(2));
        assertThat(agent.reviews(10)).hasSize(1).first().satisfies(review -> {
            assertThat(List.of(review.customerA(), review.customerB()))
                    .containsExactlyInAnyOrder(new CustomerId(2), new CustomerId(3));
        });
    }
}

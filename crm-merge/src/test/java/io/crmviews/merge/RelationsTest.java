package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.view.Grant;
import io.crmviews.merge.view.Policies;
import io.crmviews.merge.view.RelationAnswer;
import io.crmviews.merge.view.TimelineFilter;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.Interaction.Direction;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.StatedRelation;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.OrganizationName;
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
import io.crmviews.model.view.Relation;
import io.crmviews.model.view.Relation.Kind;
import io.crmviews.model.view.Relation.Reason;
import io.crmviews.spi.policy.Access;
import io.crmviews.spi.policy.AccessPolicy;
import io.crmviews.spi.policy.Reader;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Households, relatives, employers and accounts: stated or discovered, with reasons, and never merged. */
class RelationsTest {

    private static final Reader AGENT = Reader.of("agent", "service", "u1");
    private static final RecordKey ANNA = new RecordKey("crm", "anna");
    private static final RecordKey OTTO = new RecordKey("crm", "otto");
    private static final RecordKey MAID = new RecordKey("shop", "mira");
    private static final RecordKey FIRM = new RecordKey("erp", "firm");
    private static final RecordKey BRANCH = new RecordKey("erp", "branch");

    private static SourceRecord person(RecordKey key, String given, String family, String born, String phone) {
        return SourceRecord.builder(key)
                .kind(PartyKind.INDIVIDUAL)
                .name(PersonName.of(given, family))
                .birthDate(PartialDate.parse(born))
                .medium(PhoneNumber.of(phone))
                .medium(new PostalAddress(Usage.CURRENT, "12 Mill Lane", "", "Millbury", "", "ML1 2AB", ""))
                .build();
    }

    private static SourceRecord firm(RecordKey key, String name) {
        return SourceRecord.builder(key)
                .kind(PartyKind.ORGANIZATION)
                .name(OrganizationName.of(name))
                .build();
    }

    private static Interaction said(StatedRelation relation, String key, int second) {
        return relation.said(new RecordKey("erp", key), Revision.occurred(Instant.ofEpochSecond(second)));
    }

    private static Interaction call(String key, RecordKey about, int second) {
        return new Interaction(
                new RecordKey("desk", key),
                Revision.occurred(Instant.ofEpochSecond(second)),
                "call",
                "desk",
                Direction.INBOUND,
                List.of(new Subject.OfRecord(about)),
                "",
                Money.NONE,
                List.of(),
                List.of());
    }

    private static CustomerViews views(AccessPolicy policy) {
        CustomerViews views = CustomerViews.builder().policy(policy).build();
        views.ingest(List.of(
                person(ANNA, "Anna", "Quist", "1980-02-03", "020 7946 0018"),
                person(OTTO, "Otto", "Quist", "1975-11-21", "0171 496 0101"),
                person(MAID, "Mira", "Ollerenshaw", "1999-07-30", "020 7946 0018"),
                firm(FIRM, "Harbour Freight Brothers"),
                firm(BRANCH, "Kestrel Optics")));
        return views;
    }

    private static List<Relation> relations(CustomerViews views, RecordKey of) {
        ReaderViews agent = views.as(AGENT);
        return ((RelationAnswer.Related) agent.relations().of(agent.find(of).orElseThrow())).relations();
    }

    @Test
    void householdsAreDiscoveredByAddressAndSurnameOrByAMediumInCommon() {
        try (CustomerViews views = views(Policies.allowAll())) {
            ReaderViews agent = views.as(AGENT);
            assertThat(views.customerCount()).as("nobody is merged").isEqualTo(5);
            assertThat(relations(views, ANNA))
                    .containsExactly(
                            new Relation(
                                    agent.find(OTTO).orElseThrow(),
                                    Kind.HOUSEHOLD,
                                    "",
                                    false,
                                    List.of(new Reason.SameAddressAndSurname())),
                            new Relation(
                                    agent.find(MAID).orElseThrow(),
                                    Kind.HOUSEHOLD,
                                    "",
                                    false,
                                    List.of(new Reason.SameMedium("phone"))));
        }
    }

    @Test
    void whatASourceStatesHoldsUntilItSaysThatItHasEnded() {
        StatedRelation married = StatedRelation.of(ANNA, "spouse", OTTO);
        try (CustomerViews views = views(Policies.allowAll())) {
            views.ingest(List.of(said(married, "m1", 10)));
            assertThat(relations(views, OTTO)).anySatisfy(relation -> {
                assertThat(relation.kind()).isEqualTo(Kind.FAMILY);
                assertThat(relation.role()).isEqualTo("spouse");
                assertThat(relation.isRoleOfOther()).isTrue();
                assertThat(relation.reasons()).containsExactly(new Reason.Stated(new RecordKey("erp", "m1")));
            });
            views.ingest(List.of(said(married.end(), "m2", 30), said(married, "m3", 20)));
            assertThat(relations(views, OTTO)).noneMatch(Relation::isStated);
            assertThat(views.customerCount()).isEqualTo(5);
        }
    }

    @Test
    void anAccountShowsWhatHappenedWithAllPeopleOfAnOrganisationAndItsSubsidiaries() {
        try (CustomerViews views = views(Policies.allowAll())) {
            views.ingest(List.of(
                    said(StatedRelation.of(BRANCH, "subsidiary", FIRM), "r1", 1),
                    said(StatedRelation.of(ANNA, "employee", FIRM), "r2", 1),
                    said(StatedRelation.of(MAID, "employee", BRANCH), "r3", 1),
                    call("a", ANNA, 100),
                    call("m", MAID, 200),
                    call("o", OTTO, 300),
                    call("f", FIRM, 400)));
            ReaderViews agent = views.as(AGENT);
            RelationAnswer.Account account = (RelationAnswer.Account)
                    agent.relations().account(agent.find(FIRM).orElseThrow(), 10, TimelineFilter.ALL);
            assertThat(account.complete()).isTrue();
            assertThat(account.entries())
                    .extracting(one -> one.entry().interaction().key().key())
                    .containsExactly("f", "m", "a");
            assertThat(account.entries().get(1).who()).isEqualTo(agent.find(MAID).orElseThrow());
            assertThat(account.people()).hasSize(4);
        }
    }

    @Test
    void aRelationThatTheReaderMayNotKnowOfLeavesNoTrace() {
        Grant grant = Grant.to("agent", "service")
                .questions(Access.Question.values())
                .sources("crm", "shop")
                .interactions(Grant.ANY)
                .groups(FieldGroup.NAME, FieldGroup.ADDRESS);
        try (CustomerViews views = views(Policies.granting(grant))) {
            views.ingest(List.of(said(StatedRelation.of(ANNA, "spouse", OTTO), "m1", 10)));
            assertThat(relations(views, ANNA))
                    .as("neither what a hidden source states nor what a hidden number tells")
                    .singleElement()
                    .satisfies(relation ->
                            assertThat(relation.reasons()).containsExactly(new Reason.SameAddressAndSurname()));
        }
        try (CustomerViews views = views(Policies.denyAll())) {
            assertThat(views.as(AGENT)
                            .relations()
                            .of(new CustomerId(1)))
                    .isEqualTo(new RelationAnswer.Withheld());
        }
    }
}

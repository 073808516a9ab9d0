package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.view.AsOf;
import io.crmviews.merge.view.FigureAnswer;
import io.crmviews.merge.view.PageRequest;
import io.crmviews.merge.view.PastAnswer;
import io.crmviews.merge.view.Policies;
import io.crmviews.merge.view.RelationAnswer;
import io.crmviews.merge.view.TimelineFilter;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.Interaction.Direction;
import io.crmviews.model.fact.Interaction.Reference;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.StatedRelation;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.Device;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.OrganizationName;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PartyKind;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.Usage;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.Field;
import io.crmviews.model.source.Money;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.model.view.Attribution;
import io.crmviews.model.view.CustomerFigures;
import io.crmviews.model.view.CustomerView;
import io.crmviews.spi.policy.Reader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What went wrong elsewhere with histories, counters and relations when customers were merged and parted. */
class PeerFailureTimelineTest {

    private static final Reader AGENT = Reader.of("agent", "service", "u1");
    private static final RecordKey FIRM = new RecordKey("erp", "firm");

    private final CustomerViews views =
            CustomerViews.builder().policy(Policies.allowAll()).build();
    private final ReaderViews agent = views.as(AGENT);

    private static Interaction bought(String key, RecordKey who, int second, String amount, Reference... references) {
        return said(new RecordKey("shop", key), "purchase", new Subject.OfRecord(who), second, amount, references);
    }

    private static Interaction said(
            RecordKey key, String kind, Subject who, int second, String amount, Reference... references) {
        return new Interaction(
                key,
                Revision.occurred(Instant.ofEpochSecond(second)),
                kind,
                key.source(),
                Direction.INBOUND,
                List.of(who),
                "",
                amount.isEmpty() ? Money.NONE : new Money(new BigDecimal(amount), "EUR"),
                List.of(references),
                List.of());
    }

    private CustomerView view(RecordKey record) {
        ViewAnswer answer = agent.view(agent.find(record).orElseThrow(), PageRequest.first(500));
        return ((ViewAnswer.Shown) answer).view();
    }

    private List<String> history(RecordKey record) {
        return view(record).timeline().entries().stream()
                .map(entry -> entry.interaction().key().key())
                .toList();
    }

    private CustomerFigures figures(RecordKey record) {
        return ((FigureAnswer.Shown) agent.activity().figures(agent.find(record).orElseThrow())).figures();
    }

    @Test
    void line6TheWholeHistoryIsThereInTheVeryCommitThatMerges() {
        views.ingest(List.of(
                Kate.crm(), Kate.calls(), bought("1", Kate.CRM, 10, "5"), bought("2", Kate.CALLS, 20, "7")));
        assertThat(history(Kate.CRM)).containsExactly("1");
        long merge = views.ingest(List.of(Kate.shop())).position();
        assertThat(history(Kate.CRM)).containsExactly("2", "1");
        CustomerId kate = agent.find(Kate.CRM).orElseThrow();
        assertThat(entries(agent.asOf(AsOf.position(merge)).view(kate))).isEqualTo(2);
        assertThat(entries(agent.asOf(AsOf.position(merge - 1)).view(kate))).isEqualTo(1);
    }

    private static int entries(PastAnswer answer) {
        return ((PastAnswer.Shown) answer).view().timeline().entries().size();
    }

    @Test
    void line7RolesRelationsAndHistoryAreCarriedOverAndBackAgain() {
        SourceRecord employee = Kate.kate(Kate.CALLS)
                .role("member")
                .medium(Kate.calls().media().get(0))
                .build();
        views.ingest(List.of(
                Kate.crm(),
                employee,
                SourceRecord.builder(FIRM)
                        .kind(PartyKind.ORGANIZATION)
                        .name(OrganizationName.of("Harbour Freight Brothers"))
                        .build(),
                StatedRelation.of(Kate.CALLS, "employee", FIRM)
                        .said(new RecordKey("erp", "r1"), Revision.occurred(Instant.ofEpochSecond(1))),
                bought("1", Kate.CALLS, 10, "5")));
        views.ingest(List.of(Kate.shop()));
        assertThat(agent.find(Kate.CALLS)).isEqualTo(agent.find(Kate.CRM));
        assertThat(history(Kate.CRM)).containsExactly("1");
        assertThat(view(Kate.CRM).profile().values(Field.of(Attribute.ROLE))).isNotEmpty();
        assertThat(employers(Kate.CRM)).containsExactly(agent.find(FIRM).orElseThrow());
        views.remove(Kate.SHOP);
        assertThat(employers(Kate.CRM)).isEmpty();
        assertThat(employers(Kate.CALLS)).containsExactly(agent.find(FIRM).orElseThrow());
        assertThat(history(Kate.CALLS)).containsExactly("1");
    }

    private List<CustomerId> employers(RecordKey record) {
        RelationAnswer answer = agent.relations().of(agent.find(record).orElseThrow());
        return ((RelationAnswer.Related) answer)
                .relations().stream().map(relation -> relation.other()).toList();
    }

    @Test
    void line8AMergeAddsCountersOnceAndASplitRestoresThem() {
        Reference order = new Reference("order", "R-1");
        views.ingest(List.of(
                Kate.crm(),
                Kate.calls(),
                bought("1", Kate.CRM, 10, "5.10", order),
                said(new RecordKey("till", "1"), "purchase", new Subject.OfRecord(Kate.CALLS), 20, "5.10", order),
                bought("2", Kate.CALLS, 30, "7")));
        CustomerFigures before = figures(Kate.CRM);
        views.ingest(List.of(Kate.shop()));
        assertThat(figures(Kate.CRM).purchases()).as("one order that two systems report").isEqualTo(2);
        assertThat(figures(Kate.CRM).purchased()).containsExactly(new Money(new BigDecimal("12.10"), "EUR"));
        views.ingest(List.of(Kate.shop(), bought("2", Kate.CALLS, 30, "7")));
        assertThat(figures(Kate.CRM).purchases()).as("a redelivery counts nothing").isEqualTo(2);
        views.remove(Kate.SHOP);
        assertThat(figures(Kate.CRM).purchased()).isEqualTo(before.purchased());
        assertThat(figures(Kate.CALLS).purchases()).isEqualTo(2);
    }

    @Test
    void line11VisitsOfASharedTabletAreNobodysForCertain() {
        RecordKey anna = new RecordKey("web", "anna");
        RecordKey otto = new RecordKey("web", "otto");
        views.ingest(List.of(
                owner(anna, "Anna", "Quist", "1980-02-03"),
                owner(otto, "Desmond", "Achebe", "1975-11-21"),
                said(new RecordKey("web", "v"), "visit", new Subject.OfIdentifier("device", "", "tablet-77-xq"), 5, "")));
        assertThat(agent.find(anna)).isNotEqualTo(agent.find(otto));
        assertThat(history(anna)).isEmpty();
        ViewAnswer answer = agent.view(agent.find(anna).orElseThrow(), new PageRequest(5, "", true));
        assertThat(((ViewAnswer.Shown) answer).view().timeline().entries())
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.attribution()).isEqualTo(new Attribution.Possibly("device", 2)));
    }

    private static SourceRecord owner(RecordKey key, String given, String family, String born) {
        return SourceRecord.builder(key)
                .kind(PartyKind.INDIVIDUAL)
                .name(PersonName.of(given, family))
                .birthDate(PartialDate.parse(born))
                .medium(new Device(Usage.CURRENT, "", "tablet-77-xq"))
                .build();
    }

    @Test
    void line18NothingIsDroppedHoweverManyRecordsAndInteractionsACustomerHas() {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            RecordKey key = new RecordKey("guest", "g" + i);
            facts.add(SourceRecord.builder(key)
                    .name(PersonName.of("Katherine", "Ollerenshaw"))
                    .medium(EmailAddress.of("k.ollerenshaw@mail.test"))
                    .build());
            facts.add(bought("b" + i, key, 1_000 * i, "1"));
        }
        views.ingest(facts);
        RecordKey any = new RecordKey("guest", "g0");
        assertThat(view(any).records()).hasSize(150);
        assertThat(history(any)).hasSize(150);
        assertThat(figures(any).purchases()).isEqualTo(150);
    }

    @Test
    void line19TheMailsOfAnAccountsPeopleAreInItsHistory() {
        views.ingest(List.of(
                Kate.crm(),
                SourceRecord.builder(FIRM)
                        .kind(PartyKind.ORGANIZATION)
                        .name(OrganizationName.of("Harbour Freight Brothers"))
                        .build(),
                StatedRelation.of(Kate.CRM, "employee", FIRM)
                        .said(new RecordKey("erp", "r1"), Revision.occurred(Instant.ofEpochSecond(1))),
                said(
                        new RecordKey("mail", "m1"),
                        "e-mail",
                        new Subject.OfIdentifier("email", "", "K.Ollerenshaw@mail.test"),
                        10,
                        "")));
        RelationAnswer answer =
                agent.relations().account(agent.find(FIRM).orElseThrow(), 10, TimelineFilter.ALL);
        assertThat(((RelationAnswer.Account) answer).entries())
                .singleElement()
                .satisfies(one -> assertThat(one.entry().interaction().key().key()).isEqualTo("m1"));
    }
}

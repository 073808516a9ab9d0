package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.view.FigureAnswer;
import io.crmviews.merge.view.FigureRules;
import io.crmviews.merge.view.Grant;
import io.crmviews.merge.view.Policies;
import io.crmviews.merge.view.TransactionAnswer;
import io.crmviews.merge.view.TransactionQuery;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.Interaction.Direction;
import io.crmviews.model.fact.Interaction.Reference;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.FieldGroup;
import io.crmviews.model.source.Money;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.model.source.SourceDescription;
import io.crmviews.model.view.ContactFigures;
import io.crmviews.model.view.CustomerFigures;
import io.crmviews.model.view.Freshness;
import io.crmviews.model.view.ResponseFigures;
import io.crmviews.model.view.SourceFreshness;
import io.crmviews.model.view.TimelineEntry;
import io.crmviews.spi.derive.ComputedAttribute;
import io.crmviews.spi.policy.Access;
import io.crmviews.spi.policy.AccessPolicy;
import io.crmviews.spi.policy.Reader;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What follows from what happened, what is found of it, and how fresh it is. */
class ActivityTest {

    private static final Reader AGENT = Reader.of("agent", "service", "u1");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final RecordKey ANNA = new RecordKey("crm", "anna");
    private static final RecordKey WEB = new RecordKey("shop", "anna");
    private static final Subject KNOWN = new Subject.OfRecord(ANNA);

    private static SourceRecord anna(RecordKey key) {
        return SourceRecord.builder(key)
                .revision(Revision.occurred(day(1)))
                .name(PersonName.of("Anna", "Quist"))
                .birthDate(PartialDate.parse("1980-02-03"))
                .medium(EmailAddress.of("anna.quist@mail.test"))
                .characteristic("preferred-channel", "mail")
                .build();
    }

    private static Instant day(int day) {
        return Instant.parse("2025-12-01T12:00:00Z").plus(Duration.ofDays(day - 1L));
    }

    private static Interaction said(String source, String key, String kind, Direction who, Instant at) {
        return said(source, key, kind, who, at, Money.NONE);
    }

    private static Interaction said(
            String source, String key, String kind, Direction who, Instant at, Money amount, Reference... references) {
        return new Interaction(
                new RecordKey(source, key),
                Revision.occurred(at),
                kind,
                source,
                who,
                List.of(KNOWN),
                "",
                amount,
                List.of(references),
                List.of());
    }

    private static Money euro(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    private static List<Fact> history() {
        Reference order = new Reference("order", "R-2025-01");
        return List.of(
                anna(ANNA),
                said("web", "v1", "visit", Direction.INBOUND, day(1)),
                said("web", "v2", "visit", Direction.INBOUND, day(2)),
                said("shop", "p1", "purchase", Direction.INBOUND, day(3), euro("0.10"), order),
                said("till", "p1", "purchase", Direction.INBOUND, day(4), euro("0.1"), order),
                said("shop", "p2", "purchase", Direction.INBOUND, day(5), euro("0.20")),
                said("shop", "p3", "purchase", Direction.INBOUND, day(6), new Money(BigDecimal.TEN, "USD")),
                said("shop", "r1", "refund", Direction.OUTBOUND, day(7), euro("0.20")),
                said("desk", "c1", "call", Direction.INBOUND, day(10)),
                said("desk", "c2", "call", Direction.INBOUND, day(11)),
                said("mail", "a1", "e-mail", Direction.OUTBOUND, day(12)),
                said("desk", "c3", "complaint", Direction.INBOUND, day(20)));
    }

    private static CustomerViews views(AccessPolicy policy) {
        return CustomerViews.builder()
                .policy(policy)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .figures(FigureRules.standard().computing(new Loudness()))
                .source(new SourceDescription("web", "web", false, Duration.ofDays(1)))
                .build();
    }

    /** A computed attribute: how many complaints there were. */
    private static final class Loudness implements ComputedAttribute {

        @Override
        public String name() {
            return "loudness";
        }

        @Override
        public Computation begin(Instant at) {
            return new Computation() {
                private int complaints;

                @Override
                public void take(TimelineEntry entry) {
                    complaints += entry.interaction().kind().equals("complaint") ? 1 : 0;
                }

                @Override
                public Optional<String> value() {
                    return Optional.of(String.valueOf(complaints));
                }
            };
        }
    }

    private static CustomerFigures figures(CustomerViews views) {
        ReaderViews agent = views.as(AGENT);
        return ((FigureAnswer.Shown) agent.activity().figures(agent.find(ANNA).orElseThrow())).figures();
    }

    @Test
    void figuresCountWhatTwoSystemsReportOnceAndAddMoneyExactly() {
        try (CustomerViews views = views(Policies.allowAll())) {
            views.ingest(history());
            CustomerFigures figures = figures(views);
            assertThat(figures.purchases()).isEqualTo(3);
            assertThat(figures.purchased()).containsExactly(euro("0.30"), new Money(BigDecimal.TEN, "USD"));
            assertThat(figures.refunded()).containsExactly(euro("0.2"));
            assertThat(figures.lastPurchase()).isEqualTo(day(6));
            assertThat(figures.recency()).contains(Duration.between(day(6), NOW));
            assertThat(figures.acquiredIn()).contains("web");
            assertThat(figures.boughtIn()).containsExactly("shop");
            assertThat(figures.servedIn()).containsExactly("desk");
            assertThat(figures.statedChannel()).isEqualTo("mail");
            assertThat(figures.inferredChannel()).as("as many as in the shop, and later").contains("desk");
            assertThat(figures.contacts())
                    .contains(new ContactFigures("desk", day(10), day(20), 3, 0, 0, 3));
            assertThat(figures.computed()).isEqualTo(Map.of("loudness", "1"));
        }
    }

    @Test
    void anAnswerEndsTheWaitThatBeganWithTheFirstQuestion() {
        try (CustomerViews views = views(Policies.allowAll())) {
            views.ingest(history());
            assertThat(figures(views).responses())
                    .isEqualTo(new ResponseFigures(2, 1, Duration.ofDays(2), Duration.ofDays(6)));
        }
    }

    @Test
    void figuresAreOfWhatTheReaderMaySee() {
        Grant grant = Grant.to("agent", "service")
                .questions(Access.Question.values())
                .sources("crm", "till")
                .interactions(Grant.ANY)
                .groups(FieldGroup.NAME);
        try (CustomerViews views = views(Policies.granting(grant))) {
            views.ingest(history());
            CustomerFigures figures = figures(views);
            assertThat(figures.purchases()).isEqualTo(1);
            assertThat(figures.purchased()).containsExactly(euro("0.1"));
            assertThat(figures.contacts()).extracting(ContactFigures::channel).containsExactly("till");
            assertThat(figures.statedChannel()).as("a field that is withheld").isEmpty();
        }
        try (CustomerViews views = views(Policies.denyAll())) {
            views.ingest(history());
            assertThat(views.as(AGENT).activity().figures(new CustomerId(1))).isEqualTo(new FigureAnswer.Withheld());
        }
    }

    private static TransactionAnswer.Found find(CustomerViews views, TransactionQuery query) {
        return (TransactionAnswer.Found) views.as(AGENT).activity().transactions(query, 10);
    }

    private static List<String> keys(TransactionAnswer.Found found) {
        return found.transactions().stream()
                .map(one -> one.interaction().key().toString())
                .toList();
    }

    @Test
    void aTransactionIsFoundByAnyNumberByIdentifierAndByAmountAndDay() {
        try (CustomerViews views = views(Policies.allowAll())) {
            views.ingest(history());
            TransactionAnswer.Found found = find(views, new TransactionQuery.Reference("r2025 01"));
            assertThat(keys(found)).containsExactly("till/p1", "shop/p1");
            assertThat(found.transactions())
                    .allMatch(one -> one.customer().equals(views.as(AGENT).find(ANNA)));
            ZoneId auckland = ZoneId.of("Pacific/Auckland");
            assertThat(keys(find(views, new TransactionQuery.AmountOnDay(euro("0.20"), LocalDate.of(2025, 12, 6), auckland))))
                    .as("it was the next day there")
                    .containsExactly("shop/p2");
            assertThat(keys(find(views, new TransactionQuery.AmountOnDay(euro("0.20"), LocalDate.of(2025, 12, 5), auckland))))
                    .isEmpty();
            Subject.OfIdentifier mail = new Subject.OfIdentifier("email", "", "Anna.Quist@mail.test");
            assertThat(keys(find(views, new TransactionQuery.Identifier(mail)))).hasSize(10);
        }
    }

    @Test
    void nothingFoundSaysUntilWhenEachSourceWasHeard() {
        try (CustomerViews views = views(Policies.allowAll())) {
            views.ingest(history(), Map.of("shop", day(30), "till", day(8)));
            TransactionAnswer.Found found = find(views, new TransactionQuery.Reference("R-2025-77"));
            assertThat(found.transactions()).isEmpty();
            assertThat(found.notHeardSince(day(9)))
                    .as("the shop was heard since and has none; the others may have it")
                    .contains("till", "desk")
                    .doesNotContain("shop");
            SourceFreshness till = found.sources().stream()
                    .filter(source -> source.source().equals("till"))
                    .findFirst()
                    .orElseThrow();
            assertThat(till.behind(found.at())).contains(Duration.between(day(8), NOW));
        }
    }

    @Test
    void aTransactionOfAHiddenSourceIsNotFound() {
        Grant grant = Grant.to("agent", "service")
                .questions(Access.Question.values())
                .sources("crm", "till")
                .interactions(Grant.ANY)
                .groups(FieldGroup.NAME);
        try (CustomerViews views = views(Policies.granting(grant))) {
            views.ingest(history());
            TransactionAnswer.Found found = find(views, new TransactionQuery.Reference("R-2025-01"));
            assertThat(keys(found)).containsExactly("till/p1");
            assertThat(found.sources()).extracting(SourceFreshness::source).containsExactly("crm", "till");
            Subject.OfIdentifier mail = new Subject.OfIdentifier("email", "", "anna.quist@mail.test");
            assertThat(views.as(AGENT).activity().transactions(new TransactionQuery.Identifier(mail), 9))
                    .isEqualTo(new TransactionAnswer.Withheld());
        }
    }

    private static SourceFreshness fresh(CustomerViews views, String source) {
        ReaderViews agent = views.as(AGENT);
        return ((ViewAnswer.Shown) agent.view(agent.find(ANNA).orElseThrow()))
                .view().freshness().stream()
                        .filter(heard -> heard.source().equals(source))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void aViewSaysOfEachSourceHowFreshItIsAndWhatRestsOnIt() {
        try (CustomerViews views = views(Policies.allowAll())) {
            views.ingest(history());
            views.ingest(List.of(anna(WEB)));
            assertThat(fresh(views, "web").state()).as("declared, and told us something just now").isEqualTo(Freshness.LIVE);
            SourceFreshness crm = fresh(views, "crm");
            assertThat(crm.records()).isEqualTo(1);
            assertThat(crm.lastOccurred()).isEqualTo(day(1));
            assertThat(crm.lastRecorded()).isEqualTo(NOW);
            List<Field> fields = new ArrayList<>(crm.fields());
            fields.addAll(fresh(views, "shop").fields());
            assertThat(fields).as("each field rests on one source").doesNotHaveDuplicates();
            assertThat(fields).contains(Field.of(Attribute.NAME_FAMILY), Field.of(Attribute.EMAIL));

            views.note("web", true);
            assertThat(fresh(views, "web").state()).isEqualTo(Freshness.FAILING);
            views.ingest(List.of(), Map.of("web", NOW.minus(Duration.ofDays(2))));
            assertThat(fresh(views, "web").state()).as("heard again, but not lately").isEqualTo(Freshness.LATE);
            views.note("web", true);
            views.note("web", false);
            assertThat(fresh(views, "web").state()).isEqualTo(Freshness.LATE);
        }
    }
}

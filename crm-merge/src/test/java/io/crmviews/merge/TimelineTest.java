package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.view.Grant;
import io.crmviews.merge.view.PageRequest;
import io.crmviews.merge.view.Policies;
import io.crmviews.merge.view.TimelineFilter;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.Interaction.Direction;
import io.crmviews.model.fact.Interaction.Reference;
import io.crmviews.model.fact.RecordRemoval;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.Authentication;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.Validity;
import io.crmviews.model.profile.FieldGroup;
import io.crmviews.model.source.Money;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.model.view.Attribution;
import io.crmviews.model.view.TimelineEntry;
import io.crmviews.model.view.TimelineEntry.OtherReport;
import io.crmviews.model.view.TimelinePage;
import io.crmviews.spi.policy.Access;
import io.crmviews.spi.policy.Reader;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What happened in every channel, once, with whoever reports it, and only what is this customer's. */
class TimelineTest {

    private static final Reader AGENT = Reader.of("agent", "service", "u1");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final RecordKey ANNA = new RecordKey("crm", "anna");
    private static final RecordKey BEN = new RecordKey("shop", "ben");
    private static final Subject NUMBER = new Subject.OfIdentifier("phone", "", "020 7946 0018");

    private static SourceRecord person(RecordKey key, String given, String since, String... phones) {
        var record = SourceRecord.builder(key)
                .revision(Revision.occurred(day(since)))
                .name(PersonName.of(given, given.equals("Anna") ? "Quist" : "Ollerenshaw"))
                .birthDate(PartialDate.parse(given.equals("Anna") ? "1980-02-03" : "1991-07-30"));
        Stream.of(phones).map(PhoneNumber::of).forEach(record::medium);
        return record.build();
    }

    private static Instant day(String date) {
        return Instant.parse(date + "T12:00:00Z");
    }

    private static Interaction said(String source, String key, String kind, Instant at, Subject... subjects) {
        return new Interaction(
                new RecordKey(source, key),
                Revision.occurred(at),
                kind,
                source,
                Direction.INBOUND,
                List.of(subjects),
                "",
                Money.NONE,
                List.of(),
                List.of());
    }

    private static Interaction call(String key, String date) {
        return said("pbx", key, "call", day(date), NUMBER);
    }

    private static Interaction paid(Interaction said, String amount, Reference... references) {
        return new Interaction(
                said.key(),
                said.revision(),
                said.kind(),
                said.channel(),
                said.direction(),
                said.subjects(),
                said.text(),
                new Money(new BigDecimal(amount), "EUR"),
                List.of(references),
                List.of());
    }

    private static CustomerViews views(io.crmviews.spi.policy.AccessPolicy policy) {
        return CustomerViews.builder().policy(policy).clock(CLOCK).build();
    }

    private static TimelinePage page(CustomerViews views, RecordKey of, PageRequest request) {
        ReaderViews agent = views.as(AGENT);
        ViewAnswer answer = agent.view(agent.find(of).orElseThrow(), request);
        return ((ViewAnswer.Shown) answer).view().timeline();
    }

    private static List<String> calls(CustomerViews views, RecordKey of) {
        return page(views, of, PageRequest.first(20)).entries().stream()
                .map(entry -> entry.interaction().key().key())
                .toList();
    }

    @Test
    void aNumberThatWasGivenToANewHolderLeavesOldCallsWithTheOldOne() {
        try (CustomerViews views = views(Policies.allowAll())) {
            views.ingest(List.of(
                    person(ANNA, "Anna", "2018-01-01", "020 7946 0018"),
                    person(ANNA, "Anna", "2021-01-01", "020 7946 0999"),
                    person(BEN, "Ben", "2023-01-01", "020 7946 0018")));
            views.ingest(
                    List.of(call("annas", "2019-05-05"), call("nobodys", "2022-05-05"), call("bens", "2024-05-05")));
            assertThat(calls(views, ANNA)).containsExactly("annas");
            assertThat(calls(views, BEN)).containsExactly("bens");
            assertThat(page(views, BEN, new PageRequest(9, "", true)).entries())
                    .extracting(TimelineEntry::attribution)
                    .as("who held it between the two nobody knows")
                    .contains(new Attribution.Possibly("phone", 2));
        }
    }

    @Test
    void anAccountThatWasClosedDoesNotHandItsCallsToWhoeverHoldsTheNumberNow() {
        try (CustomerViews views = views(Policies.allowAll())) {
            views.ingest(List.of(
                    person(ANNA, "Anna", "2018-01-01", "020 7946 0018"),
                    new RecordRemoval(ANNA, Revision.occurred(day("2021-01-01"))),
                    person(BEN, "Ben", "2023-01-01", "020 7946 0018"),
                    call("annas", "2019-05-05"),
                    call("bens", "2024-05-05")));
            assertThat(calls(views, BEN)).containsExactly("bens");
        }
    }

    @Test
    void aSourceThatStatesFromWhenUntilWhenIsBelieved() {
        Identifier card = new Identifier(
                "loyalty-card",
                "",
                "LC-4471-9",
                Authentication.CLAIMED,
                new Validity(day("2020-01-01"), day("2022-01-01")));
        Subject named = new Subject.OfIdentifier("loyalty-card", "", "LC-4471-9");
        SourceRecord anna = SourceRecord.builder(ANNA)
                .revision(Revision.occurred(day("2024-01-01")))
                .name(PersonName.of("Anna", "Quist"))
                .identifier(card)
                .build();
        try (CustomerViews views = views(Policies.allowAll())) {
            views.ingest(List.of(
                    anna,
                    said("till", "before", "purchase", day("2019-06-01"), named),
                    said("till", "while", "purchase", day("2021-06-01"), named),
                    said("till", "after", "purchase", day("2023-06-01"), named)));
            assertThat(calls(views, ANNA)).containsExactly("while");
        }
    }

    @Test
    void oneOrderThatTwoSystemsReportIsOneEntryWithBoth() {
        Reference order = new Reference("order", "R-9");
        Subject anna = new Subject.OfRecord(ANNA);
        Interaction shop = paid(said("shop", "s1", "purchase", day("2025-01-01"), anna), "49.90", order);
        Interaction till = paid(said("till", "t1", "purchase", day("2025-01-02"), anna), "49.9", order);
        Interaction other =
                paid(said("till", "t2", "purchase", day("2025-01-02"), anna), "49.90", new Reference("order", "R-10"));
        Interaction back = paid(said("till", "t3", "refund", day("2025-02-02"), anna), "49.90", order);
        try (CustomerViews views = views(Policies.allowAll())) {
            views.ingest(List.of(person(ANNA, "Anna", "2018-01-01"), till, other, back, shop));
            List<TimelineEntry> entries =
                    page(views, ANNA, PageRequest.first(9)).entries();
            assertThat(entries).hasSize(3);
            TimelineEntry one = entries.get(2);
            assertThat(one.interaction().key()).isEqualTo(shop.key());
            assertThat(one.sources()).containsExactly("shop", "till");
            assertThat(one.otherReports()).containsExactly(new OtherReport(till.key(), day("2025-01-02"), false));
        }
    }

    @Test
    void oneCallThatTwoSystemsLogWithinTwoMinutesIsInferredToBeOne() {
        Instant at = day("2025-03-01");
        Interaction pbx = said("pbx", "p1", "call", at, NUMBER);
        Interaction desk = said("desk", "d1", "call", at.plusSeconds(119), new Subject.OfRecord(ANNA));
        Interaction next = said("desk", "d2", "call", at.plusSeconds(121), new Subject.OfRecord(ANNA));
        try (CustomerViews views = views(Policies.allowAll())) {
            views.ingest(List.of(person(ANNA, "Anna", "2018-01-01", "020 7946 0018"), next, pbx, desk));
            List<TimelineEntry> entries =
                    page(views, ANNA, PageRequest.first(9)).entries();
            assertThat(entries).hasSize(2);
            assertThat(entries.get(0).interaction().key()).isEqualTo(next.key());
            assertThat(entries.get(0).otherReports()).isEmpty();
            assertThat(entries.get(1).interaction().key()).isEqualTo(desk.key());
            assertThat(entries.get(1).otherReports()).containsExactly(new OtherReport(pbx.key(), at, true));
        }
    }

    @Test
    void whoMaySeeOneOfTwoReportsSeesThatOne() {
        Instant at = day("2025-03-01");
        Subject anna = new Subject.OfRecord(ANNA);
        Grant grant = Grant.to("agent", "service")
                .questions(Access.Question.values())
                .sources("crm", "pbx")
                .interactions(Grant.ANY)
                .groups(FieldGroup.values());
        try (CustomerViews views = views(Policies.granting(grant))) {
            views.ingest(List.of(
                    person(ANNA, "Anna", "2018-01-01"),
                    said("desk", "d1", "call", at, anna),
                    said("pbx", "p1", "call", at, anna)));
            assertThat(page(views, ANNA, PageRequest.first(9)).entries())
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.interaction().key().source()).isEqualTo("pbx");
                        assertThat(entry.otherReports()).isEmpty();
                    });
        }
    }

    @Test
    void aPageGoesOnWhereItWasWhateverHappensMeanwhile() {
        try (CustomerViews views = views(Policies.allowAll())) {
            views.ingest(List.of(
                    person(ANNA, "Anna", "2018-01-01", "020 7946 0018"),
                    call("3", "2025-03-01"),
                    call("2", "2025-02-01"),
                    call("1", "2025-01-01")));
            TimelinePage first = page(views, ANNA, PageRequest.first(2));
            views.ingest(List.of(call("2b", "2025-01-15"), call("4", "2025-04-01")));
            TimelinePage second = page(views, ANNA, PageRequest.first(2).after(first.continuation()));
            assertThat(second.entries())
                    .extracting(entry -> entry.interaction().key().key())
                    .containsExactly("1");
        }
    }

    @Test
    void aTimelineIsFilteredByTimeChannelKindAndDirection() {
        Subject anna = new Subject.OfRecord(ANNA);
        try (CustomerViews views = views(Policies.allowAll())) {
            views.ingest(List.of(
                    person(ANNA, "Anna", "2018-01-01"),
                    said("pbx", "1", "call", day("2025-01-01"), anna),
                    said("pbx", "2", "complaint", day("2025-02-01"), anna),
                    said("mail", "3", "complaint", day("2025-03-01"), anna),
                    said("mail", "4", "complaint", day("2025-04-01"), anna)));
            TimelineFilter complaints = TimelineFilter.ALL.ofKinds("complaint").begunBy(Direction.INBOUND);
            assertThat(filtered(views, complaints)).containsExactly("4", "3", "2");
            assertThat(filtered(views, complaints.inChannels("mail"))).containsExactly("4", "3");
            assertThat(filtered(views, complaints.between(day("2025-02-01"), day("2025-04-01"))))
                    .containsExactly("3", "2");
            assertThat(filtered(views, complaints.begunBy(Direction.OUTBOUND))).isEmpty();
        }
    }

    private static List<String> filtered(CustomerViews views, TimelineFilter filter) {
        return page(views, ANNA, PageRequest.first(9).of(filter)).entries().stream()
                .map(entry -> entry.interaction().key().key())
                .toList();
    }

    @Test
    void aWrittenMessageStaysAsItWasWritten() {
        String text = "  Où est ma commande?\r\n\tÇa suffit… 😡 ";
        Interaction mail = new Interaction(
                new RecordKey("mail", "m1"),
                Revision.occurred(day("2025-01-01")),
                "e-mail",
                "mail",
                Direction.INBOUND,
                List.of(new Subject.OfRecord(ANNA)),
                text,
                Money.NONE,
                List.of(),
                List.of());
        try (CustomerViews views = views(Policies.allowAll())) {
            views.ingest(List.of(person(ANNA, "Anna", "2018-01-01"), mail));
            Interaction shown =
                    page(views, ANNA, PageRequest.first(1)).entries().get(0).interaction();
            assertThat(shown.text()).isEqualTo(text);
            assertThat(shown.contentHash()).isEqualTo(mail.contentHash()).hasSize(64);
        }
    }

    @Property(tries = 150)
    void pagesOfAnySizeShowTheSameEntriesOnceWithTheSameReports(@ForAll long seed) {
        Random random = new Random(seed);
        List<Interaction> facts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String source = List.of("desk", "pbx", "mail").get(random.nextInt(3));
            Interaction said = said(
                    source,
                    "k" + i,
                    random.nextInt(4) == 0 ? "call" : "purchase",
                    day("2025-01-01").plusSeconds(45L * random.nextInt(60)),
                    random.nextBoolean() ? NUMBER : new Subject.OfRecord(ANNA));
            facts.add(
                    random.nextInt(3) == 0
                            ? paid(said, "" + random.nextInt(2), new Reference("order", "" + random.nextInt(9)))
                            : said);
        }
        try (CustomerViews views = views(Policies.allowAll())) {
            views.ingest(List.of(person(ANNA, "Anna", "2018-01-01", "020 7946 0018")));
            views.ingest(facts);
            List<TimelineEntry> whole =
                    page(views, ANNA, PageRequest.first(1_000)).entries();
            List<RecordKey> told = new ArrayList<>();
            whole.forEach(entry -> {
                told.add(entry.interaction().key());
                entry.otherReports().forEach(report -> told.add(report.key()));
            });
            assertThat(told)
                    .as("each report stands once, by itself or with another")
                    .containsExactlyInAnyOrderElementsOf(
                            facts.stream().map(Interaction::key).toList());
            List<TimelineEntry> paged = new ArrayList<>();
            PageRequest request = PageRequest.first(1 + random.nextInt(7));
            TimelinePage next = page(views, ANNA, request);
            paged.addAll(next.entries());
            while (!next.continuation().isEmpty()) {
                next = page(views, ANNA, request.after(next.continuation()));
                paged.addAll(next.entries());
            }
            assertThat(paged).isEqualTo(whole);
        }
    }
}

package io.crmviews.merge.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.consent.AttributedConsent;
import io.crmviews.merge.consent.Standing;
import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.golden.Survivorship;
import io.crmviews.merge.golden.ValueForms;
import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.ConsentState;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.FieldGroup;
import io.crmviews.model.profile.GoldenField;
import io.crmviews.model.source.Money;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.model.source.SourceDescription;
import io.crmviews.model.view.Attribution;
import io.crmviews.model.view.CustomerView;
import io.crmviews.model.view.Freshness;
import io.crmviews.model.view.MemberRecord;
import io.crmviews.model.view.SourceFreshness;
import io.crmviews.model.view.TimelineEntry;
import io.crmviews.spi.policy.Access;
import io.crmviews.spi.policy.Access.Question;
import io.crmviews.spi.policy.AccessPolicy;
import io.crmviews.spi.policy.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ViewerTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final CustomerId ID = new CustomerId(1);
    private static final Reader AGENT = Reader.of("agent", "service", "u1");
    private static final RecordKey CRM = new RecordKey("crm", "1");
    private static final RecordKey SHOP = new RecordKey("shop", "2");
    private static final GoldenMerge MERGE = GoldenMerge.of(Survivorship.standard(), ValueForms.plain());

    private static final Grant PARTNER = Grant.to("agent", "service")
            .questions(Question.VIEW)
            .sources("shop")
            .groups(FieldGroup.NAME, FieldGroup.EMAIL)
            .interactions("purchase")
            .consents("marketing");

    private static Member member(long id, SourceRecordBuilder record) {
        return new Member(new CustomerId(id), MERGE.prepare(record.build()));
    }

    private static Interaction happened(String source, String key, int day, String kind, Subject... subjects) {
        return new Interaction(
                new RecordKey(source, key),
                Revision.occurred(NOW.minus(Duration.ofDays(100 - day))),
                kind,
                source,
                Interaction.Direction.INBOUND,
                List.of(subjects),
                "",
                Money.NONE,
                List.of(),
                List.of());
    }

    private static Snapshot snapshot(List<List<Interaction>> runs, Attributor attributor) {
        List<Member> members = List.of(
                member(
                        2,
                        SourceRecord.builder(SHOP)
                                .name(PersonName.of("Ann", "Lee"))
                                .medium(EmailAddress.of("a@x.org"))),
                member(
                        1,
                        SourceRecord.builder(CRM)
                                .revision(Revision.occurred(NOW))
                                .name(PersonName.of("Anna", "Lee"))
                                .birthDate(new PartialDate(1990, 1, 2))));
        ConsentEvent refused = new ConsentEvent(
                new RecordKey("crm", "c1"),
                Revision.occurred(NOW.minusSeconds(9)),
                new Subject.OfRecord(CRM),
                "marketing",
                "",
                ConsentState.REFUSED,
                false,
                Instant.MAX,
                "");
        return new Snapshot(
                ID,
                42,
                members,
                runs,
                attributor,
                List.of(new AttributedConsent(refused, Standing.RECORD)),
                List.of(
                        new Hearing(SourceDescription.of("shop"), NOW, false),
                        new Hearing(SourceDescription.of("crm"), Instant.MIN, true)),
                NOW);
    }

    private static Snapshot snapshot() {
        Subject crm = new Subject.OfRecord(CRM);
        Subject mail = new Subject.OfIdentifier("email", "", "a@x.org");
        Subject phone = new Subject.OfIdentifier("phone", "", "123");
        List<Interaction> runs = List.of(
                happened("shop", "p3", 30, "purchase", crm, mail, phone),
                happened("shop", "v2", 20, "visit", mail),
                happened("crm", "p1", 10, "purchase", crm));
        return snapshot(List.of(runs), said -> Optional.of(new Attribution.ByRecord(CRM)));
    }

    private static CustomerView view(AccessPolicy policy, Snapshot snapshot, PageRequest page) {
        ViewAnswer answer = Viewer.of(MERGE, policy).view(AGENT, snapshot, page);
        assertThat(answer).isInstanceOf(ViewAnswer.Shown.class);
        return ((ViewAnswer.Shown) answer).view();
    }

    @Test
    void whoeverMaySeeEverythingSeesEverything() {
        CustomerView view = view(Policies.allowAll(), snapshot(), PageRequest.first(10));
        assertThat(view.position()).isEqualTo(42);
        assertThat(view.records()).extracting(MemberRecord::key).containsExactly(CRM, SHOP);
        assertThat(view.profile().name()).contains(PersonName.of("Anna", "Lee"));
        assertThat(view.timeline().entries()).hasSize(3);
        assertThat(view.withheld()).isEmpty();
        assertThat(view.permits("marketing", "email")).isFalse();
        assertThat(view.freshness())
                .containsExactly(
                        new SourceFreshness("crm", Freshness.NEVER, Instant.MIN),
                        new SourceFreshness("shop", Freshness.LIVE, NOW));
    }

    @Test
    void nobodySeesAnythingUnlessAPolicyGrantsIt() {
        for (AccessPolicy policy : List.of(
                Policies.denyAll(),
                Policies.granting(),
                Policies.granting(Grant.to("agent", "service").questions(Question.VIEW)),
                Policies.granting(
                        Grant.to("agent", "marketing").questions(Question.VIEW).sources(Grant.ANY)))) {
            assertThat(Viewer.of(MERGE, policy).view(AGENT, snapshot(), PageRequest.first(10)))
                    .isEqualTo(new ViewAnswer.Withheld());
        }
    }

    @Test
    void whatIsWithheldLeavesNoTrace() {
        CustomerView view = view(Policies.granting(PARTNER), snapshot(), PageRequest.first(10));
        assertThat(view.records()).extracting(MemberRecord::key).containsExactly(SHOP);
        assertThat(view.profile().name())
                .as("the name of the source that may be seen")
                .contains(PersonName.of("Ann", "Lee"));
        assertThat(view.profile().birthDate()).isEmpty();
        assertThat(view.freshness()).extracting(SourceFreshness::source).containsExactly("shop");
        TimelineEntry only = view.timeline().entries().get(0);
        assertThat(view.timeline().entries()).hasSize(1);
        assertThat(only.interaction().subjects())
                .as("neither a record of another source nor a number")
                .containsExactly(new Subject.OfIdentifier("email", "", "a@x.org"));
        assertThat(only.attribution()).isEqualTo(new Attribution.ByRecord(RecordKey.WITHHELD));
        assertThat(view.consents().get(0).decidedBy()).isEqualTo(RecordKey.WITHHELD);
        assertThat(view.consents().get(0).permitted())
                .as("a refusal binds whoever may read of it")
                .isFalse();
    }

    @Test
    void withheldFieldsAreMarkedWhetherOrNotThereIsAValue() {
        CustomerView view = view(Policies.granting(PARTNER), snapshot(), PageRequest.first(10));
        assertThat(view.withheld())
                .contains(Field.of(Attribute.BIRTH_DATE), Field.of(Attribute.PHONE), Field.of(Attribute.IDENTIFIER))
                .doesNotContain(Field.of(Attribute.EMAIL), Field.of(Attribute.NAME_FAMILY));
        assertThat(view.profile().fields()).extracting(GoldenField::field).doesNotContainAnyElementsOf(view.withheld());
    }

    @Test
    void aCursorOfAnotherPositionHasExpired() {
        String next = view(Policies.allowAll(), snapshot(), PageRequest.first(1))
                .timeline()
                .continuation();
        Snapshot later = snapshot();
        Snapshot moved =
                new Snapshot(ID, 43, later.members(), later.runs(), later.attributor(), List.of(), List.of(), NOW);
        Viewer viewer = Viewer.of(MERGE, Policies.allowAll());
        assertThat(viewer.view(AGENT, moved, PageRequest.first(1).after(next))).isEqualTo(new ViewAnswer.Expired());
        assertThat(viewer.view(AGENT, moved, PageRequest.first(1).after("nonsense")))
                .isEqualTo(new ViewAnswer.Expired());
    }

    @Property(tries = 200)
    void pagesPutTogetherAreTheWholeTimelineOnce(
            @ForAll @Size(max = 40) List<@IntRange(max = 9) Integer> days,
            @ForAll @IntRange(min = 1, max = 7) int size) {
        List<List<Interaction>> runs = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < days.size(); i++) {
            Interaction said =
                    happened(i % 3 == 0 ? "crm" : "shop", "k" + i, days.get(i), i % 4 == 0 ? "visit" : "purchase");
            runs.get(i % 3).add(said);
            if (i % 5 == 0) {
                runs.get((i + 1) % 3).add(said);
            }
        }
        runs.forEach(run -> run.sort(Timelines.NEWEST_FIRST));
        Snapshot snapshot = snapshot(runs, said -> Optional.of(new Attribution.ByRecord(CRM)));
        for (AccessPolicy policy : List.of(Policies.allowAll(), Policies.granting(PARTNER))) {
            boolean all = policy.permits(AGENT, new Access.ToSource("crm"));
            List<RecordKey> expected = runs.stream()
                    .flatMap(List::stream)
                    .distinct()
                    .filter(said -> all
                            || (said.kind().equals("purchase") && said.channel().equals("shop")))
                    .sorted(Timelines.NEWEST_FIRST)
                    .map(Interaction::key)
                    .toList();
            assertThat(readAll(policy, snapshot, size)).isEqualTo(expected);
        }
    }

    private static List<RecordKey> readAll(AccessPolicy policy, Snapshot snapshot, int size) {
        List<RecordKey> read = new ArrayList<>();
        PageRequest page = PageRequest.first(size);
        CustomerView view = view(policy, snapshot, page);
        view.timeline().entries().forEach(entry -> read.add(entry.interaction().key()));
        while (!view.timeline().continuation().isEmpty()) {
            assertThat(view.timeline().entries())
                    .as("only the last page may be short")
                    .hasSize(size);
            view = view(policy, snapshot, page.after(view.timeline().continuation()));
            view.timeline()
                    .entries()
                    .forEach(entry -> read.add(entry.interaction().key()));
        }
        return read;
    }

    @Test
    void anInteractionOfASharedIdentifierIsOnlyPossiblyTheCustomers() {
        Subject shared = new Subject.OfIdentifier("phone", "", "1");
        Subject own = new Subject.OfIdentifier("email", "", "a@x.org");
        Subject others = new Subject.OfRecord(new RecordKey("crm", "9"));
        CustomerId other = new CustomerId(9);
        Holders holders = (subject, at) ->
                subject.equals(shared) ? Set.of(ID, other) : subject.equals(own) ? Set.of(ID) : Set.of(other);
        Attributor mine = holders.attributor(ID);
        assertThat(mine.attribution(happened("s", "1", 1, "call", shared)))
                .contains(new Attribution.Possibly("phone", 2));
        assertThat(mine.attribution(happened("s", "1", 1, "call", shared, own)))
                .contains(new Attribution.ByIdentifier("email"));
        assertThat(mine.attribution(happened("s", "1", 1, "call", shared, others)))
                .isEmpty();
        Snapshot snapshot = snapshot(List.of(List.of(happened("s", "1", 1, "call", shared))), mine);
        assertThat(view(Policies.allowAll(), snapshot, PageRequest.first(5))
                        .timeline()
                        .entries())
                .as("never shown unless asked for")
                .isEmpty();
        assertThat(view(Policies.allowAll(), snapshot, new PageRequest(5, "", true))
                        .timeline()
                        .entries())
                .hasSize(1);
    }

    @Test
    void aSourceIsLateAfterItsIntervalAndFailingWhenItFails() {
        SourceDescription hourly = new SourceDescription("s", "", false, Duration.ofHours(1));
        assertThat(new Hearing(hourly, NOW.minusSeconds(3600), false).at(NOW).state())
                .isEqualTo(Freshness.LIVE);
        assertThat(new Hearing(hourly, NOW.minusSeconds(3601), false).at(NOW).state())
                .isEqualTo(Freshness.LATE);
        assertThat(new Hearing(hourly, NOW, true).at(NOW).state()).isEqualTo(Freshness.FAILING);
        assertThat(new Hearing(hourly, Instant.MAX, false).at(NOW).state()).isEqualTo(Freshness.LIVE);
    }
}

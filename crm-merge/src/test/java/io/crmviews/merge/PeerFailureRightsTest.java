package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.ingest.IngestReport;
import io.crmviews.merge.memory.MemoryReadLog;
import io.crmviews.merge.rights.ErasureKey;
import io.crmviews.merge.rights.Login;
import io.crmviews.merge.view.Grant;
import io.crmviews.merge.view.PageRequest;
import io.crmviews.merge.view.Policies;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.ConsentState;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.Device;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.Usage;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.FieldGroup;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.model.view.CustomerView;
import io.crmviews.spi.policy.Access.Question;
import io.crmviews.spi.policy.ReadEntry;
import io.crmviews.spi.policy.Reader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Complaints about other systems, as tests: the numbers are the lines of the list of what went wrong elsewhere. */
class PeerFailureRightsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant BEFORE = Instant.parse("2025-01-01T00:00:00Z");
    private static final Reader AGENT = Reader.of("agent", "service", "user-1");
    private static final Subject.OfIdentifier MAIL = new Subject.OfIdentifier("email", "", "lena.marklund@mail.test");

    private static CustomerViewsBuilder builder() {
        return CustomerViews.builder()
                .policy(Policies.allowAll())
                .erasureKey(ErasureKey.of(new byte[32]))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static SourceRecordBuilder lena(RecordKey key) {
        return SourceRecord.builder(key)
                .revision(Revision.occurred(BEFORE))
                .name(PersonName.of("Lena", "Marklund"))
                .birthDate(PartialDate.parse("1971-12-03"))
                .medium(EmailAddress.of(MAIL.value()));
    }

    private static ConsentEvent said(String key, RecordKey record, ConsentState state) {
        return new ConsentEvent(
                new RecordKey("desk", key),
                Revision.occurred(BEFORE),
                new Subject.OfRecord(record),
                "marketing",
                "",
                state,
                false,
                Instant.MAX,
                "");
    }

    private static CustomerView view(CustomerViews views, RecordKey record) {
        ReaderViews agent = views.as(AGENT);
        return ((ViewAnswer.Shown) agent.view(agent.find(record).orElseThrow())).view();
    }

    @Test
    void line1WithdrawingRemovesNothingSoAMergeHasNoOldGrantToRevive() {
        RecordKey shop = new RecordKey("shop", "1");
        RecordKey crm = new RecordKey("crm", "1");
        try (CustomerViews views = builder().build()) {
            views.ingest(List.of(
                    lena(shop).build(),
                    lena(crm).build(),
                    said("1", shop, ConsentState.WITHDRAWN),
                    said("2", crm, ConsentState.GIVEN)));
            assertThat(views.customerCount()).isOne();
            assertThat(view(views, shop).permits("marketing", "")).isFalse();
            views.rights().erase(crm);
            assertThat(view(views, shop).permits("marketing", ""))
                    .as("nor has erasing one")
                    .isFalse();
        }
    }

    @Test
    void line11OneSharedDeviceShowsNobodyAnother() {
        RecordKey one = new RecordKey("web", "1");
        RecordKey other = new RecordKey("web", "2");
        Device tablet = new Device(Usage.CURRENT, "cookie", "shared-tablet-001");
        try (CustomerViews views = builder().build()) {
            views.ingest(List.of(
                    lena(one).medium(tablet).build(),
                    SourceRecord.builder(other)
                            .revision(Revision.occurred(BEFORE))
                            .name(PersonName.of("Per", "Sandell"))
                            .medium(EmailAddress.of("per@elsewhere.test"))
                            .medium(tablet)
                            .build()));
            assertThat(views.customerCount()).isEqualTo(2);
            Login lena = new Login("account-1", List.of(new Login.Proof(MAIL, BEFORE)));
            OwnAnswer.Shown own = (OwnAnswer.Shown) views.own(lena, PageRequest.first(9));
            assertThat(own.views())
                    .singleElement()
                    .satisfies(seen -> assertThat(seen.records())
                            .singleElement()
                            .satisfies(record -> assertThat(record.key()).isEqualTo(one)));
        }
    }

    @Test
    void line15SigningUpWithSomebodysEmailShowsNothingOfThem() {
        try (CustomerViews views = builder().build()) {
            views.ingest(List.of(lena(new RecordKey("shop", "guest")).build()));
            Login claims = new Login("account-2", List.of());
            assertThat(views.own(claims, PageRequest.first(9))).isEqualTo(new OwnAnswer.Nothing());
            Login later = new Login("account-3", List.of(new Login.Proof(MAIL, NOW)));
            assertThat(views.own(later, PageRequest.first(9)))
                    .as("proved after the orders were made: they may be a former holder's")
                    .isEqualTo(new OwnAnswer.Nothing());
        }
    }

    @Test
    void line16AnAgentOfOneDeskSeesItsOwnCustomersAndEveryReadLeavesATrace() {
        RecordKey north = new RecordKey("north", "1");
        RecordKey south = new RecordKey("south", "1");
        MemoryReadLog log = new MemoryReadLog(100);
        try (CustomerViews views = builder()
                .policy(Policies.granting(Grant.to("agent:north", "service")
                        .questions(Question.FIND, Question.VIEW)
                        .groups(FieldGroup.NAME)
                        .sources("north")))
                .readLog(log)
                .build()) {
            views.ingest(List.of(
                    lena(north).build(),
                    SourceRecord.builder(south)
                            .name(PersonName.of("Per", "Sandell"))
                            .build()));
            ReaderViews agent = views.as(Reader.of("agent:north", "service", "user-9"));
            CustomerId lena = agent.find(north).orElseThrow();
            assertThat(agent.find(south)).isEmpty();
            assertThat(agent.view(lena)).isInstanceOf(ViewAnswer.Shown.class);
            assertThat(agent.view(new CustomerId(2))).isEqualTo(new ViewAnswer.Withheld());
            views.flushReads();
            assertThat(log.entries()).hasSize(4).extracting(ReadEntry::who).containsOnly("user-9");
            assertThat(log.about(List.of(lena.number()), 10)).hasSize(2);
        }
    }

    @Test
    void line17AnErasedProfileIsNotCreatedAgainAndLivesOnNowhere() {
        RecordKey shop = new RecordKey("shop", "1");
        try (CustomerViews views = builder().build()) {
            views.ingest(List.of(lena(shop).build()));
            views.rights().erase(shop);
            IngestReport again = views.ingest(List.of(lena(shop).build()));
            assertThat(again.rejects()).containsExactly(new IngestReport.Rejected(shop, IngestReport.ERASED));
            assertThat(views.customerCount()).isZero();
            assertThat(HeapSearch.of(views).find(List.of("marklund", "Marklund", "lena")))
                    .isEmpty();
        }
    }

    @Test
    void line18NothingIsDroppedWhereACustomerHasMany() {
        try (CustomerViews views = builder().build()) {
            views.ingest(IntStream.range(0, 150)
                    .mapToObj(i -> lena(new RecordKey("shop", "k" + i)).build())
                    .toList());
            assertThat(views.customerCount()).isOne();
            RecordKey any = new RecordKey("shop", "k77");
            assertThat(view(views, any).records()).hasSize(150);
            CustomerId whole = views.as(AGENT).find(any).orElseThrow();
            assertThat(views.rights().erase(whole).tombstones()).hasSize(150);
            assertThat(views.customerCount()).isZero();
        }
    }
}

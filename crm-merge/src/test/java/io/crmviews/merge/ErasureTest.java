package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmviews.merge.ingest.IngestReport;
import io.crmviews.merge.ingest.Subjects;
import io.crmviews.merge.memory.MemoryStore;
import io.crmviews.merge.rights.ErasureKey;
import io.crmviews.merge.rights.ErasureReceipt;
import io.crmviews.merge.rights.LegalDuty;
import io.crmviews.merge.view.Policies;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.ConsentState;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.Money;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.model.view.CustomerView;
import io.crmviews.spi.policy.Reader;
import io.crmviews.spi.store.Tombstone;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is erased is gone everywhere, does not come back, and the rest is as if it had never been. */
class ErasureTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Reader AGENT = Reader.of("agent", "service", "user-1");
    private static final ErasureKey KEY =
            ErasureKey.of("thirty-two bytes of the best luck".getBytes(StandardCharsets.UTF_8));
    private static final RecordKey CRM = new RecordKey("crm", "c-zwqx17");
    private static final RecordKey SHOP = new RecordKey("shop", "s-zwqx18");
    private static final RecordKey BANK = new RecordKey("bank", "b-zwqx19");
    private static final RecordKey OTHER = new RecordKey("crm", "c-2");

    private static final String MAIL = "zwqxvera.zwqxquist@zwqxmail.test";
    private static final String PHONE = "+44 7700 917 3355";

    /** Every personal value of the subject, and pieces of them as they are kept canonical. */
    private static final List<String> MARKS =
            List.of("zwqx", "ZWQX", "Zwqx", "9173355", "917 3355", "1961-07-19", "text about her");

    private static CustomerViewsBuilder builder(MemoryStore store) {
        return CustomerViews.builder()
                .store(store)
                .policy(Policies.allowAll())
                .clock(CLOCK)
                .erasureKey(KEY);
    }

    private static SourceRecord vera(RecordKey key) {
        return SourceRecord.builder(key)
                .revision(Revision.occurred(Instant.parse("2025-03-01T00:00:00Z")))
                .name(PersonName.of("Zwqxvera", "Zwqxquist"))
                .birthDate(PartialDate.parse("1961-07-19"))
                .medium(EmailAddress.of(MAIL))
                .medium(PhoneNumber.of(PHONE))
                .characteristic("note", "zwqx likes blue")
                .build();
    }

    private static SourceRecord other() {
        return SourceRecord.builder(OTHER)
                .name(PersonName.of("Bruno", "Halvorsen"))
                .birthDate(PartialDate.parse("1972-01-02"))
                .medium(EmailAddress.of("bruno@elsewhere.test"))
                .build();
    }

    private static Interaction event(String key, String kind, Subject... subjects) {
        return new Interaction(
                new RecordKey("desk", key),
                Revision.occurred(Instant.parse("2025-04-01T00:00:00Z")),
                kind,
                "phone",
                Interaction.Direction.INBOUND,
                List.of(subjects),
                "text about her",
                Money.NONE,
                List.of(),
                List.of());
    }

    private static List<Fact> allOfVera() {
        return List.of(
                vera(CRM),
                vera(SHOP).withRevision(Revision.occurred(Instant.parse("2025-02-01T00:00:00Z"))),
                vera(BANK),
                event("zwqx-e1", "call", new Subject.OfRecord(CRM)),
                event("zwqx-e2", "call", new Subject.OfIdentifier("email", "", MAIL)),
                event("zwqx-e3", "call", new Subject.OfIdentifier("phone", "", PHONE)),
                new ConsentEvent(
                        new RecordKey("desk", "zwqx-consent"),
                        Revision.occurred(NOW),
                        new Subject.OfIdentifier("email", "", MAIL),
                        "marketing",
                        "",
                        ConsentState.WITHDRAWN,
                        false,
                        Instant.MAX,
                        "zwqx form"),
                MatchAssertion.of(
                        new RecordKey("desk", "zwqx-a1"), CRM, OTHER, Verdict.DIFFERENT, "clerk", Instant.EPOCH));
    }

    private static List<Long> hashes() {
        return Stream.of(
                        new Subject.OfIdentifier("email", "", MAIL),
                        new Subject.OfIdentifier("phone", "", PHONE),
                        new Subject.OfRecord(CRM))
                .map(subject -> Subjects.of(subject).orElseThrow())
                .toList();
    }

    private static CustomerId id(CustomerViews views, RecordKey record) {
        return views.as(AGENT).find(record).orElseThrow();
    }

    @Test
    void aWholeCustomerGoesWithoutATrace() {
        MemoryStore store = new MemoryStore();
        try (CustomerViews views = builder(store).build()) {
            views.ingest(List.of(other()));
            views.ingest(allOfVera());
            views.ingest(List.of(SourceRecord.builder(SHOP)
                    .revision(Revision.occurred(Instant.parse("2025-05-01T00:00:00Z")))
                    .name(PersonName.of("Zwqxvera", "Zwqxnewname"))
                    .medium(EmailAddress.of(MAIL))
                    .birthDate(PartialDate.parse("1961-07-19"))
                    .build()));
            views.remove(BANK);
            CustomerId vera = id(views, CRM);
            HeapSearch before = HeapSearch.of(views);
            assertThat(before.find(MARKS)).as("it is there before").isNotEmpty();
            assertThat(hashes()).allMatch(before::holds);

            ErasureReceipt receipt = views.rights().erase(vera);

            HeapSearch after = HeapSearch.of(views);
            assertThat(after.find(MARKS)).isEmpty();
            assertThat(hashes())
                    .as("a hash without a key tells an address to whoever guesses it")
                    .noneMatch(after::holds);
            assertThat(receipt.ids()).contains(vera);
            assertThat(receipt.restricted()).isEmpty();
            assertThat(receipt.erased())
                    .contains(
                            new ErasureReceipt.Erased("records", "crm", "record", 1),
                            new ErasureReceipt.Erased("versions", "shop", "record", 1),
                            new ErasureReceipt.Erased("events", "desk", "call", 3),
                            new ErasureReceipt.Erased("events", "desk", "consent", 1),
                            new ErasureReceipt.Erased("assertions", "desk", "assertion", 1));
            assertThat(views.as(AGENT).view(vera)).isEqualTo(new ViewAnswer.Erased());
            assertThat(views.as(AGENT).find(vera)).isEmpty();
            assertThat(views.as(AGENT).find(new Subject.OfIdentifier("email", "", MAIL)))
                    .isEmpty();
            assertThat(views.customerCount()).isOne();
            long position = receipt.position();
            assertThat(store.<Long>read(reader -> reader.lastErasure())).isEqualTo(position);
            for (long then = 0; then < position; then++) {
                long at = then;
                assertThat(store.<Boolean>read(reader -> {
                            var was = reader.at(at).orElseThrow();
                            return was.records(List.of(CRM, SHOP, BANK)).isEmpty()
                                    && was.carriers(List.of(vera.number())).isEmpty()
                                    && was.customers(List.of(vera.number())).isEmpty();
                        }))
                        .as("no earlier state shows it")
                        .isTrue();
            }
        }
    }

    @Test
    void whatWasErasedDoesNotComeBackAndTheReportSaysSo() {
        try (CustomerViews views = builder(new MemoryStore()).build()) {
            views.ingest(allOfVera());
            views.rights().erase(id(views, CRM));

            IngestReport again = views.ingest(allOfVera());

            assertThat(again.accepted()).isZero();
            assertThat(again.rejects())
                    .hasSize(8)
                    .allMatch(reject -> reject.reason().equals(IngestReport.ERASED));
            assertThat(views.customerCount()).isZero();
            IngestReport aboutHer =
                    views.ingest(List.of(event("new", "call", new Subject.OfRecord(CRM), new Subject.OfRecord(OTHER))));
            assertThat(aboutHer.rejects()).hasSize(1);
            assertThat(HeapSearch.of(views).find(List.of("zwqx"))).isEmpty();
        }
    }

    @Test
    void anInteractionOfSomebodyElseGoesOnWithoutTheName() {
        try (CustomerViews views = builder(new MemoryStore()).build()) {
            views.ingest(List.of(other(), vera(CRM)));
            views.ingest(List.of(event("both", "call", new Subject.OfRecord(OTHER), new Subject.OfRecord(CRM))));
            views.rights().erase(CRM);
            assertThat(view(views, OTHER).timeline().entries())
                    .singleElement()
                    .satisfies(entry ->
                            assertThat(entry.interaction().subjects()).containsExactly(new Subject.OfRecord(OTHER)));
            assertThat(HeapSearch.of(views).find(List.of("zwqx"))).isEmpty();
        }
    }

    @Test
    void erasingABridgeSplitsWhatItHeldTogether() {
        RecordKey left = new RecordKey("web", "1");
        RecordKey right = new RecordKey("post", "1");
        RecordKey bridge = new RecordKey("crm", "bridge");
        List<Fact> rest = List.of(
                SourceRecord.builder(left)
                        .name(PersonName.of("Kasimir", "Oldenbruck"))
                        .medium(EmailAddress.of("kasimir.oldenbruck@mail.test"))
                        .build(),
                SourceRecord.builder(right)
                        .name(PersonName.of("Kasimir", "Oldenbruck"))
                        .medium(PhoneNumber.of("+44 20 7946 0991"))
                        .build());
        SourceRecord joining = SourceRecord.builder(bridge)
                .name(PersonName.of("Kasimir", "Oldenbruck"))
                .medium(EmailAddress.of("kasimir.oldenbruck@mail.test"))
                .medium(PhoneNumber.of("+44 20 7946 0991"))
                .build();
        try (CustomerViews views = builder(new MemoryStore()).build();
                CustomerViews never = builder(new MemoryStore()).build()) {
            views.ingest(List.of(joining));
            views.ingest(rest);
            never.ingest(rest);
            assertThat(views.customerCount()).isOne();
            CustomerId whole = id(views, bridge);
            ErasureReceipt receipt = views.rights().erase(bridge);
            assertThat(views.customerCount()).isEqualTo(never.customerCount()).isEqualTo(2);
            assertThat(receipt.ids())
                    .as("the oldest remaining record carries the id on")
                    .isEmpty();
            assertThat(id(views, left)).isEqualTo(whole);
        }
    }

    @Test
    void aCallByANumberThatAnotherHoldsTooIsNotGivenToTheOther() {
        Subject number = new Subject.OfIdentifier("phone", "", PHONE);
        SourceRecord flatmate = SourceRecord.builder(OTHER)
                .name(PersonName.of("Bruno", "Halvorsen"))
                .birthDate(PartialDate.parse("1972-01-02"))
                .medium(PhoneNumber.of(PHONE))
                .build();
        try (CustomerViews views = builder(new MemoryStore()).build()) {
            views.ingest(List.of(vera(CRM), flatmate, event("call", "call", number)));
            assertThat(views.customerCount()).isEqualTo(2);
            views.rights().erase(CRM);
            assertThat(view(views, OTHER).timeline().entries()).isEmpty();
        }
    }

    @Test
    void whatALawSaysIsKeptIsRestrictedAndTheReceiptNamesTheLaw() {
        LegalDuty books = LegalDuty.of("purchase", "HGB section 257", Duration.ofDays(3_650));
        try (CustomerViews views = builder(new MemoryStore()).legalDuty(books).build()) {
            views.ingest(List.of(
                    vera(CRM),
                    event("p1", "purchase", new Subject.OfRecord(CRM)),
                    event("c1", "call", new Subject.OfRecord(CRM))));
            CustomerId vera = id(views, CRM);
            ErasureReceipt receipt = views.rights().erase(vera);
            assertThat(receipt.restricted())
                    .containsExactly(new ErasureReceipt.Kept("HGB section 257", "desk", "purchase", 1));
            assertThat(receipt.erased()).contains(new ErasureReceipt.Erased("events", "desk", "call", 1));
            assertThat(views.as(AGENT).view(vera)).isEqualTo(new ViewAnswer.Erased());
        }
    }

    @Test
    void aSuppressedIdentifierBringsNobodyBackUntilThatIsLifted() {
        try (CustomerViews views = builder(new MemoryStore()).build()) {
            views.ingest(List.of(vera(CRM)));
            views.rights().erase(CRM);
            views.rights().suppress(new Subject.OfIdentifier("phone", "", "07700 9173355"));
            RecordKey bought = new RecordKey("bought-list", "77");
            IngestReport report = views.ingest(List.of(vera(bought)));
            assertThat(report.rejects()).containsExactly(new IngestReport.Rejected(bought, IngestReport.SUPPRESSED));
            views.rights().lift(new Subject.OfIdentifier("phone", "", PHONE));
            assertThat(views.ingest(List.of(vera(bought))).accepted()).isOne();
            assertThat(views.ingest(List.of(vera(CRM))).rejects())
                    .as("the tombstone stays")
                    .hasSize(1);
        }
    }

    @Test
    void aRestoredBackupIsErasedAgainByTheLedger() {
        List<Tombstone> ledger = new ArrayList<>();
        try (CustomerViews views = builder(new MemoryStore()).build()) {
            views.ingest(allOfVera());
            views.rights().erase(id(views, CRM));
            views.rights().ledger(ledger::add);
        }
        try (CustomerViews restored = builder(new MemoryStore()).build()) {
            restored.ingest(List.of(other()));
            restored.ingest(allOfVera());
            ErasureReceipt receipt = restored.rights().replay(ledger);
            assertThat(receipt.foundAnything()).isTrue();
            assertThat(HeapSearch.of(restored).find(MARKS)).isEmpty();
            assertThat(restored.customerCount()).isOne();
            assertThat(restored.ingest(allOfVera()).accepted()).isZero();
        }
    }

    @Test
    void aStoreWithTombstonesTakesNothingInWithoutTheirKey() {
        MemoryStore store = new MemoryStore();
        builder(store).build().ingest(allOfVera());
        builder(store).build().rights().erase(CRM);
        CustomerViews without =
                CustomerViews.builder().store(store).clock(CLOCK).build();
        assertThatThrownBy(() -> without.ingest(allOfVera())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> without.rights().erase(SHOP)).isInstanceOf(IllegalStateException.class);
        assertThat(KEY).hasToString("***");
    }

    private static CustomerView view(CustomerViews views, RecordKey record) {
        return ((ViewAnswer.Shown) views.as(AGENT).view(id(views, record))).view();
    }
}

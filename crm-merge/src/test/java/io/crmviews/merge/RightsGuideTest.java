package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.golden.Strategies;
import io.crmviews.merge.golden.Survivorship;
import io.crmviews.merge.json.PolicyDocument;
import io.crmviews.merge.memory.MemoryReadLog;
import io.crmviews.merge.rights.ErasureKey;
import io.crmviews.merge.rights.ErasureReceipt;
import io.crmviews.merge.rights.LegalDuty;
import io.crmviews.merge.rights.Login;
import io.crmviews.merge.rights.RetentionPlan;
import io.crmviews.merge.rights.RetentionRule;
import io.crmviews.merge.view.PageRequest;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.FieldGroup;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.spi.policy.ReadEntry;
import io.crmviews.spi.policy.Reader;
import io.crmviews.spi.store.Tombstone;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The code of the guides to rights and to access is the code here, and does what the guides say. */
class RightsGuideTest {

    private static final RecordKey CRM = new RecordKey("crm", "1");
    private static final RecordKey SHOP = new RecordKey("shop", "1");
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    private final Clock clock = Clock.systemUTC();
    private final MemoryReadLog log = new MemoryReadLog(1_000);

    private static SourceRecord kate(RecordKey key) {
        return SourceRecord.builder(key)
                .revision(Revision.occurred(Instant.parse("2025-06-01T00:00:00Z")))
                .name(PersonName.of("Katarina", "Oxenstierna"))
                .birthDate(PartialDate.parse("1988-08-08"))
                .medium(EmailAddress.of("kate@mail.test"))
                .build();
    }

    private CustomerViews views() {
        // policy begin
        PolicyDocument document = PolicyDocument.parse("""
            {"accessPolicy": 1, "version": "2026-02", "grants": [
              {"audience": "agent", "purpose": "service", "questions": ["find", "view"],
               "groups": ["name", "email", "phone"], "sources": ["*"], "interactions": ["*"], "consents": ["*"]},
              {"audience": "partner:north", "purpose": "delivery", "questions": ["find", "view"],
               "groups": ["name", "address"], "sources": ["shop"], "interactions": ["delivery"],
               "newerThanDays": 90, "log": "first"},
              {"audience": "customer", "purpose": "own-data", "questions": ["view"],
               "groups": ["name", "birth_date", "email", "phone", "address"],
               "sources": ["*"], "interactions": ["*"], "consents": ["*"]}]}
            """);
        CustomerViews views = CustomerViews.builder()
                .policy(document.policy(clock::instant))
                .readLog(log)
                .erasureKey(ErasureKey.of(SECRET)) // from your vault; the same for the life of the store
                .legalDuty(LegalDuty.of("purchase", "HGB section 257", Duration.ofDays(3_653)))
                .survivorship(Survivorship.builder()
                        .rule(
                                FieldGroup.NAME,
                                Strategies.sourcePriority(List.of(Rights.RECTIFICATION))
                                        .then(Strategies.mostRecent()))
                        .build())
                .build();
        // policy end
        views.ingest(List.of(kate(CRM), kate(SHOP)));
        return views;
    }

    @Test
    void threeReaders() {
        try (CustomerViews views = views()) {
            readers(views);
            assertThat(log.entries())
                    .as("the partner's reads were written first")
                    .isNotEmpty();
        }
    }

    private static void readers(CustomerViews views) {
        // readers begin
        ReaderViews agent = views.as(Reader.of("agent", "service", "user-7"));
        CustomerId id = agent.find(new RecordKey("crm", "1")).orElseThrow();
        ViewAnswer whole = agent.view(id);

        ReaderViews partner = views.as(Reader.of("partner:north", "delivery", "driver-3"));
        CustomerId theirs = partner.find(new RecordKey("shop", "1")).orElseThrow();
        ViewAnswer part = partner.view(theirs);
        // readers end
        assertThat(((ViewAnswer.Shown) whole).view().records()).hasSize(2);
        assertThat(((ViewAnswer.Shown) part).view().records()).hasSize(1);
    }

    @Test
    void own() {
        try (CustomerViews views = views()) {
            own(views);
        }
    }

    private static void own(CustomerViews views) {
        // own begin
        Subject.OfIdentifier mail = new Subject.OfIdentifier("email", "", "kate@mail.test");
        Instant confirmed = Instant.parse("2025-05-31T12:00:00Z"); // when she followed the link in our mail
        Login login = new Login("account-77", List.of(new Login.Proof(mail, confirmed)));
        OwnAnswer own = views.own(login, PageRequest.first(20));
        List<ReadEntry> readBy = views.readsOf(login, 100);
        // own end
        assertThat(own).isInstanceOf(OwnAnswer.Shown.class);
        assertThat(readBy).isNotEmpty();
    }

    @Test
    void rights() {
        List<Tombstone> ledger = new ArrayList<>();
        try (CustomerViews views = views()) {
            ReaderViews agent = views.as(Reader.of("agent", "service", "user-7"));
            CustomerId id = agent.find(CRM).orElseThrow();
            others(views.rights(), id);
            retention(views.rights());
            erase(views.rights(), id, ledger);
            assertThat(agent.view(id)).isEqualTo(new ViewAnswer.Erased());
        }
        try (CustomerViews views = views()) {
            restore(views, ledger);
            assertThat(views.customerCount()).isZero();
        }
    }

    private static void others(Rights rights, CustomerId id) {
        // others begin
        StringBuilder out = new StringBuilder(); // or a writer
        rights.export(id, out);

        SourceRecord right = ReaderViews.attributes()
                .name(PersonName.of("Katarina", "Oxenstjerna"))
                .build();
        rights.rectify(id, right, "user-7");
        rights.object(id, "marketing", "letter-2026-14");

        List<RecordKey> restricted = rights.restrict(id, "GDPR article 18(1)(a)");
        rights.release(restricted);
        // others end
        assertThat(out.toString()).contains("kate@mail.test");
    }

    private static void retention(Rights rights) {
        // retention begin
        List<RetentionRule> rules = List.of(
                new RetentionRule("*", "call", Duration.ofDays(730)),
                new RetentionRule("web", LegalDuty.RECORD, Duration.ofDays(1_095)));
        RetentionPlan wouldGo = rights.retain(rules, true);
        RetentionPlan gone = rights.retain(rules, false);
        // retention end
        assertThat(gone.due()).isEqualTo(wouldGo.due());
    }

    private static void erase(Rights rights, CustomerId id, List<Tombstone> ledger) {
        // erase begin
        ErasureReceipt receipt = rights.erase(id);
        rights.suppress(new Subject.OfIdentifier("email", "", "kate@mail.test"));
        rights.ledger(ledger::add); // to be kept apart from the backups of the store
        // erase end
        assertThat(receipt.foundAnything()).isTrue();
    }

    private static void restore(CustomerViews views, List<Tombstone> ledger) {
        // restore begin
        ErasureReceipt again = views.rights().replay(ledger);
        // restore end
        assertThat(again.foundAnything()).isTrue();
    }

    @Test
    void theGuidesShowThisCode() throws IOException {
        GuideCode.assertShown(RightsGuideTest.class, "access.md", "policy", "readers", "own");
        GuideCode.assertShown(RightsGuideTest.class, "rights.md", "others", "retention", "erase", "restore");
    }
}

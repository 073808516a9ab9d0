package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crmviews.merge.golden.Strategies;
import io.crmviews.merge.golden.Survivorship;
import io.crmviews.merge.json.JsonCodec;
import io.crmviews.merge.rights.ErasureKey;
import io.crmviews.merge.rights.ErasureReceipt;
import io.crmviews.merge.rights.LegalDuty;
import io.crmviews.merge.rights.RetentionPlan;
import io.crmviews.merge.rights.RetentionRule;
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
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.FieldGroup;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.Money;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.model.view.CustomerView;
import io.crmviews.model.view.MemberRecord;
import io.crmviews.model.view.TimelineEntry;
import io.crmviews.spi.policy.Access;
import io.crmviews.spi.policy.AccessPolicy;
import io.crmviews.spi.policy.Reader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Access, portability, rectification, restriction, objection and retention. */
class RightsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Reader AGENT = Reader.of("agent", "service", "user-1");
    private static final RecordKey CRM = new RecordKey("crm", "1");
    private static final RecordKey SHOP = new RecordKey("shop", "1");
    private static final RecordKey OLD = new RecordKey("old", "1");
    private static final Subject MAIL = new Subject.OfIdentifier("email", "", "nora.lindqvist@mail.test");
    private static final AccessPolicy ALL_BUT_RESTRICTED = (reader, access) ->
            !(access instanceof Access.ToRestricted) || reader.audience().equals("lawyer");

    private final CustomerViews views = open();

    private static CustomerViews open() {
        Survivorship corrected = Survivorship.builder()
                .rule(
                        FieldGroup.NAME,
                        Strategies.sourcePriority(List.of(Rights.RECTIFICATION)).then(Strategies.mostRecent()))
                .build();
        return CustomerViews.builder()
                .policy(ALL_BUT_RESTRICTED)
                .survivorship(corrected)
                .erasureKey(ErasureKey.of(new byte[32]))
                .legalDuty(LegalDuty.of("purchase", "HGB section 257", Duration.ofDays(3_650)))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build();
    }

    @AfterEach
    void close() {
        views.close();
    }

    private static SourceRecord nora(RecordKey key, String family) {
        return SourceRecord.builder(key)
                .revision(Revision.occurred(Instant.parse("2025-01-01T00:00:00Z")))
                .name(PersonName.of("Nora", family))
                .birthDate(PartialDate.parse("1979-09-30"))
                .medium(EmailAddress.of("nora.lindqvist@mail.test"))
                .build();
    }

    private static Interaction event(String key, String kind, int yearsAgo, Subject subject) {
        return new Interaction(
                new RecordKey("desk", key),
                Revision.occurred(NOW.minus(Duration.ofDays(365L * yearsAgo + 10))),
                kind,
                "phone",
                Interaction.Direction.INBOUND,
                List.of(subject),
                "said so",
                Money.NONE,
                List.of(),
                List.of());
    }

    private void fill() {
        views.ingest(List.of(
                nora(CRM, "Lindqvist"),
                nora(SHOP, "Lindkvist"),
                SourceRecord.builder(OLD)
                        .revision(Revision.occurred(Instant.parse("2025-01-01T00:00:00Z")))
                        .name(PersonName.of("Nora", "Lindqvist"))
                        .build(),
                MatchAssertion.of(new RecordKey("desk", "a1"), CRM, OLD, Verdict.SAME, "clerk", NOW),
                event("e1", "call", 0, new Subject.OfRecord(CRM)),
                event("e2", "visit", 0, MAIL),
                event("e3", "call", 3, new Subject.OfRecord(SHOP)),
                event("e4", "purchase", 4, new Subject.OfRecord(SHOP)),
                event("e5", "purchase", 12, new Subject.OfRecord(SHOP)),
                new ConsentEvent(
                        new RecordKey("desk", "c1"),
                        Revision.occurred(NOW),
                        new Subject.OfRecord(CRM),
                        "marketing",
                        "",
                        ConsentState.GIVEN,
                        true,
                        Instant.MAX,
                        "form-7")));
        views.remove(OLD);
    }

    private static CustomerId id(CustomerViews of) {
        return of.as(AGENT).find(CRM).orElseThrow();
    }

    private static CustomerView view(CustomerViews of) {
        return ((ViewAnswer.Shown) of.as(AGENT).view(id(of))).view();
    }

    @Test
    void whatIsExportedMakesTheSameViewAgain() throws Exception {
        fill();
        StringBuilder document = new StringBuilder();
        assertThat(views.rights().export(id(views), document)).isTrue();

        JsonNode json = new ObjectMapper().readTree(document.toString());
        assertThat(json.get("personalData").asInt()).isOne();
        List<Fact> facts = new ArrayList<>();
        JsonCodec<Fact> codec = JsonCodec.facts();
        json.get("facts").forEach(fact -> facts.add(codec.read(fact.toString()).value()));
        try (CustomerViews again = open()) {
            again.ingest(facts);
            CustomerView was = view(views);
            CustomerView is = view(again);
            assertThat(is.profile()).isEqualTo(was.profile());
            assertThat(is.consents()).isEqualTo(was.consents());
            assertThat(keys(is)).isEqualTo(keys(was)).hasSize(5);
            assertThat(is.records())
                    .extracting(MemberRecord::key)
                    .isEqualTo(was.records().stream().map(MemberRecord::key).toList());
        }
        assertThat(document.toString())
                .as("what a source removed is known still")
                .contains("\"old\"");
        assertThat(views.rights().export(new CustomerId(99), document)).isFalse();
    }

    private static List<RecordKey> keys(CustomerView view) {
        return view.timeline().entries().stream()
                .map(TimelineEntry::interaction)
                .map(Interaction::key)
                .toList();
    }

    @Test
    void aCorrectionWinsByPolicyAndWhatOthersSaidStays() {
        fill();
        SourceRecord right = ReaderViews.attributes()
                .name(PersonName.of("Nora", "Lindquist-Berg"))
                .build();
        views.rights().rectify(id(views), right, "clerk-3");
        assertThat(views.customerCount()).isOne();
        assertThat(family()).isEqualTo("Lindquist-Berg");
        views.ingest(List.of(
                nora(SHOP, "Lindkvist-Again").withRevision(Revision.occurred(Instant.parse("2025-12-31T00:00:00Z")))));
        assertThat(family()).as("a source that repeats its error does not win").isEqualTo("Lindquist-Berg");
        views.remove(new RecordKey(Rights.RECTIFICATION, "record-" + 1));
        assertThat(family()).as("withdrawn, it is as if it had never been").isEqualTo("Lindkvist-Again");
    }

    private String family() {
        return view(views).profile().fields().stream()
                .filter(field -> field.field().equals(Field.of(Attribute.NAME_FAMILY)))
                .map(field -> field.winner().text())
                .findFirst()
                .orElse("");
    }

    @Test
    void aRestrictedCustomerIsKeptAndShownToNobodyWhoIsNotGrantedIt() {
        fill();
        CustomerId nora = id(views);
        List<RecordKey> restricted = views.rights().restrict(nora, "GDPR article 18(1)(a)");
        assertThat(restricted).containsExactlyInAnyOrder(CRM, SHOP);
        ReaderViews agent = views.as(AGENT);
        assertThat(agent.find(CRM)).isEmpty();
        assertThat(agent.find((Subject.OfIdentifier) MAIL)).isEmpty();
        assertThat(agent.view(nora)).isEqualTo(new ViewAnswer.Withheld());
        assertThat(((SearchAnswer.Found) agent.search(nora(CRM, "Lindqvist"), 5))
                        .result()
                        .hits())
                .isEmpty();
        assertThat(views.as(Reader.of("lawyer", "claims", "l-1")).view(nora)).isInstanceOf(ViewAnswer.Shown.class);
        views.rights().release(restricted);
        assertThat(agent.find(CRM)).contains(nora);
    }

    @Test
    void anObjectionHoldsForEveryPartWhateverIsSplit() {
        fill();
        assertThat(view(views).permits("marketing", "")).isTrue();
        views.rights().object(id(views), "marketing", "call-5");
        assertThat(view(views).permits("marketing", "")).isFalse();
        views.remove(CRM);
        CustomerId rest = views.as(AGENT).find(SHOP).orElseThrow();
        assertThat(((ViewAnswer.Shown) views.as(AGENT).view(rest)).view().permits("marketing", ""))
                .isFalse();
    }

    @Test
    void retentionTellsBeforeItErasesAndKeepsWhatALawDemands() {
        fill();
        List<RetentionRule> rules = List.of(
                new RetentionRule(LegalDuty.ANY, "call", Duration.ofDays(730)),
                new RetentionRule("desk", "purchase", Duration.ofDays(1_095)));
        RetentionPlan dry = views.rights().retain(rules, true);
        assertThat(dry.due())
                .containsExactly(
                        new ErasureReceipt.Erased("events", "desk", "call", 1),
                        new ErasureReceipt.Erased("events", "desk", "purchase", 1));
        assertThat(dry.kept()).containsExactly(new ErasureReceipt.Kept("HGB section 257", "desk", "purchase", 1));
        assertThat(keys(view(views))).as("a dry run does nothing").hasSize(5);

        RetentionPlan real = views.rights().retain(rules, false);

        assertThat(real.due()).isEqualTo(dry.due());
        assertThat(keys(view(views))).extracting(RecordKey::key).containsExactly("e1", "e2");
    }
}

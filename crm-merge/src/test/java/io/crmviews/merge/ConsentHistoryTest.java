package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.consent.ConsentHistory;
import io.crmviews.merge.consent.Preferences;
import io.crmviews.merge.json.JsonCodec;
import io.crmviews.merge.view.Grant;
import io.crmviews.merge.view.Policies;
import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.ConsentState;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Indication;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.PrivacySignal;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.Device;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.Usage;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.Field;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.spi.policy.Access.Question;
import io.crmviews.spi.policy.Reader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Consent as history: who agreed for whom, where, until when, by which evidence; and preferences beside it. */
class ConsentHistoryTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final RecordKey CRM = new RecordKey("crm", "1");

    private final CustomerViews views = CustomerViews.builder()
            .policy(Policies.granting(
                    Grant.to("agent", "service")
                            .questions(Question.VIEW, Question.FIND, Question.WHY)
                            .fields(Field.of(Attribute.NAME_FAMILY), Preferences.LANGUAGE)
                            .sources(Grant.ANY)
                            .consents(Grant.ANY),
                    Grant.to("marketer", "campaign")
                            .questions(Question.VIEW, Question.FIND)
                            .sources("crm")
                            .consents("marketing")))
            .clock(CLOCK)
            .build();
    private final ReaderViews agent = views.as(Reader.of("agent", "service", "user-1"));
    private final ReaderViews marketer = views.as(Reader.of("marketer", "campaign", "user-2"));

    @AfterEach
    void close() {
        views.close();
    }

    private static SourceRecord person() {
        return SourceRecord.builder(CRM)
                .revision(Revision.occurred(Instant.parse("2020-01-01T00:00:00Z")))
                .name(PersonName.of("Vera", "Quistgaard"))
                .medium(new Device(Usage.CURRENT, "browser", "4f1e"))
                .characteristic("preferred-language", "da")
                .build();
    }

    private static ConsentEvent event(String purpose, int year, ConsentState state) {
        return new ConsentEvent(
                new RecordKey("crm", purpose + year),
                Revision.occurred(Instant.parse(year + "-06-01T00:00:00Z")),
                new Subject.OfRecord(CRM),
                purpose,
                "",
                state,
                true,
                Instant.MAX,
                "form-" + year);
    }

    private static ConsentHistory history(ReaderViews reader) {
        return ((ConsentAnswer.Shown)
                        reader.customer(reader.find(CRM).orElseThrow()).consents())
                .history();
    }

    @Test
    void showsWhatHoldsAndEveryEventThatLedThere() {
        views.ingest(List.of(
                person(),
                event("marketing", 2020, ConsentState.REQUESTED),
                event("marketing", 2021, ConsentState.GIVEN),
                event("marketing", 2023, ConsentState.WITHDRAWN)));
        ConsentHistory history = history(agent);

        assertThat(history.permits("marketing", "email", "")).isFalse();
        assertThat(history.effective().get(0).state()).isEqualTo(ConsentState.WITHDRAWN);
        assertThat(history.events())
                .extracting(ConsentEvent::state)
                .containsExactly(ConsentState.WITHDRAWN, ConsentState.GIVEN, ConsentState.REQUESTED);
        assertThat(history.events().get(0).evidence()).isEqualTo("form-2023");
        assertThat(history.preferences())
                .extracting(field -> field.winner().text())
                .containsExactly("da");
        assertThat(JsonCodec.consentHistories()
                        .read(JsonCodec.consentHistories().write(history))
                        .value())
                .isEqualTo(history);
    }

    @Test
    void aGuardianLiftsWhatTheGuardianRefusedAndNotWhatThePersonRefused() {
        RecordKey shop = new RecordKey("shop", "1");
        SourceRecord other = SourceRecord.builder(shop)
                .name(PersonName.of("Vera", "Quistgaard"))
                .medium(new Device(Usage.CURRENT, "browser", "4f1e"))
                .build();
        views.ingest(List.of(person(), other));
        views.ingest(List.of(
                MatchAssertion.of(new RecordKey("desk", "1"), CRM, shop, Verdict.SAME, "clerk", CLOCK.instant())));
        ConsentEvent grant = new ConsentEvent(
                new RecordKey("shop", "g"),
                Revision.occurred(Instant.parse("2024-06-01T00:00:00Z")),
                new Subject.OfRecord(shop),
                "profiling",
                "",
                ConsentState.GIVEN,
                true,
                Instant.MAX,
                "");
        Indication mother = Indication.guardian("crm/77");
        views.ingest(
                List.of(event("profiling", 2020, ConsentState.REFUSED).indicatedBy(mother), grant.indicatedBy(mother)));
        assertThat(history(agent).permits("profiling", "", ""))
                .as("the same guardian")
                .isTrue();

        views.ingest(List.of(event("profiling", 2023, ConsentState.REFUSED)));
        assertThat(history(agent).permits("profiling", "", ""))
                .as("the person since")
                .isFalse();
    }

    @Test
    void aGrantHoldsWhereItWasGivenAndARefusalEverywhere() {
        views.ingest(List.of(
                person(),
                event("marketing", 2021, ConsentState.GIVEN).under("DE"),
                event("profiling", 2020, ConsentState.GIVEN),
                event("profiling", 2021, ConsentState.WITHDRAWN).under("US-CA")));
        ConsentHistory history = history(agent);
        assertThat(history.permits("marketing", "email", "DE")).isTrue();
        assertThat(history.permits("marketing", "email", "FR")).isFalse();
        assertThat(history.permits("marketing", "email", "")).isFalse();
        assertThat(history.permits("profiling", "email", "DE")).isFalse();
    }

    @Test
    void aConsentEndsByItselfAtItsTime() {
        ConsentEvent ending = event("marketing", 2021, ConsentState.GIVEN);
        views.ingest(List.of(
                person(),
                new ConsentEvent(
                        ending.key(),
                        ending.revision(),
                        ending.subject(),
                        ending.purpose(),
                        "",
                        ConsentState.GIVEN,
                        true,
                        CLOCK.instant(),
                        "")));
        assertThat(history(agent).permits("marketing", "", "")).isFalse();
        assertThat(history(agent).effective().get(0).state()).isEqualTo(ConsentState.EXPIRED);
    }

    @Test
    void theGlobalPrivacySignalOfADeviceRefusesForWhoeverHoldsIt() {
        List<Fact> facts = new ArrayList<>(List.of(person(), event(PrivacySignal.SALE, 2020, ConsentState.GIVEN)));
        facts.addAll(PrivacySignal.globalPrivacyControl(
                new RecordKey("web", "request-1"),
                Revision.occurred(Instant.parse("2022-01-01T00:00:00Z")),
                new Subject.OfIdentifier("device", "", "4f1e")));
        views.ingest(facts);
        assertThat(history(agent).permits(PrivacySignal.SALE, "", "")).isFalse();
        assertThat(history(agent).effective()).hasSize(3).noneMatch(consent -> consent.permitted());
    }

    @Test
    void aReaderSeesTheEventsOfItsPurposesAndSources() {
        views.ingest(List.of(
                person(), event("marketing", 2021, ConsentState.GIVEN), event("profiling", 2021, ConsentState.GIVEN)));
        assertThat(history(marketer).events()).extracting(ConsentEvent::purpose).containsExactly("marketing");
        assertThat(history(marketer).preferences()).isEmpty();
        assertThat(agent.customer(agent.find(CRM).orElseThrow()).explain(Field.of(Attribute.NAME_FAMILY)))
                .isInstanceOf(FieldAnswer.Explained.class);
        assertThat(agent.customer(agent.find(CRM).orElseThrow()).explain(Field.of(Attribute.NAME_GIVEN)))
                .isInstanceOf(FieldAnswer.Withheld.class);
        assertThat(marketer.customer(agent.find(CRM).orElseThrow()).explain(Field.of(Attribute.NAME_FAMILY)))
                .isInstanceOf(FieldAnswer.Withheld.class);
    }
}

package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.consent.ConsentHistory;
import io.crmviews.merge.view.Policies;
import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.ConsentState;
import io.crmviews.model.fact.Indication;
import io.crmviews.model.fact.PrivacySignal;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.Device;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.Usage;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.spi.policy.Reader;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The code of the guide to consent is the code here, and does what the guide says. */
class ConsentGuideTest {

    private final RecordKey child = new RecordKey("crm", "4711");
    private final CustomerViews views = CustomerViews.builder()
            .policy(Policies.allowAll())
            .clock(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC))
            .build();
    private final ReaderViews agent = views.as(Reader.of("agent", "service", "user-7"));
    private final List<String> logged = new ArrayList<>();

    private void log(String line) {
        logged.add(line);
    }

    @Test
    void historyAndSignal() {
        views.ingest(List.of(SourceRecord.builder(child)
                .name(PersonName.of("Liv", "Hall"))
                .medium(new Device(Usage.CURRENT, "tablet", "4f1e"))
                .characteristic("preferred-language", "da")
                .build()));
        // event begin
        views.ingest(List.of(new ConsentEvent(
                        new RecordKey("crm", "form-7/marketing"),
                        Revision.occurred(Instant.parse("2024-03-01T09:00:00Z")),
                        new Subject.OfRecord(child),
                        "marketing",
                        "email",
                        ConsentState.GIVEN,
                        true,
                        Instant.parse("2027-03-01T09:00:00Z"),
                        "scan 4711")
                .indicatedBy(Indication.guardian("crm/4712"))
                .under("DE")));
        // event end
        // history begin
        CustomerId id = agent.find(child).orElseThrow();
        if (agent.customer(id).consents() instanceof ConsentAnswer.Shown shown) {
            ConsentHistory history = shown.history();
            boolean mayWrite = history.permits("marketing", "email", "DE");
            log(mayWrite + " since " + history.effective().get(0).since());
            history.events().forEach(event -> log(event.state() + " " + event.evidence() + " " + event.indication()));
            history.preferences()
                    .forEach(field -> log(field.field() + " " + field.winner().text()));
        }
        // history end
        assertThat(logged)
                .containsExactly(
                        "true since 2024-03-01T09:00:00Z",
                        "GIVEN scan 4711 Indication[guardian]",
                        "characteristic:preferred-language da");
        // signal begin
        views.ingest(PrivacySignal.globalPrivacyControl(
                new RecordKey("web", "request-91"),
                Revision.occurred(Instant.parse("2025-02-01T10:00:00Z")),
                new Subject.OfIdentifier("device", "", "4f1e")));
        // signal end
        ConsentAnswer after = agent.customer(id).consents();
        assertThat(((ConsentAnswer.Shown) after).history().effective()).hasSize(4);
    }

    @Test
    void theGuideShowsThisCode() throws IOException {
        GuideCode.assertShown(ConsentGuideTest.class, "consent.md", "event", "history", "signal");
    }
}

package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.view.Policies;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.ConsentState;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.model.view.EffectiveConsent;
import io.crmviews.spi.policy.Reader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A refusal outlives the record that carried it; a grant does not. */
class RemovedRecordConsentTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Reader AGENT = Reader.of("agent", "service", "user-1");
    private static final RecordKey CRM = new RecordKey("crm", "1");
    private static final RecordKey SHOP = new RecordKey("shop", "1");
    private static final RecordKey BANK = new RecordKey("bank", "1");

    private static CustomerViews views() {
        CustomerViews views =
                CustomerViews.builder().policy(Policies.allowAll()).clock(CLOCK).build();
        views.ingest(List.of(person(CRM), person(SHOP), person(BANK)));
        assertThat(views.customerCount()).isOne();
        return views;
    }

    private static SourceRecord person(RecordKey key) {
        return SourceRecord.builder(key)
                .name(PersonName.of("Vera", "Quistgaard"))
                .birthDate(PartialDate.parse("1980-03-04"))
                .medium(EmailAddress.of("vera.quistgaard@mail.test"))
                .build();
    }

    private static ConsentEvent said(RecordKey record, int day, ConsentState state, boolean authenticated) {
        return new ConsentEvent(
                new RecordKey(record.source(), state + "-" + day),
                Revision.occurred(Instant.parse("2025-01-01T00:00:00Z").plusSeconds(86_400L * day)),
                new Subject.OfRecord(record),
                "marketing",
                "",
                state,
                authenticated,
                Instant.MAX,
                "");
    }

    private static boolean permitted(CustomerViews views) {
        ReaderViews agent = views.as(AGENT);
        ViewAnswer answer = agent.view(agent.find(BANK).orElseThrow());
        return ((ViewAnswer.Shown) answer).view().consents().stream().anyMatch(EffectiveConsent::permitted);
    }

    @Test
    void aRefusalOutlivesItsRecordAndTheHeirOfItsRecord() {
        try (CustomerViews views = views()) {
            views.ingest(
                    List.of(said(BANK, 1, ConsentState.GIVEN, false), said(CRM, 2, ConsentState.WITHDRAWN, false)));
            assertThat(permitted(views)).isFalse();
            views.remove(CRM);
            assertThat(permitted(views)).isFalse();
            views.remove(SHOP);
            assertThat(permitted(views)).isFalse();
            views.ingest(List.of(said(BANK, 3, ConsentState.GIVEN, true)));
            assertThat(permitted(views)).as("the person said so afterwards").isTrue();
        }
    }

    @Test
    void aRefusalThatComesAfterTheRemovalCountsToo() {
        try (CustomerViews views = views()) {
            views.ingest(List.of(said(BANK, 1, ConsentState.GIVEN, false)));
            views.remove(CRM);
            assertThat(permitted(views)).isTrue();
            views.ingest(List.of(said(CRM, 2, ConsentState.WITHDRAWN, false)));
            assertThat(permitted(views)).isFalse();
        }
    }

    @Test
    void aGrantEndsWithItsRecordAndSoDoesARefusalItTookBack() {
        try (CustomerViews views = views()) {
            views.ingest(List.of(said(CRM, 1, ConsentState.WITHDRAWN, false), said(CRM, 2, ConsentState.GIVEN, false)));
            assertThat(permitted(views)).isTrue();
            views.remove(CRM);
            assertThat(permitted(views)).isFalse();
            views.ingest(List.of(said(BANK, 3, ConsentState.GIVEN, false)));
            assertThat(permitted(views)).isTrue();
        }
    }

    @Test
    void aRecordThatIsBackSpeaksForItself() {
        try (CustomerViews views = views()) {
            views.ingest(List.of(said(CRM, 2, ConsentState.WITHDRAWN, false)));
            views.remove(CRM);
            views.ingest(List.of(SourceRecord.builder(CRM)
                    .revision(Revision.occurred(Instant.parse("2026-01-02T00:00:00Z")))
                    .name(PersonName.of("Somebody", "Else"))
                    .build()));
            views.ingest(List.of(said(BANK, 3, ConsentState.GIVEN, false)));
            assertThat(permitted(views)).isTrue();
        }
    }
}

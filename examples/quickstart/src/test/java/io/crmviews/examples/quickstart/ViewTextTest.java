package io.crmviews.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.model.fact.ConsentState;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.party.Characteristic;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.GoldenField;
import io.crmviews.model.profile.GoldenProfile;
import io.crmviews.model.profile.GoldenValue;
import io.crmviews.model.source.Money;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.model.view.Attribution;
import io.crmviews.model.view.CustomerView;
import io.crmviews.model.view.EffectiveConsent;
import io.crmviews.model.view.Freshness;
import io.crmviews.model.view.MemberRecord;
import io.crmviews.model.view.SourceFreshness;
import io.crmviews.model.view.TimelineEntry;
import io.crmviews.model.view.TimelinePage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ViewTextTest {

    private static final RecordKey WEB = new RecordKey("web", "W1");
    private static final RecordKey BRANCH = new RecordKey("branch", "B1");
    private static final Instant TIME = Instant.parse("2025-03-04T05:06:07Z");

    @Test
    void everyValueNamesItsRecordAndRule() {
        String text = text();

        assertThat(text).containsPattern("email +ada@kestrelmail\\.example +web/W1 +verified first");
        assertThat(text).containsPattern("phone +07700 900123 +branch/B1 +union\n +07700 900124 +web/W1\n");
    }

    @Test
    void theTimelineSaysWhenWhereWhatAndHowItIsKnown() {
        assertThat(text())
                .containsPattern("2025-03-04 05:06 +branch +purchase +kettle, 12\\.50 GBP, order O1 +account branch/B1")
                .containsPattern("possibly: one of 3 with that phone");
    }

    @Test
    void consentsAndFreshnessAreStated() {
        assertThat(text())
                .containsPattern("marketing +email +no +withdrawn +2025-03-04 05:06 +web/K1")
                .containsPattern("forum +never +-");
    }

    private static String text() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Page page = new Page(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        new ViewText(page, view()).print();
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private static CustomerView view() {
        GoldenProfile profile = new GoldenProfile(List.of(
                new GoldenField(
                        Field.of(Attribute.EMAIL),
                        "verified first",
                        List.of(new GoldenValue("ada@kestrelmail.example", WEB))),
                new GoldenField(
                        Field.of(Attribute.PHONE),
                        "union",
                        List.of(new GoldenValue("07700 900123", BRANCH), new GoldenValue("07700 900124", WEB)))));
        TimelinePage timeline = new TimelinePage(
                List.of(
                        new TimelineEntry(purchase(), new Attribution.ByRecord(BRANCH)),
                        new TimelineEntry(purchase(), new Attribution.Possibly("phone", 3))),
                "");
        EffectiveConsent consent = new EffectiveConsent(
                "marketing", "email", false, ConsentState.WITHDRAWN, new RecordKey("web", "K1"), TIME, Instant.MAX);
        CustomerId id = new CustomerId(7);
        return new CustomerView(
                id,
                1,
                profile,
                List.of(new MemberRecord(BRANCH, id, Revision.occurred(TIME))),
                timeline,
                List.of(consent),
                List.of(new SourceFreshness("forum", Freshness.NEVER, Instant.MIN)),
                Set.of());
    }

    private static Interaction purchase() {
        return new Interaction(
                new RecordKey("branch", "I1"),
                Revision.occurred(TIME),
                "purchase",
                "branch",
                Interaction.Direction.INBOUND,
                List.of(),
                "",
                new Money(new BigDecimal("12.50"), "GBP"),
                List.of(new Interaction.Reference("order", "O1")),
                List.of(new Characteristic("product", "kettle")));
    }
}

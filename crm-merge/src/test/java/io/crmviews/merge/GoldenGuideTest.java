package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.golden.Condition;
import io.crmviews.merge.golden.FieldExplanation;
import io.crmviews.merge.golden.Simulation;
import io.crmviews.merge.golden.Strategies;
import io.crmviews.merge.golden.Survivorship;
import io.crmviews.merge.json.JsonCodec;
import io.crmviews.merge.json.SurvivorshipDocument;
import io.crmviews.merge.view.Policies;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.Usage;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.FieldGroup;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.spi.policy.Reader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The code of the guide to golden values is the code here, and does what the guide says. */
class GoldenGuideTest {

    private final RecordKey crm = new RecordKey("crm", "1");
    private final Instant asOf = Instant.parse("2025-12-01T00:00:00Z");
    private final CustomerViews views =
            CustomerViews.builder().policy(Policies.allowAll()).build();
    private final ReaderViews agent = views.as(Reader.of("agent", "service", "user-7"));
    private final List<String> logged = new ArrayList<>();

    private static SourceRecord hall(RecordKey key, int year, String street, String city) {
        return SourceRecord.builder(key)
                .revision(Revision.occurred(Instant.parse(year + "-01-01T00:00:00Z")))
                .name(PersonName.of("Katherine", "Hall"))
                .medium(EmailAddress.of("k.hall@mail.example"))
                .medium(new PostalAddress(Usage.CURRENT, street, "", city, "", "", ""))
                .build();
    }

    private void log(String line) {
        logged.add(line);
    }

    @Test
    void policyExplainAndSimulate() {
        views.ingest(List.of(
                hall(crm, 2024, "1 Quay Street", "Hull"),
                hall(new RecordKey("shop", "1"), 2025, "9 Mill Lane", "York")));
        // policy begin
        Survivorship policy = Survivorship.builder()
                .policy("branches")
                .version("3")
                .rule(
                        FieldGroup.ADDRESS,
                        Strategies.wholeFirst()
                                .then(Strategies.prefer(
                                        Condition.from("crm").and(Condition.youngerThan(Duration.ofDays(730), asOf))))
                                .then(Strategies.mostRecent()))
                .rule(Field.characteristic("points"), Strategies.maximum())
                .build();
        String document = SurvivorshipDocument.write(policy);
        Survivorship same = SurvivorshipDocument.read(document);
        // policy end
        assertThat(same.checksum()).isEqualTo(policy.checksum());
        String json = "";
        // explain begin
        CustomerId id = agent.find(crm).orElseThrow();
        if (agent.customer(id).explain(Field.of(Attribute.ADDRESS_CITY)) instanceof FieldAnswer.Explained explained) {
            for (FieldExplanation.Loss loss : explained.explanation().lost()) {
                log(loss.value().record() + ": " + loss.reason() + " " + loss.criterion());
            }
            log(explained.explanation().text());
            json = JsonCodec.fieldExplanations().write(explained.explanation());
        }
        // explain end
        assertThat(logged.get(0)).isEqualTo("crm/1: CRITERION most-recent");
        assertThat(json).contains("\"reason\":\"criterion\"");
        logged.clear();
        // simulate begin
        Simulation simulation = views.simulate(policy, 5, difference -> log(difference.toString()));
        log(simulation.text());
        // simulate end
        assertThat(simulation.fields())
                .containsOnlyKeys(Field.of(Attribute.ADDRESS_STREET), Field.of(Attribute.ADDRESS_CITY));
        assertThat(logged).hasSize(3).noneMatch(line -> line.contains("Hull"));
    }

    @Test
    void theGuideShowsThisCode() throws IOException {
        GuideCode.assertShown(GoldenGuideTest.class, "golden.md", "policy", "explain", "simulate");
    }
}

package io.crmviews.merge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmviews.merge.golden.Condition;
import io.crmviews.merge.golden.Strategies;
import io.crmviews.merge.golden.Survivorship;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.FieldGroup;
import io.crmviews.spi.survivorship.Candidate;
import io.crmviews.spi.survivorship.CustomStrategy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A policy as a document: nothing is lost, and nothing that was changed by hand passes for what was agreed on. */
class SurvivorshipDocumentTest {

    private static final CustomStrategy PARTNER = new CustomStrategy() {
        @Override
        public String name() {
            return "partner-first";
        }

        @Override
        public int bits() {
            return 1;
        }

        @Override
        public long rank(Candidate candidate) {
            return candidate.record().key().source().startsWith("partner") ? 1 : 0;
        }
    };

    private static Survivorship policy() {
        return Survivorship.builder()
                .policy("branches")
                .version("3")
                .rule(
                        FieldGroup.NAME,
                        Strategies.when(
                                        Condition.from("crm", "shop")
                                                .and(Condition.youngerThan(
                                                        Duration.ofDays(730), Instant.parse("2026-01-01T00:00:00Z")))
                                                .and(Condition.verified()),
                                        Strategies.sourcePriority(List.of("crm", "shop")))
                                .then(Strategies.mostFrequent(2))
                                .then(Strategies.custom(PARTNER)))
                .rule(FieldGroup.PHONE, Strategies.union(Strategies.longest()))
                .rule(Field.of(Attribute.ADDRESS_COUNTRY), Strategies.mostFrequent())
                .rule(Field.characteristic("points"), Strategies.maximum())
                .build();
    }

    @Test
    void readsBackWhatWasWritten() {
        String document = SurvivorshipDocument.write(policy());
        Survivorship read = SurvivorshipDocument.read(document, List.of(PARTNER));

        assertThat(SurvivorshipDocument.write(read)).isEqualTo(document);
        assertThat(read.checksum()).isEqualTo(policy().checksum());
        assertThat(read.policy() + read.version()).isEqualTo("branches3");
        assertThat(read.of(FieldGroup.NAME).name())
                .isEqualTo(policy().of(FieldGroup.NAME).name());
        assertThat(SurvivorshipDocument.read(SurvivorshipDocument.write(Survivorship.standard()))
                        .checksum())
                .isEqualTo(Survivorship.standard().checksum());
    }

    @Test
    void theChecksumTellsWhatWasChangedAndMayBeLeftOut() {
        String document = SurvivorshipDocument.write(policy());
        String changed = document.replace("2024-01-02T00:00:00Z", "2023-01-02T00:00:00Z");

        assertThat(changed).isNotEqualTo(document);
        assertThatThrownBy(() -> SurvivorshipDocument.read(changed, List.of(PARTNER)))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageContaining("checksum");
        String unsigned = changed.replaceAll("\"checksum\" : \"[0-9a-f]+\",", "");
        assertThat(SurvivorshipDocument.read(unsigned, List.of(PARTNER)).checksum())
                .isNotEqualTo(policy().checksum());
    }

    @Test
    void whatIsNotKnownIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> SurvivorshipDocument.read("{\"crmSurvivorship\": 2}"))
                .hasMessageContaining("/crmSurvivorship");
        assertThatThrownBy(() -> SurvivorshipDocument.read(
                        "{\"crmSurvivorship\": 1, \"policy\": \"p\", \"version\": \"1\", \"groups\": {\"nmae\": {}}}"))
                .hasMessageContaining("/groups/nmae");
        assertThatThrownBy(() -> SurvivorshipDocument.read("{\"crmSurvivorship\": 1, \"policy\": \"p\", \"version\":"
                        + " \"1\", \"groups\": {\"name\": {\"by\": [{\"rule\": \"newest\"}]}}}"))
                .hasMessageContaining("/groups/name")
                .hasMessageContaining("newest");
        assertThatThrownBy(() -> SurvivorshipDocument.read(SurvivorshipDocument.write(policy())))
                .hasMessageContaining("partner-first");
    }

    @Test
    void theExampleInTheDocumentationIsAPolicy() {
        Survivorship read = SurvivorshipDocument.read("""
                {
                  "crmSurvivorship": 1,
                  "policy": "branches", "version": "3",
                  "groups": {
                    "address": {"by": [{"rule": "whole-first"}, {"rule": "most-recent"}]},
                    "email": {"keep": "all", "by": [{"rule": "verified-first"}, {"rule": "most-recent"}]}},
                  "fields": {
                    "birthDate": {"by": [
                      {"rule": "source-priority", "arguments": ["crm"], "when": {"since": "2024-01-01T00:00:00Z"}},
                      {"rule": "most-frequent"}]}}
                }
                """);
        assertThat(read.of(Field.of(Attribute.BIRTH_DATE)).name())
                .isEqualTo("source-priority[since 2024-01-01T00:00:00Z],most-frequent");
        assertThat(read.of(FieldGroup.NAME).name())
                .isEqualTo(Survivorship.standard().of(FieldGroup.NAME).name());
    }
}

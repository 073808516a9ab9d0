package io.crmviews.merge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.Field;
import io.crmviews.spi.policy.Access;
import io.crmviews.spi.policy.AccessPolicy;
import io.crmviews.spi.policy.Reader;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A policy document grants what it names to whom it names, by field, group, source, kind and age, and nothing else. */
class PolicyDocumentTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Reader AGENT = Reader.of("agent", "service", "u-1");
    private static final Reader PARTNER = Reader.of("agent:north:phone", "service", "p-1");

    private static final String DOCUMENT = """
        {"accessPolicy": 1, "version": "2026-02", "grants": [
          {"audience": "agent", "purpose": "service", "questions": ["find", "view"],
           "groups": ["name", "email"], "fields": ["identifier:loyalty-card"],
           "sources": ["*"], "interactions": ["*"], "consents": ["*"]},
          {"audience": "agent:north:*", "purpose": "service", "questions": ["view"],
           "groups": ["name"], "sources": ["north-crm"], "interactions": ["call"], "newerThanDays": 30,
           "log": "first"},
          {"audience": "lawyer", "purpose": "*", "restricted": ["*"]}]}
        """;

    private final PolicyDocument document = PolicyDocument.parse(DOCUMENT);
    private final AccessPolicy policy = document.policy(() -> NOW);

    private static Access call(String source, int days) {
        return new Access.ToInteraction("call", "phone", source, NOW.minus(Duration.ofDays(days)));
    }

    @Test
    void itGrantsWhatItNames() {
        assertThat(document.version()).isEqualTo("2026-02");
        assertThat(policy.permits(AGENT, new Access.ToField(Field.of(Attribute.NAME_GIVEN))))
                .isTrue();
        assertThat(policy.permits(AGENT, new Access.ToField(Field.identifier("loyalty-card"))))
                .isTrue();
        assertThat(policy.permits(AGENT, call("any", 4_000))).isTrue();
        assertThat(policy.demandsLogFirst(AGENT)).isFalse();
    }

    @Test
    void itDeniesWhatItDoesNotName() {
        assertThat(policy.permits(AGENT, new Access.ToField(Field.identifier("passport"))))
                .isFalse();
        assertThat(policy.permits(AGENT, new Access.ToQuestion(Access.Question.WHY)))
                .isFalse();
        assertThat(policy.permits(AGENT, new Access.ToRestricted("GDPR article 18")))
                .isFalse();
        assertThat(policy.permits(Reader.of("agent", "marketing", "u-1"), call("any", 1)))
                .isFalse();
        assertThat(policy.permits(Reader.of("lawyer", "claims", "l-1"), new Access.ToRestricted("GDPR article 18")))
                .isTrue();
    }

    @Test
    void partnersSeeWhatTheirContractAllows() {
        assertThat(policy.permits(PARTNER, call("north-crm", 10))).isTrue();
        assertThat(policy.permits(PARTNER, call("north-crm", 31))).as("too old").isFalse();
        assertThat(policy.permits(PARTNER, call("crm", 10))).as("not theirs").isFalse();
        assertThat(policy.permits(PARTNER, new Access.ToField(Field.of(Attribute.EMAIL))))
                .as("what our own agents see is not theirs")
                .isFalse();
        assertThat(policy.permits(PARTNER, new Access.ToInteraction("call", "phone", "north-crm", Instant.MIN)))
                .as("of unknown age")
                .isFalse();
        assertThat(policy.demandsLogFirst(PARTNER)).isTrue();
    }

    @Test
    void whatIsNotKnownIsRefusedAndNotQuoted() {
        for (String wrong : new String[] {
            DOCUMENT.replace("newerThanDays", "newerThanYears"),
            DOCUMENT.replace("\"email\"]", "\"e-mail zwqx\"]"),
            DOCUMENT.replace("identifier:loyalty-card", "zwqx"),
            DOCUMENT.replace("\"find\"", "\"zwqx\""),
            DOCUMENT.replace("\"first\"", "\"zwqx\""),
            DOCUMENT.replace("\"2026-02\"", "\" \""),
            DOCUMENT.replace("\"purpose\": \"*\", ", ""),
            DOCUMENT.substring(0, 200),
            DOCUMENT + "{}",
            ""
        }) {
            assertThatThrownBy(() -> PolicyDocument.parse(wrong))
                    .isInstanceOf(JsonFormatException.class)
                    .hasMessageNotContaining("zwqx");
        }
    }
}

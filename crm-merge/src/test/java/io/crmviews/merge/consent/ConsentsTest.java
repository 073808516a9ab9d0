package io.crmviews.merge.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.ConsentState;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.model.view.EffectiveConsent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ConsentsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static Instant day(int day) {
        return day < 0 ? Instant.MIN : NOW.minusSeconds(86_400L * (100 - day));
    }

    private static AttributedConsent said(String record, int day, ConsentState state, boolean authenticated) {
        return said(Standing.RECORD, record, day, "", state, authenticated, Instant.MAX);
    }

    private static AttributedConsent said(
            Standing standing,
            String subject,
            int day,
            String channel,
            ConsentState state,
            boolean authenticated,
            Instant expires) {
        Subject about = standing == Standing.RECORD
                ? new Subject.OfRecord(new RecordKey("crm", subject))
                : new Subject.OfIdentifier("email", "", subject);
        String key = String.join("/", standing.name(), subject, "" + day, channel, state.name(), "" + authenticated)
                + expires;
        return new AttributedConsent(
                new ConsentEvent(
                        new RecordKey("crm", key),
                        Revision.occurred(day(day)),
                        about,
                        "marketing",
                        channel,
                        state,
                        authenticated,
                        expires,
                        ""),
                standing);
    }

    private static boolean permitted(AttributedConsent... events) {
        List<EffectiveConsent> effective = Consents.effective(List.of(events), NOW);
        return effective.get(0).permitted();
    }

    @Test
    void nothingSaidIsNothingStated() {
        assertThat(Consents.effective(List.of(), NOW)).isEmpty();
    }

    @Test
    void theLatestEventOfOneRecordWins() {
        assertThat(permitted(said("a", 1, ConsentState.REFUSED, false), said("a", 2, ConsentState.GIVEN, false)))
                .isTrue();
        assertThat(permitted(said("a", 2, ConsentState.WITHDRAWN, false), said("a", 1, ConsentState.GIVEN, false)))
                .isFalse();
    }

    @Test
    void tiesAndUnknownTimesProtect() {
        assertThat(permitted(said("a", 1, ConsentState.REFUSED, false), said("a", 1, ConsentState.GIVEN, true)))
                .isFalse();
        assertThat(permitted(said("a", -1, ConsentState.REFUSED, false), said("a", 1, ConsentState.GIVEN, true)))
                .isFalse();
    }

    @Test
    void aMergeNeverRevivesAWithdrawnConsent() {
        AttributedConsent withdrawn = said("a", 1, ConsentState.WITHDRAWN, false);
        AttributedConsent laterGrantOfAnotherRecord = said("b", 2, ConsentState.GIVEN, false);
        assertThat(permitted(withdrawn, laterGrantOfAnotherRecord)).isFalse();
        assertThat(permitted(laterGrantOfAnotherRecord)).isTrue();
    }

    @Test
    void anAuthenticatedGrantAfterTheRefusalSupersedesItAcrossRecords() {
        AttributedConsent refused = said("a", 2, ConsentState.REFUSED, false);
        assertThat(permitted(refused, said("b", 3, ConsentState.GIVEN, true))).isTrue();
        assertThat(permitted(refused, said("b", 1, ConsentState.GIVEN, true))).isFalse();
        assertThat(permitted(
                        refused, said("b", 3, ConsentState.GIVEN, true), said("b", 4, ConsentState.EXPIRED, false)))
                .isFalse();
    }

    @Test
    void onlyAGrantLiftsARefusal() {
        assertThat(permitted(
                        said("a", 1, ConsentState.REFUSED, false),
                        said("a", 2, ConsentState.REQUESTED, false),
                        said("b", 3, ConsentState.GIVEN, false)))
                .isFalse();
    }

    @Test
    void aConsentWithoutEndNeverEndsAndOneWithAnEndDoes() {
        AttributedConsent ended = said(Standing.RECORD, "a", 1, "", ConsentState.GIVEN, true, NOW);
        assertThat(permitted(ended)).isFalse();
        assertThat(Consents.effective(List.of(ended), NOW).get(0).state()).isEqualTo(ConsentState.EXPIRED);
        assertThat(permitted(said("a", 1, ConsentState.RENEWED, false))).isTrue();
    }

    @Test
    void aClaimedIdentifierLiftsNoRefusalAndASharedOneGrantsNothing() {
        Instant never = Instant.MAX;
        AttributedConsent refused = said(Standing.CLAIMED_IDENTIFIER, "x", 1, "", ConsentState.REFUSED, false, never);
        assertThat(permitted(refused, said(Standing.CLAIMED_IDENTIFIER, "x", 2, "", ConsentState.GIVEN, false, never)))
                .isFalse();
        assertThat(permitted(said(Standing.SHARED_IDENTIFIER, "x", 2, "", ConsentState.GIVEN, true, never)))
                .isFalse();
        assertThat(permitted(
                        said("a", 1, ConsentState.GIVEN, true),
                        said(Standing.SHARED_IDENTIFIER, "x", 0, "", ConsentState.REFUSED, false, never)))
                .isTrue();
        assertThat(permitted(
                        said("a", 1, ConsentState.GIVEN, true),
                        said(Standing.SHARED_IDENTIFIER, "x", 2, "", ConsentState.REFUSED, false, never)))
                .isFalse();
    }

    @Test
    void anEventWithoutChannelSpeaksForEveryChannel() {
        Instant never = Instant.MAX;
        List<EffectiveConsent> effective = Consents.effective(
                List.of(
                        said(Standing.RECORD, "a", 1, "", ConsentState.REFUSED, false, never),
                        said(Standing.RECORD, "a", 2, "email", ConsentState.GIVEN, false, never),
                        said(Standing.RECORD, "a", 0, "phone", ConsentState.GIVEN, false, never)),
                NOW);
        assertThat(effective).extracting(EffectiveConsent::channel).containsExactly("", "email", "phone");
        assertThat(effective).extracting(EffectiveConsent::permitted).containsExactly(false, true, false);
    }

    @Provide
    Arbitrary<List<AttributedConsent>> histories() {
        Arbitrary<AttributedConsent> one = Combinators.combine(
                        Arbitraries.of(Standing.class),
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.integers().between(-1, 6),
                        Arbitraries.of("", "email"),
                        Arbitraries.of(ConsentState.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Instant.MAX, NOW.minusSeconds(1)))
                .as(ConsentsTest::said);
        return one.list().ofMaxSize(8).uniqueElements(said -> said.event().key());
    }

    @Property(tries = 1000)
    void theOrderOfArrivalChangesNothing(@ForAll("histories") List<AttributedConsent> events, @ForAll Random random) {
        List<AttributedConsent> shuffled = new ArrayList<>(events);
        shuffled.addAll(events);
        Collections.shuffle(shuffled, random);
        assertThat(Consents.effective(shuffled, NOW)).isEqualTo(Consents.effective(events, NOW));
    }

    @Property(tries = 2000)
    void anUnsupersededRefusalNeverPermits(@ForAll("histories") List<AttributedConsent> events) {
        for (EffectiveConsent effective : Consents.effective(events, NOW)) {
            boolean refused = events.stream()
                    .filter(said -> concerns(said, effective.channel()) && isRefusal(said))
                    .anyMatch(refusal -> events.stream()
                            .filter(said -> concerns(said, effective.channel()))
                            .noneMatch(grant -> mayLift(grant, refusal)));
            assertThat(effective.permitted() && refused).isFalse();
        }
    }

    @Property(tries = 1000)
    void aMergeWithoutAuthenticatedGrantsPermitsNothingThatNoPartPermits(
            @ForAll("histories") List<AttributedConsent> one, @ForAll("histories") List<AttributedConsent> other) {
        List<AttributedConsent> both = new ArrayList<>(new HashSet<>(one));
        both.addAll(other);
        boolean authenticated = both.stream().anyMatch(said -> said.event().authenticated());
        if (!authenticated && Collections.disjoint(subjects(one), subjects(other))) {
            for (EffectiveConsent merged : Consents.effective(both, NOW)) {
                assertThat(merged.permitted())
                        .as("a merge permits only if a part does and none refuses")
                        .isIn(false, permits(one, merged.channel()) || permits(other, merged.channel()));
            }
        }
    }

    private static boolean permits(List<AttributedConsent> events, String channel) {
        List<EffectiveConsent> effective = Consents.effective(events, NOW);
        return effective.stream()
                .filter(consent -> consent.channel().equals(channel))
                .findFirst()
                .or(() -> effective.stream()
                        .filter(consent -> consent.channel().isEmpty())
                        .findFirst())
                .map(EffectiveConsent::permitted)
                .orElse(false);
    }

    private static List<Subject> subjects(List<AttributedConsent> events) {
        return events.stream().map(said -> said.event().subject()).toList();
    }

    private static boolean concerns(AttributedConsent said, String channel) {
        return said.event().channel().isEmpty() || said.event().channel().equals(channel);
    }

    private static boolean isRefusal(AttributedConsent said) {
        return said.event().state().effect() == ConsentState.Effect.FORBIDS;
    }

    /** The widest reading of the rule: a later grant that is authenticated or of the same proven subject. */
    private static boolean mayLift(AttributedConsent grant, AttributedConsent refusal) {
        Instant refused = refusal.event().revision().occurredAt();
        boolean own = grant.event().subject().equals(refusal.event().subject());
        return grant.event().state().effect() == ConsentState.Effect.PERMITS
                && !refused.equals(Instant.MIN)
                && grant.event().revision().occurredAt().isAfter(refused)
                && (grant.event().authenticated() || own);
    }
}

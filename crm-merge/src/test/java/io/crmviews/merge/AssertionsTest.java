package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmviews.merge.ingest.IngestReport;
import io.crmviews.merge.view.Policies;
import io.crmviews.model.change.Change;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.OrganizationName;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PartyKind;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.review.Review;
import io.crmviews.model.review.ReviewReason;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.SourceDescription;
import io.crmviews.spi.policy.Access;
import io.crmviews.spi.policy.AccessPolicy;
import io.crmviews.spi.policy.Reader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people say about matches: it is obeyed, it can be taken back, and nobody is asked twice. */
class AssertionsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Reader AGENT = Reader.of("agent", "service", "user-1");
    private static final RecordKey CRM = new RecordKey("crm", "1");
    private static final RecordKey SHOP = new RecordKey("shop", "1");
    private static final RecordKey CALLS = new RecordKey("calls", "1");

    private final CustomerViews views = views(Policies.allowAll());
    private final ReaderViews agent = views.as(AGENT);

    private static CustomerViews views(AccessPolicy policy) {
        return CustomerViews.builder()
                .policy(policy)
                .clock(CLOCK)
                .source(new SourceDescription("single", "", true, java.time.Duration.ZERO))
                .build();
    }

    private static SourceRecord ada(RecordKey key, String email) {
        return SourceRecord.builder(key)
                .kind(PartyKind.INDIVIDUAL)
                .name(PersonName.of("Adaline", "Quistgaard"))
                .birthDate(PartialDate.parse("1980-03-04"))
                .medium(EmailAddress.of(email))
                .build();
    }

    private static SourceRecord stranger(RecordKey key) {
        return SourceRecord.builder(key)
                .kind(PartyKind.INDIVIDUAL)
                .name(PersonName.of("Bertil", "Okafor"))
                .medium(PhoneNumber.of("+44 20 7946 0018"))
                .build();
    }

    private static MatchAssertion say(String key, RecordKey a, RecordKey b, Verdict verdict, int second) {
        return MatchAssertion.of(
                new RecordKey("desk", key),
                a,
                b,
                verdict,
                "clerk",
                CLOCK.instant().plusSeconds(second));
    }

    private CustomerId of(RecordKey record) {
        return agent.find(record).orElseThrow();
    }

    @Test
    void strangersThatSomebodyKnowsToBeOneUniteAndPartAgainWithTheirIds() {
        views.ingest(List.of(ada(CRM, "ada@mail.test")));
        views.ingest(List.of(stranger(SHOP)));
        CustomerId first = of(CRM);
        CustomerId second = of(SHOP);

        IngestReport said = views.ingest(List.of(say("1", CRM, SHOP, Verdict.SAME, 0)));
        assertThat(said.changes()).contains(new Change.Merged(List.of(second), first));
        assertThat(of(SHOP)).isEqualTo(first);

        IngestReport withdrawn = views.withdraw(new RecordKey("desk", "1"), "clerk", "A misreading.");
        assertThat(withdrawn.changes()).contains(new Change.Split(first, List.of(second)));
        assertThat(of(CRM)).isEqualTo(first);
        assertThat(of(SHOP)).isEqualTo(second);
    }

    @Test
    void whatSomebodyKnowsToBeTwoPartsWhateverTheWeight() {
        views.ingest(List.of(ada(CRM, "ada@mail.test"), ada(SHOP, "ada@mail.test")));
        assertThat(of(CRM)).isEqualTo(of(SHOP));

        views.ingest(List.of(say("1", CRM, SHOP, Verdict.DIFFERENT, 0)));
        assertThat(of(CRM)).isNotEqualTo(of(SHOP));

        views.ingest(List.of(say("2", CRM, SHOP, Verdict.SAME, 10)));
        assertThat(of(CRM)).as("different outranks same, however late").isNotEqualTo(of(SHOP));
        assertThat(agent.conflicts(10)).extracting(MatchAssertion::key).containsExactly(new RecordKey("desk", "2"));
    }

    @Test
    void ofWhatCannotAllHoldTheLatestHolds() {
        views.ingest(List.of(
                say("1", CRM, SHOP, Verdict.SAME, 1),
                say("2", SHOP, CALLS, Verdict.SAME, 2),
                say("3", CRM, CALLS, Verdict.DIFFERENT, 0)));
        views.ingest(List.of(ada(CRM, "ada@mail.test"), stranger(SHOP), ada(CALLS, "other@mail.test")));

        assertThat(of(SHOP)).as("said last").isEqualTo(of(CALLS));
        assertThat(of(CRM)).isNotEqualTo(of(SHOP));
        assertThat(agent.conflicts(10)).extracting(MatchAssertion::key).containsExactly(new RecordKey("desk", "1"));
    }

    @Test
    void anIndividualAndAnOrganisationStayTwoWhateverIsSaid() {
        views.ingest(List.of(
                ada(CRM, "ada@mail.test"),
                SourceRecord.builder(SHOP)
                        .kind(PartyKind.ORGANIZATION)
                        .name(OrganizationName.of("Quistgaard Ltd"))
                        .build(),
                say("1", CRM, SHOP, Verdict.SAME, 0)));
        assertThat(of(CRM)).isNotEqualTo(of(SHOP));
        assertThat(agent.conflicts(10)).hasSize(1);
    }

    @Test
    void aWordAboutAnAbsentRecordSleepsAndWakes() {
        views.ingest(List.of(stranger(SHOP), say("1", CRM, SHOP, Verdict.SAME, 0)));
        assertThat(agent.conflicts(10)).isEmpty();
        views.ingest(List.of(ada(CRM, "ada@mail.test")));
        assertThat(of(CRM)).isEqualTo(of(SHOP));
        views.remove(SHOP);
        views.ingest(List.of(stranger(CALLS)));
        assertThat(of(CRM)).isNotEqualTo(of(CALLS));
    }

    @Test
    void aRecordAndAnAssertionCannotShareAKey() {
        views.ingest(List.of(ada(CRM, "ada@mail.test")));
        CustomerId before = of(CRM);
        IngestReport report =
                views.ingest(List.of(MatchAssertion.of(CRM, SHOP, CALLS, Verdict.SAME, "clerk", CLOCK.instant())));
        assertThat(report.rejects()).hasSize(1);
        assertThat(of(CRM)).isEqualTo(before);
        assertThatThrownBy(() -> views.withdraw(CRM, "clerk", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no assertion crm/1.");
    }

    @Test
    void equalEdgesThatCompeteForOneRecordAreAllRefusedAndReviewed() {
        RecordKey one = new RecordKey("single", "1");
        RecordKey two = new RecordKey("single", "2");
        views.ingest(List.of(ada(one, "ada@mail.test"), ada(two, "ada@mail.test")));
        views.ingest(List.of(ada(CRM, "other@mail.test")));

        assertThat(of(one)).isNotEqualTo(of(two));
        assertThat(of(CRM)).as("nothing but chance would choose").isNotIn(of(one), of(two));
        assertThat(agent.reviews(10)).extracting(Review::reason).contains(ReviewReason.COMPETING_EDGES);
    }

    @Test
    void aReviewIsDecidedOnceAndComesBackOnlyWithOtherEvidence() {
        RecordKey one = new RecordKey("single", "1");
        RecordKey two = new RecordKey("single", "2");
        views.ingest(List.of(ada(one, "ada@mail.test"), ada(two, "adaline@mail.test")));
        Review review = agent.reviews(10).get(0);
        assertThat(review.reason()).isEqualTo(ReviewReason.DUPLICATE_FREE_SOURCE);
        assertThat(List.of(review.a(), review.b())).containsExactlyInAnyOrder(one, two);
        assertThat(review.stake()).isEqualTo(2);

        views.decide(review, Verdict.UNSURE, "clerk", "");
        assertThat(agent.reviews(10)).isEmpty();
        views.ingest(List.of(ada(two, "ada@mail.test")));
        assertThat(agent.reviews(10)).as("the evidence changed").hasSize(1);

        views.decide(agent.reviews(10).get(0), Verdict.SAME, "clerk", "Seen both passports.");
        assertThat(of(one)).isEqualTo(of(two));
        assertThat(agent.reviews(10)).isEmpty();
    }

    @Test
    void bareNamesakesStayApartAndAreOneReviewInAll() {
        for (String key : List.of("1", "2", "3")) {
            views.ingest(List.of(SourceRecord.builder(new RecordKey("crm", key))
                    .kind(PartyKind.INDIVIDUAL)
                    .name(PersonName.of("John", "Smith"))
                    .build()));
        }
        assertThat(views.customerCount()).isEqualTo(3);
        assertThat(agent.reviews(10)).extracting(Review::reason).containsExactly(ReviewReason.POSSIBLE);
    }

    @Test
    void aReaderWhoMayNotSeeASourceIsNotAskedAboutItsRecords() {
        AccessPolicy crmOnly = (reader, access) ->
                !(access instanceof Access.ToSource source) || source.source().equals("crm");
        CustomerViews limited = views(crmOnly);
        limited.ingest(List.of(
                ada(new RecordKey("single", "1"), "ada@mail.test"), ada(new RecordKey("single", "2"), "a@mail.test")));
        assertThat(limited.as(AGENT).reviews(10)).isEmpty();
        assertThat(views(Policies.denyAll()).as(AGENT).reviews(10)).isEmpty();
    }
}

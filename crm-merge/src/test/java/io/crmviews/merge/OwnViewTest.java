package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.rights.Login;
import io.crmviews.merge.view.PageRequest;
import io.crmviews.merge.view.Policies;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.Authentication;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.Usage;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.Money;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.model.view.CustomerView;
import io.crmviews.model.view.MemberRecord;
import io.crmviews.model.view.TimelineEntry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What customers see of themselves: what they proved to be theirs, and nothing of anybody else. */
class OwnViewTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant PROVED = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2025-01-01T00:00:00Z");
    private static final Subject.OfIdentifier MAIL = new Subject.OfIdentifier("email", "", "ida.holmgren@mail.test");
    private static final Subject.OfIdentifier PHONE = new Subject.OfIdentifier("phone", "", "+46 8 5551 7733");
    private static final RecordKey SHOP = new RecordKey("shop", "1");
    private static final RecordKey CRM = new RecordKey("crm", "1");

    private final CustomerViews views = CustomerViews.builder()
            .policy(Policies.allowAll())
            .clock(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC))
            .build();

    @AfterEach
    void close() {
        views.close();
    }

    private static SourceRecordBuilder record(RecordKey key, Instant at, String given, String family, String born) {
        return SourceRecord.builder(key)
                .revision(Revision.occurred(at))
                .name(PersonName.of(given, family))
                .birthDate(PartialDate.parse(born));
    }

    private static SourceRecordBuilder ida(RecordKey key, Instant at) {
        return record(key, at, "Ida", "Holmgren", "1984-02-11");
    }

    private static Interaction event(String key, Instant at, Subject... subjects) {
        return new Interaction(
                new RecordKey("desk", key),
                Revision.occurred(at),
                "call",
                "phone",
                Interaction.Direction.INBOUND,
                List.of(subjects),
                "",
                Money.NONE,
                List.of(),
                List.of());
    }

    private static Login login(Subject.OfIdentifier... proved) {
        return new Login(
                "account-7",
                List.of(proved).stream()
                        .map(one -> new Login.Proof(one, PROVED))
                        .toList());
    }

    private List<CustomerView> shown(Login login) {
        return views.own(login, PageRequest.first(50)) instanceof OwnAnswer.Shown shown ? shown.views() : List.of();
    }

    private List<RecordKey> records(Login login) {
        return shown(login).stream()
                .flatMap(view -> view.records().stream())
                .map(MemberRecord::key)
                .toList();
    }

    private List<String> events(Login login) {
        return shown(login).stream()
                .flatMap(view -> view.timeline().entries().stream())
                .map(TimelineEntry::interaction)
                .map(interaction -> interaction.key().key())
                .toList();
    }

    @Test
    void claimingAnEmailShowsNothing() {
        views.ingest(
                List.of(ida(SHOP, LATER).medium(EmailAddress.of(MAIL.value())).build()));
        assertThat(shown(login()))
                .as("an address typed into a form proves nothing")
                .isEmpty();
        RecordKey claimed = new RecordKey("web", "claims");
        views.ingest(List.of(record(claimed, LATER, "Mallory", "Claimer", "1990-01-01")
                .medium(EmailAddress.of(MAIL.value()))
                .medium(EmailAddress.of("mallory@mail.test"))
                .build()));
        assertThat(records(login(new Subject.OfIdentifier("email", "", "mallory@mail.test"))))
                .as("who writes another's address into a record of theirs sees that record")
                .containsExactly(claimed);
        assertThat(records(login(MAIL))).contains(SHOP);
    }

    @Test
    void twoPeopleWronglyMergedDoNotSeeEachOther() {
        PostalAddress home = new PostalAddress(Usage.CURRENT, "Storgatan 12", "", "Malmo", "", "21134", "SE");
        views.ingest(List.of(
                ida(SHOP, LATER)
                        .medium(EmailAddress.of(MAIL.value()))
                        .medium(PhoneNumber.of(PHONE.value()))
                        .medium(home)
                        .build(),
                record(CRM, LATER, "Ida", "Holmgren", "1984-11-02")
                        .medium(EmailAddress.of("family@mail.test"))
                        .medium(PhoneNumber.of(PHONE.value()))
                        .medium(home)
                        .build()));
        RecordKey bridge = new RecordKey("old", "9");
        views.ingest(List.of(SourceRecord.builder(bridge)
                .revision(Revision.occurred(LATER))
                .name(PersonName.of("Ida", "Holmgren"))
                .medium(EmailAddress.of(MAIL.value()))
                .medium(EmailAddress.of("family@mail.test"))
                .medium(PhoneNumber.of(PHONE.value()))
                .medium(home)
                .build()));
        views.ingest(List.of(
                event("hers", LATER, new Subject.OfRecord(SHOP)), event("others", LATER, new Subject.OfRecord(CRM))));
        assertThat(views.customerCount()).as("they are merged, wrongly").isOne();
        assertThat(records(login(MAIL))).contains(SHOP).doesNotContain(CRM);
        assertThat(events(login(MAIL))).containsExactly("hers");
        Login other = login(new Subject.OfIdentifier("email", "", "family@mail.test"));
        assertThat(records(other)).contains(CRM).doesNotContain(SHOP);
        assertThat(events(other)).containsExactly("others");
    }

    @Test
    void aRecycledNumberShowsNothingOlderThanItsVerification() {
        views.ingest(List.of(
                record(CRM, LONG_AGO, "Gustav", "Before", "1950-05-05")
                        .medium(PhoneNumber.of(PHONE.value()))
                        .build(),
                ida(SHOP, LATER).medium(PhoneNumber.of(PHONE.value())).build(),
                event("before", LONG_AGO, PHONE),
                event("before-2", LONG_AGO, new Subject.OfRecord(CRM)),
                event("since", LATER.plusSeconds(60), new Subject.OfRecord(SHOP))));
        assertThat(views.customerCount()).isEqualTo(2);
        assertThat(records(login(PHONE))).containsExactly(SHOP);
        assertThat(events(login(PHONE))).containsExactly("since");
    }

    @Test
    void aRecordThatItsSourceSawVerifiedSinceCountsThoughItIsOlder() {
        PhoneNumber verified =
                new PhoneNumber(Usage.CURRENT, PHONE.value(), "", Authentication.verifiedAt(PROVED.plusSeconds(5)));
        views.ingest(List.of(ida(SHOP, LONG_AGO).medium(verified).build()));
        assertThat(records(login(PHONE))).containsExactly(SHOP);
    }

    @Test
    void whatAPersonSaidIsTheSameIsShownAndWhatIsPossiblyTheirsIsNot() {
        views.ingest(List.of(
                ida(SHOP, LATER).medium(EmailAddress.of(MAIL.value())).build(),
                record(CRM, LATER, "I.", "Holmgren-Berg", "1984-02-11")
                        .medium(PhoneNumber.of(PHONE.value()))
                        .build(),
                record(new RecordKey("crm", "2"), LATER, "Otto", "Berg", "1980-01-01")
                        .medium(PhoneNumber.of(PHONE.value()))
                        .build(),
                event("perhaps", LATER.plusSeconds(60), PHONE),
                MatchAssertion.of(new RecordKey("desk", "a"), SHOP, CRM, Verdict.SAME, "clerk", LATER)));
        assertThat(records(login(MAIL))).containsExactlyInAnyOrder(SHOP, CRM);
        assertThat(events(login(MAIL))).isEmpty();
    }

    @Test
    void whatIsAsGoodAsCertainlyTheSameIsShownToo() {
        views.ingest(List.of(
                record(SHOP, LATER, "Ida Margareta", "Holmgren", "1984-02-11")
                        .medium(EmailAddress.of(MAIL.value()))
                        .medium(PhoneNumber.of(PHONE.value()))
                        .build(),
                record(CRM, LONG_AGO, "Ida Margareta", "Holmgren", "1984-02-11")
                        .medium(PhoneNumber.of(PHONE.value()))
                        .build()));
        assertThat(views.customerCount()).isOne();
        assertThat(records(login(MAIL))).containsExactlyInAnyOrder(SHOP, CRM);
    }

    @Test
    void aPolicyThatGrantsCustomersNothingShowsNothing() {
        try (CustomerViews closed = CustomerViews.builder().build()) {
            closed.ingest(List.of(
                    ida(SHOP, LATER).medium(EmailAddress.of(MAIL.value())).build()));
            assertThat(closed.own(login(MAIL), PageRequest.first(10))).isEqualTo(new OwnAnswer.Nothing());
        }
    }
}

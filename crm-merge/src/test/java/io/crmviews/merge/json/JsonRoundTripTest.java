package io.crmviews.merge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmviews.model.change.Change;
import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.ConsentState;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.RecordRemoval;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.Authentication;
import io.crmviews.model.party.Characteristic;
import io.crmviews.model.party.ContactMedium;
import io.crmviews.model.party.Device;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.Gender;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.OrganizationName;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PartyKind;
import io.crmviews.model.party.PartyName;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.SocialHandle;
import io.crmviews.model.party.Usage;
import io.crmviews.model.party.Validity;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.GoldenField;
import io.crmviews.model.profile.GoldenProfile;
import io.crmviews.model.profile.GoldenValue;
import io.crmviews.model.review.Verdict;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonRoundTripTest {

    private static final String SECRET = "Zyxwvut";

    private static Arbitrary<String> word() {
        return Arbitraries.strings().all().ofMinLength(1).ofMaxLength(6).map(text -> "w" + text);
    }

    private static Arbitrary<String> perhaps() {
        return Arbitraries.oneOf(Arbitraries.just(""), word());
    }

    private static Arbitrary<Instant> instant() {
        return Arbitraries.of(
                Instant.MIN,
                Instant.EPOCH,
                Instant.parse("2025-03-04T05:06:07.123456789Z"),
                Instant.parse("-0100-01-01T00:00:00Z"),
                Instant.MAX);
    }

    private static Arbitrary<Authentication> proof() {
        return Combinators.combine(Arbitraries.of(Authentication.Assurance.class), instant())
                .as(Authentication::new);
    }

    private static Arbitrary<Usage> usage() {
        return Arbitraries.of(Usage.class);
    }

    private static Arbitrary<RecordKey> key() {
        return Combinators.combine(word(), word()).as(RecordKey::new);
    }

    private static Arbitrary<Revision> revision() {
        return Combinators.combine(Arbitraries.longs().between(-1, Long.MAX_VALUE), instant(), instant())
                .as(Revision::new);
    }

    private static Arbitrary<PartyName> name() {
        return Arbitraries.oneOf(
                Combinators.combine(usage(), perhaps(), word(), perhaps(), perhaps(), perhaps(), perhaps())
                        .as(PersonName::new),
                Combinators.combine(usage(), word()).as(OrganizationName::new));
    }

    private static Arbitrary<ContactMedium> medium() {
        return Arbitraries.oneOf(
                Combinators.combine(usage(), word(), proof()).as(EmailAddress::new),
                Combinators.combine(usage(), word(), perhaps(), proof()).as(PhoneNumber::new),
                Combinators.combine(usage(), word(), word(), proof()).as(SocialHandle::new),
                Combinators.combine(usage(), perhaps(), word()).as(Device::new),
                Combinators.combine(usage(), word(), perhaps(), perhaps(), perhaps(), perhaps(), perhaps())
                        .as(PostalAddress::new));
    }

    private static Arbitrary<Identifier> identifier() {
        Arbitrary<Validity> validity =
                Arbitraries.of(Validity.ALWAYS, new Validity(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)));
        return Combinators.combine(word(), perhaps(), word(), proof(), validity).as(Identifier::new);
    }

    private static Arbitrary<SourceRecord> record() {
        Arbitrary<PartialDate> date =
                Arbitraries.of("1990-01-02", "1990-00-00", "0000-02-29").map(PartialDate::parse);
        return Combinators.combine(
                        key(),
                        revision(),
                        Combinators.combine(Arbitraries.of(PartyKind.class), Arbitraries.of(Gender.class))
                                .as(List::of),
                        word().set().ofMaxSize(2),
                        name().list().ofMaxSize(2),
                        date.list().ofMaxSize(2),
                        medium().list().ofMaxSize(3),
                        identifier().list().ofMaxSize(2))
                .as((key, revision, enums, roles, names, dates, media, identifiers) -> new SourceRecord(
                        key,
                        revision,
                        (PartyKind) enums.get(0),
                        roles,
                        names,
                        dates,
                        (Gender) enums.get(1),
                        media,
                        identifiers,
                        List.of(new Characteristic("colour", "blue"))));
    }

    private static Arbitrary<Subject> subject() {
        return Arbitraries.oneOf(
                key().map(Subject.OfRecord::new),
                Combinators.combine(word(), perhaps(), word()).as(Subject.OfIdentifier::new));
    }

    private static Arbitrary<Interaction> interaction() {
        Arbitrary<Money> money = Combinators.combine(
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.TEN.pow(30).negate(), BigDecimal.TEN.pow(30))
                                .ofScale(3),
                        perhaps())
                .as(Money::new);
        Arbitrary<Interaction.Reference> reference =
                Combinators.combine(word(), word()).as(Interaction.Reference::new);
        return Combinators.combine(
                        key(),
                        revision(),
                        word(),
                        Arbitraries.of(Interaction.Direction.class),
                        subject().list().ofMaxSize(2),
                        perhaps(),
                        Arbitraries.oneOf(money, Arbitraries.just(Money.NONE)),
                        reference.list().ofMaxSize(2))
                .as((key, revision, kind, direction, subjects, text, amount, references) -> new Interaction(
                        key, revision, kind, "c", direction, subjects, text, amount, references, List.of()));
    }

    private static Arbitrary<ConsentEvent> consent() {
        return Combinators.combine(
                        key(),
                        revision(),
                        subject(),
                        perhaps(),
                        Arbitraries.of(ConsentState.class),
                        Arbitraries.of(true, false),
                        instant(),
                        perhaps())
                .as((key, revision, subject, channel, state, authenticated, expires, evidence) -> new ConsentEvent(
                        key, revision, subject, "p", channel, state, authenticated, expires, evidence));
    }

    @Provide
    Arbitrary<Fact> facts() {
        return Arbitraries.oneOf(
                record(),
                interaction(),
                consent(),
                Combinators.combine(key(), revision()).as(RecordRemoval::new),
                assertion());
    }

    private static Arbitrary<MatchAssertion> assertion() {
        return Combinators.combine(key(), revision(), key(), key(), Arbitraries.of(Verdict.class), Arbitraries.longs())
                .filter((key, revision, a, b, verdict, basis) -> !a.equals(b))
                .as((key, revision, a, b, verdict, basis) ->
                        new MatchAssertion(key, revision, a, b, verdict, "clerk", "looked twice", basis));
    }

    @Provide
    Arbitrary<Change> changes() {
        Arbitrary<CustomerId> id =
                Arbitraries.longs().between(1, 999_999_999_999_999_999L).map(CustomerId::new);
        Arbitrary<List<CustomerId>> ids = id.list().ofMinSize(2).ofMaxSize(4).uniqueElements();
        return Arbitraries.oneOf(
                id.map(Change.Created::new),
                id.map(Change.Removed::new),
                id.map(one -> new Change.Changed(one, Set.of(Field.parse("email"), Field.identifier("a:b")))),
                ids.map(some -> new Change.Merged(some.subList(1, some.size()), some.get(0))),
                ids.map(some -> new Change.Split(some.get(0), some.subList(1, some.size()))));
    }

    @Provide
    Arbitrary<CustomerView> views() {
        Arbitrary<GoldenProfile> profile = Combinators.combine(
                        word(), key().list().ofMinSize(1).ofMaxSize(2))
                .as((text, keys) -> new GoldenProfile(List.of(new GoldenField(
                        Field.characteristic(text),
                        "most-recent",
                        keys.stream().map(key -> new GoldenValue(text, key)).toList()))));
        Arbitrary<Attribution> attribution = Arbitraries.oneOf(
                key().map(Attribution.ByRecord::new),
                word().map(Attribution.ByIdentifier::new),
                word().map(type -> new Attribution.Possibly(type, 3)));
        Arbitrary<TimelineEntry> entry =
                Combinators.combine(interaction(), attribution).as(TimelineEntry::new);
        return Combinators.combine(profile, entry.list().ofMaxSize(2), perhaps(), key(), revision(), instant())
                .as((golden, entries, next, key, revision, time) -> new CustomerView(
                        new CustomerId(7),
                        3,
                        golden,
                        List.of(new MemberRecord(key, new CustomerId(8), revision)),
                        new TimelinePage(entries, next),
                        List.of(new EffectiveConsent("p", next, false, ConsentState.REFUSED, key, time, time)),
                        List.of(new SourceFreshness("s", Freshness.LATE, time)),
                        Set.of(Field.parse("email"), Field.parse("identifier"))));
    }

    @Property(tries = 300)
    void factsComeBackEqual(@ForAll("facts") Fact fact) {
        String json = JsonCodec.facts().write(fact);
        assertThat(JsonCodec.facts().read(json).value()).isEqualTo(fact);
        assertThat(JsonCodec.facts().write(JsonCodec.facts().read(json))).isEqualTo(json);
    }

    @Property(tries = 100)
    void viewsAndTheirProfilesComeBackEqual(@ForAll("views") CustomerView view) {
        assertThat(JsonCodec.views().read(JsonCodec.views().write(view)).value())
                .isEqualTo(view);
        GoldenProfile profile = view.profile();
        assertThat(JsonCodec.profiles()
                        .read(JsonCodec.profiles().write(profile))
                        .value())
                .isEqualTo(profile);
    }

    @Property(tries = 100)
    void changesComeBackEqual(@ForAll("changes") Change change) {
        assertThat(JsonCodec.changes().read(JsonCodec.changes().write(change)).value())
                .isEqualTo(change);
    }

    @Test
    void fieldsOfALaterVersionAreKeptAtEveryDepth() {
        String json = "{\"fact\":\"record\",\"key\":{\"source\":\"s\",\"key\":\"k\",\"shard\":7},\"revision\":{},"
                + "\"media\":[{\"medium\":\"email\",\"value\":\"a@b.c\",\"score\":[1.50]}],\"mood\":{\"deep\":null}}";
        JsonCodec<Fact> codec = JsonCodec.facts();
        Document<Fact> read = codec.read(json);
        assertThat(codec.write(read)).isEqualTo(json);
        Fact later = read.value().withRevision(new Revision(5, Instant.MIN, Instant.MIN));
        assertThat(codec.write(read.with(later)))
                .contains("\"shard\":7", "\"score\":[1.50]", "\"mood\":{\"deep\":null}", "\"sequence\":5");
    }

    @Test
    void refusalsNameThePlaceAndNoValue() {
        for (String json : List.of(
                "",
                "[\"" + SECRET + "\"]",
                "{\"fact\":\"" + SECRET + "\"}",
                "{\"fact\":\"removal\",\"key\":\"" + SECRET + "\"}",
                "{\"fact\":\"removal\",\"key\":{\"source\":\" \",\"key\":\"" + SECRET + "\"}}",
                "{\"fact\":\"record\",\"key\":{\"source\":\"s\",\"key\":\"k\"},\"birthDates\":[\"" + SECRET + "\"]}",
                "{\"fact\":\"record\",\"key\":{\"source\":\"s\",\"key\":\"k\"},\"gender\":\"" + SECRET + "\"}",
                "{\"fact\":\"record\",\"key\":{\"source\":\"s\",\"key\":\"k\"}," + "\"revision\":{\"occurredAt\":\""
                        + SECRET + "\"}}",
                "{\"" + SECRET + "\":" + SECRET + "}",
                "{\"a\":\"" + SECRET + "\",\"a\":1}",
                "{\"a\":\"" + SECRET + "\"} trailing")) {
            assertThatThrownBy(() -> JsonCodec.facts().read(json))
                    .isInstanceOf(JsonFormatException.class)
                    .hasNoCause()
                    .hasMessageEndingWith(".")
                    .hasMessageNotContaining(SECRET);
        }
        assertThatThrownBy(() -> JsonCodec.facts()
                        .read("{\"fact\":\"record\",\"key\":{\"source\":\"s\",\"key\":\"k\"},"
                                + "\"media\":[{\"medium\":\"email\",\"value\":\"\"}]}"))
                .hasMessage("At /media/0: An e-mail address must not be blank.");
    }

    @Test
    void depthAndSizeAreBounded() {
        String deep = "{\"a\":".repeat(40) + "1" + "}".repeat(40);
        assertThatThrownBy(() -> JsonCodec.facts().read(deep)).isInstanceOf(JsonFormatException.class);
        String large = "{\"a\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}";
        assertThatThrownBy(() -> JsonCodec.facts().read(large)).isInstanceOf(JsonFormatException.class);
        String huge = " ".repeat(17 * 1024 * 1024);
        assertThatThrownBy(() -> JsonCodec.facts().read(huge)).hasMessageContaining("16777216");
    }

    @Test
    void anAmountKeepsEveryDigit() {
        Money money = new Money(new BigDecimal("12345678901234567890.123456789"), "EUR");
        Interaction paid = new Interaction(
                new RecordKey("s", "k"),
                Revision.UNKNOWN,
                "purchase",
                "shop",
                Interaction.Direction.INBOUND,
                List.of(),
                "",
                money,
                List.of(),
                List.of());
        assertThat(JsonCodec.facts().read(JsonCodec.facts().write(paid)).value())
                .isEqualTo(paid);
    }
}

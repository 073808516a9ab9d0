package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmviews.merge.weigh.CheckDigit;
import io.crmviews.merge.weigh.Constraints;
import io.crmviews.merge.weigh.Constraints.Counted;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.party.Authentication;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.Validity;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exclusive identifiers and limits keep records apart that agree in everything else. */
class ConstraintsTest {

    private static final Authentication VERIFIED = Authentication.verifiedAt(Instant.EPOCH);
    private static final Validity BEFORE = new Validity(Instant.MIN, Instant.ofEpochSecond(1_000));
    private static final Validity AFTER = new Validity(Instant.ofEpochSecond(1_000), Instant.MAX);

    private static SourceRecordBuilder person(String key) {
        return SourceRecord.builder(new RecordKey("crm", key))
                .name(PersonName.of("Vera", "Quistgaard"))
                .birthDate(PartialDate.parse("1980-03-04"))
                .medium(EmailAddress.of("vera.quistgaard@mail.test"))
                .medium(PhoneNumber.of("+44 20 7946 0018"));
    }

    private static SourceRecord person(String key, String type, String value, Authentication proof, Validity validity) {
        return person(key)
                .identifier(new Identifier(type, "", value, proof, validity))
                .build();
    }

    private static SourceRecord verified(String key, String value) {
        return person(key, "national-id", value, VERIFIED, Validity.ALWAYS);
    }

    private static long customers(Constraints constraints, SourceRecord... records) {
        try (CustomerViews views =
                CustomerViews.builder().constraints(constraints).build()) {
            for (SourceRecord record : records) {
                views.ingest(List.of(record));
            }
            return views.customerCount();
        }
    }

    private static long customers(SourceRecord... records) {
        return customers(Constraints.shipped(), records);
    }

    @Test
    void twoVerifiedNationalNumbersAreTwoPeople() {
        assertThat(customers(verified("a", "310755123"), verified("b", "882134990")))
                .isEqualTo(2);
        assertThat(customers(Constraints.NONE, verified("a", "310755123"), verified("b", "882134990")))
                .isOne();
    }

    @Test
    void oneThatIsOnlyClaimedIsNoConflict() {
        SourceRecord claimed = person("b", "national-id", "882134990", Authentication.CLAIMED, Validity.ALWAYS);
        assertThat(customers(verified("a", "310755123"), claimed)).isOne();
    }

    @Test
    void aTypingErrorIsNoConflict() {
        assertThat(customers(verified("a", "310755123"), verified("b", "310755132")))
                .isOne();
        assertThat(customers(verified("a", "310755123"), verified("b", "31075512")))
                .isOne();
    }

    @Test
    void oneNumberAfterTheOtherIsNoConflict() {
        SourceRecord old = person("a", "national-id", "310755123", VERIFIED, BEFORE);
        SourceRecord young = person("b", "national-id", "882134990", VERIFIED, AFTER);
        assertThat(customers(old, young)).isOne();
        assertThat(customers(old, verified("b", "882134990"))).isEqualTo(2);
    }

    @Test
    void numbersOfTwoIssuersAreNoConflict() {
        SourceRecord one = person("a")
                .identifier(new Identifier("national-id", "NO", "310755123", VERIFIED, Validity.ALWAYS))
                .build();
        SourceRecord other = person("b")
                .identifier(new Identifier("national-id", "SE", "882134990", VERIFIED, Validity.ALWAYS))
                .build();
        assertThat(customers(one, other)).isOne();
    }

    @Test
    void aCheckDigitProvesWhereTheTypeDeclaresIt() {
        Constraints declared = Constraints.NONE.withExclusive("member", "", CheckDigit.LUHN);
        SourceRecord one = person("a", "member", "79927398713", Authentication.CLAIMED, Validity.ALWAYS);
        SourceRecord other = person("b", "member", "4539 1488 0343 6467", Authentication.CLAIMED, Validity.ALWAYS);
        SourceRecord wrong = person("b", "member", "4539 1488 0343 6468", Authentication.CLAIMED, Validity.ALWAYS);
        assertThat(customers(declared, one, other)).isEqualTo(2);
        assertThat(customers(declared, one, wrong)).isOne();
    }

    @Test
    void anAssertionOutranksIt() {
        try (CustomerViews views = CustomerViews.builder().build()) {
            SourceRecord a = verified("a", "310755123");
            SourceRecord b = verified("b", "882134990");
            views.ingest(List.of(a, b));
            assertThat(views.customerCount()).isEqualTo(2);
            views.ingest(List.of(new MatchAssertion(
                    new RecordKey("desk", "1"), Revision.UNKNOWN, a.key(), b.key(), Verdict.SAME, "clerk", "seen", 0)));
            assertThat(views.customerCount()).isOne();
        }
    }

    @Test
    void aLimitRefusesTheUnionThatHoldsTooMany() {
        Constraints one = Constraints.NONE.withLimit(Counted.BIRTH_DATE, "", 1);
        SourceRecord a = person("a").build();
        SourceRecord b = SourceRecord.builder(new RecordKey("crm", "b"))
                .name(PersonName.of("Vera", "Quistgaard"))
                .birthDate(PartialDate.parse("1980-04-03"))
                .medium(EmailAddress.of("vera.quistgaard@mail.test"))
                .medium(PhoneNumber.of("+44 20 7946 0018"))
                .build();
        assertThat(customers(one, a, b)).isEqualTo(2);
        assertThat(customers(Constraints.NONE.withLimit(Counted.BIRTH_DATE, "", 2), a, b))
                .isOne();
    }

    @Test
    void aRecordOverALimitByItselfUnitesWithItsEqual() {
        Constraints one = Constraints.NONE.withLimit(Counted.EMAIL, "", 1);
        SourceRecord a = person("a").medium(EmailAddress.of("vera@work.test")).build();
        SourceRecord b = person("b").medium(EmailAddress.of("vera@work.test")).build();
        assertThat(customers(one, a, b)).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "LUHN, 79927398713, true",
        "LUHN, 79927398710, false",
        "LUHN, 0000000a, false",
        "LUHN, 18, false",
        "MOD_97_10, 5493001kjtiigc8y1r12, true",
        "MOD_97_10, 5493001kjtiigc8y1r21, false",
        "MOD_97_10, 549-, false",
        "NONE, 79927398713, false",
    })
    void checkDigits(CheckDigit scheme, String value, boolean holds) {
        assertThat(scheme.holds(value)).isEqualTo(holds);
    }

    @Test
    void declarationsThatSayNothingAreRefused() {
        assertThatThrownBy(() -> new Constraints.Exclusive(" ", "", CheckDigit.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Constraints.Limit(Counted.EMAIL, "", 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Constraints.Limit(Counted.EMAIL, "card", 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Constraints.Limit(Counted.IDENTIFIER, "", 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

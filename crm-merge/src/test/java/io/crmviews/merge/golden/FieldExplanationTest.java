package io.crmviews.merge.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crmviews.merge.golden.FieldExplanation.Loss;
import io.crmviews.merge.json.JsonCodec;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.party.Authentication;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.Usage;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.FieldGroup;
import io.crmviews.model.profile.GoldenProfile;
import io.crmviews.model.profile.GoldenValue;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Why a field has its value, and why every other value lost. */
class FieldExplanationTest {

    private static final GoldenMerge MERGE = GoldenMerge.of(Survivorship.standard(), ValueForms.matching());

    private static SourceRecordBuilder record(String source, int year) {
        return SourceRecord.builder(new RecordKey(source, "1"))
                .revision(Revision.occurred(Instant.parse(year + "-01-01T00:00:00Z")));
    }

    private static List<LossReason> reasons(FieldExplanation explanation) {
        return explanation.lost().stream().map(Loss::reason).toList();
    }

    @Test
    void namesTheCriterionThatDecided() {
        FieldExplanation explanation = MERGE.explain(
                Field.of(Attribute.ADDRESS_CITY),
                List.of(
                        record("crm", 2020)
                                .medium(new PostalAddress(Usage.CURRENT, "1 Quay St", "", "Hull", "", "", ""))
                                .build(),
                        record("shop", 2024)
                                .medium(new PostalAddress(Usage.CURRENT, "9 Mill Ln", "", "York", "", "", ""))
                                .build(),
                        record("calls", 2025)
                                .medium(new PostalAddress(Usage.CURRENT, "", "", "Leeds", "", "", ""))
                                .build()));

        assertThat(explanation.kept()).extracting(Statement::text).containsExactly("York");
        assertThat(explanation.lost())
                .extracting(loss -> loss.value().text(), Loss::reason, Loss::criterion)
                .containsExactly(
                        tuple("Leeds", LossReason.CRITERION, "whole-first"),
                        tuple("Hull", LossReason.CRITERION, "most-recent"));
        assertThat(explanation.text())
                .contains("\"Hull\" of crm/1")
                .contains("the rule prefers another by most-recent");
        assertThat(explanation).hasToString("FieldExplanation[address.city]");
    }

    @Test
    void countsWhoStatesAValue() {
        FieldExplanation explanation = MERGE.explain(
                Field.of(Attribute.BIRTH_DATE),
                List.of(
                        record("crm", 2020)
                                .birthDate(PartialDate.parse("1980-03-04"))
                                .build(),
                        record("shop", 2021)
                                .birthDate(PartialDate.parse("1980-03-04"))
                                .build(),
                        record("calls", 2025)
                                .birthDate(PartialDate.parse("1980-04-03"))
                                .build(),
                        record("web", 2025)
                                .birthDate(PartialDate.parse("1900-01-01"))
                                .build()));

        assertThat(explanation.kept()).extracting(Statement::records).containsExactly(2);
        assertThat(reasons(explanation))
                .containsExactly(LossReason.FEWER_RECORDS, LossReason.SAME_VALUE, LossReason.UNUSABLE);
    }

    @Test
    void tellsWhatIsFormerAndWhatIsTheSameWrittenOtherwise() {
        FieldExplanation emails = MERGE.explain(
                Field.of(Attribute.EMAIL),
                List.of(
                        record("crm", 2020)
                                .medium(EmailAddress.of("Vera@mail.test"))
                                .build(),
                        record("shop", 2021)
                                .medium(EmailAddress.of("vera@mail.test"))
                                .medium(new EmailAddress(Usage.FORMER, "old@mail.test", Authentication.CLAIMED))
                                .build()));
        assertThat(emails.kept()).extracting(Statement::text).containsExactly("vera@mail.test");
        assertThat(reasons(emails)).containsExactly(LossReason.SAME_VALUE, LossReason.FORMER);
    }

    @Test
    void onePhoneInSeveralSpellingsIsOneValue() {
        List<SourceRecord> records = List.of(
                record("crm", 2020).medium(PhoneNumber.of("+44 20 7946 0018")).build(),
                record("shop", 2021).medium(PhoneNumber.of("020 7946 0018")).build(),
                record("calls", 2022).medium(PhoneNumber.of("+7 495 946 00 18")).build(),
                record("web", 2023).medium(PhoneNumber.of("8 (495) 946-00-18")).build());

        assertThat(MERGE.profile(records).values(Field.of(Attribute.PHONE)))
                .extracting(GoldenValue::text)
                .containsExactly("8 (495) 946-00-18", "020 7946 0018");
        assertThat(MERGE.explain(Field.of(Attribute.PHONE), records).kept()).hasSize(2);
    }

    @Test
    void aShortNumberThatTwoLongOnesEndWithStandsAlone() {
        List<SourceRecord> records = List.of(
                record("crm", 2020).medium(PhoneNumber.of("+44 20 7946 0018")).build(),
                record("shop", 2021).medium(PhoneNumber.of("+44 161 7946 0018")).build(),
                record("calls", 2022).medium(PhoneNumber.of("7946 0018")).build());

        assertThat(MERGE.profile(records).values(Field.of(Attribute.PHONE))).hasSize(3);
    }

    @Test
    void whoseNameIsWrittenWithCareAndWholeIsKept() {
        List<SourceRecord> records = List.of(
                record("loyalty", 2025)
                        .name(PersonName.of("ANNELIESE", "MUELLER"))
                        .build(),
                record("crm", 2020)
                        .name(PersonName.of("Anneliese", "Müller-Lüdenscheid"))
                        .build(),
                record("calls", 2026).name(PersonName.of("A.", "Mueller")).build());

        FieldExplanation family = MERGE.explain(Field.of(Attribute.NAME_FAMILY), records);

        assertThat(family.kept()).extracting(Statement::text).containsExactly("Müller-Lüdenscheid");
        assertThat(family.lost()).extracting(Loss::criterion).containsExactly("whole-first", "well-written");
    }

    @Provide
    Arbitrary<List<SourceRecord>> customers() {
        return Records.of(1, 6);
    }

    @Property(tries = 300)
    void whatIsKeptIsWhatTheProfileShowsAndEveryOtherValueLost(
            @ForAll("customers") List<SourceRecord> records, @ForAll Rule rule) {
        GoldenMerge merge = GoldenMerge.of(rules(rule), ValueForms.plain());
        GoldenProfile profile = merge.profile(records);
        for (Field field : List.of(
                Field.of(Attribute.EMAIL),
                Field.of(Attribute.BIRTH_DATE),
                Field.of(Attribute.NAME_FAMILY),
                Field.of(Attribute.ADDRESS_CITY),
                Field.of(Attribute.GENDER),
                Field.identifier("card"),
                Field.characteristic("points"))) {
            FieldExplanation explanation = merge.explain(field, records);
            assertThat(explanation.kept().stream().map(kept -> new GoldenValue(kept.text(), kept.record())))
                    .as("%s", field)
                    .isEqualTo(profile.values(field));
            assertThat(JsonCodec.fieldExplanations()
                            .read(JsonCodec.fieldExplanations().write(explanation))
                            .value())
                    .isEqualTo(explanation);
        }
        assertThat(emails(records)).isEqualTo(told(merge.explain(Field.of(Attribute.EMAIL), records)));
    }

    private static long emails(List<SourceRecord> records) {
        return records.stream()
                .flatMap(record -> record.media().stream()
                        .filter(EmailAddress.class::isInstance)
                        .map(medium -> record.key()
                                + medium.toString()
                                + ((EmailAddress) medium).value()
                                + ((EmailAddress) medium).authentication()))
                .distinct()
                .count();
    }

    private static long told(FieldExplanation explanation) {
        return Stream.concat(
                        explanation.kept().stream(), explanation.lost().stream().map(Loss::value))
                .distinct()
                .count();
    }

    private static Survivorship rules(Rule rule) {
        Survivorship.Builder rules = Survivorship.builder();
        for (FieldGroup group : FieldGroup.values()) {
            rules.rule(group, rule.strategy());
        }
        return rules.rule(FieldGroup.IDENTIFIER, Strategies.union(rule.strategy()))
                .build();
    }
}

package io.crmviews.merge.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.golden.PlainSurvivorship.Statement;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.FieldGroup;
import io.crmviews.model.profile.GoldenField;
import io.crmviews.model.profile.GoldenProfile;
import io.crmviews.model.profile.GoldenValue;
import io.crmviews.model.source.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of every strategy: order, parts and repetition change nothing, and a plain program chooses the same. */
class SurvivorshipLawsTest {

    private static final Field EMAIL = Field.of(Attribute.EMAIL);
    private static final Field POINTS = Field.characteristic("points");

    @Provide
    Arbitrary<List<SourceRecord>> customers() {
        return Records.of(1, 8);
    }

    @Provide
    Arbitrary<List<SourceRecord>> largeCustomers() {
        return Records.of(65, 80);
    }

    @Property(tries = 300)
    void aPlainProgramChoosesTheSame(
            @ForAll("customers") List<SourceRecord> records, @ForAll Rule rule, @ForAll boolean declared) {
        assertAgrees(records, rule, declared);
    }

    @Property(tries = 10)
    void aPlainProgramChoosesTheSameAmongManyRecords(
            @ForAll("largeCustomers") List<SourceRecord> records, @ForAll Rule rule) {
        assertAgrees(records, rule, true);
    }

    @Property(tries = 200)
    void theOrderOfRecordsChangesNothing(
            @ForAll("customers") List<SourceRecord> records, @ForAll Rule rule, @ForAll Random random) {
        GoldenMerge merge = GoldenMerge.of(rules(rule, true), ValueForms.plain());
        List<PreparedRecord> shuffled = prepare(merge, records);
        GoldenProfile straight = merge.merge(shuffled).profile();
        Collections.shuffle(shuffled, random);
        assertThat(merge.merge(shuffled).profile()).isEqualTo(straight);
    }

    @Property(tries = 200)
    void recordsThatArriveOneByOneGiveTheSameAsAllAtOnce(
            @ForAll("customers") List<SourceRecord> records, @ForAll Rule rule, @ForAll Random random) {
        GoldenMerge merge = GoldenMerge.of(rules(rule, true), ValueForms.plain());
        List<PreparedRecord> prepared = prepare(merge, records);
        int start = 1 + random.nextInt(prepared.size());
        Golden folded = merge.merge(prepared.subList(0, start));
        for (int size = start + 1; size <= prepared.size(); size++) {
            folded = merge.fold(folded, prepared.subList(0, size));
        }
        assertThat(folded.profile()).isEqualTo(merge.merge(prepared).profile());
    }

    @Property(tries = 100)
    void aRecordCountsOnce(@ForAll("customers") List<SourceRecord> records, @ForAll Rule rule) {
        GoldenMerge merge = GoldenMerge.of(rules(rule, true), ValueForms.plain());
        List<SourceRecord> twice = new ArrayList<>(records);
        twice.addAll(records);
        assertThat(merge.profile(twice)).isEqualTo(merge.profile(records));
    }

    @Property(tries = 100)
    void theTimeOfLearningIsNeverRead(@ForAll("customers") List<SourceRecord> records, @ForAll Random random) {
        GoldenMerge merge = GoldenMerge.of(Survivorship.standard(), ValueForms.plain());
        List<SourceRecord> learnt = records.stream()
                .map(record -> record.withRevision(learnt(record.revision(), random)))
                .toList();
        assertThat(merge.profile(learnt)).isEqualTo(merge.profile(records));
    }

    @Property(tries = 100)
    void thePartsOfANameAndOfAnAddressComeFromOneRecord(
            @ForAll("customers") List<SourceRecord> records, @ForAll Rule rule) {
        GoldenProfile profile =
                GoldenMerge.of(rules(rule, true), ValueForms.plain()).profile(records);
        for (FieldGroup group : List.of(FieldGroup.NAME, FieldGroup.ADDRESS)) {
            assertThat(profile.fields().stream()
                            .filter(field -> field.field().group() == group)
                            .map(field -> field.winner().record())
                            .distinct())
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    private static Revision learnt(Revision revision, Random random) {
        return revision.recorded(Instant.ofEpochSecond(random.nextInt()));
    }

    private static List<PreparedRecord> prepare(GoldenMerge merge, List<SourceRecord> records) {
        return new ArrayList<>(records.stream().map(merge::prepare).toList());
    }

    private static Survivorship rules(Rule rule, boolean declared) {
        Survivorship.Builder rules = Survivorship.builder();
        for (FieldGroup group : FieldGroup.values()) {
            rules.rule(group, rule.strategy());
        }
        rules.rule(FieldGroup.IDENTIFIER, Strategies.union(rule.strategy()));
        return declared ? rules.rule(POINTS, rule.strategy()).build() : rules.build();
    }

    private static void assertAgrees(List<SourceRecord> records, Rule rule, boolean declared) {
        GoldenProfile profile =
                GoldenMerge.of(rules(rule, declared), ValueForms.plain()).profile(records);
        assertWinner(profile, EMAIL, PlainSurvivorship.winner(PlainSurvivorship.emails(records), rule));
        assertWinner(
                profile,
                Field.of(Attribute.BIRTH_DATE),
                PlainSurvivorship.winner(PlainSurvivorship.dates(records), rule));
        assertWinner(profile, POINTS, PlainSurvivorship.winner(PlainSurvivorship.points(records), rule));
        assertWhole(
                profile.name(),
                profile,
                FieldGroup.NAME,
                PlainSurvivorship.winner(PlainSurvivorship.names(records), rule));
        assertWhole(
                profile.address(),
                profile,
                FieldGroup.ADDRESS,
                PlainSurvivorship.winner(PlainSurvivorship.addresses(records), rule));
        assertThat(profile.values(Field.identifier("card")))
                .isEqualTo(PlainSurvivorship.union(PlainSurvivorship.points(records), rule).stream()
                        .map(statement -> new GoldenValue(
                                statement.raw(), statement.record().key()))
                        .toList());
    }

    private static void assertWinner(GoldenProfile profile, Field field, Optional<Statement> winner) {
        assertThat(profile.field(field).map(GoldenField::values))
                .isEqualTo(winner.map(statement -> List.of(
                        new GoldenValue(statement.raw(), statement.record().key()))));
    }

    private static void assertWhole(
            Optional<?> actual, GoldenProfile profile, FieldGroup group, Optional<Statement> winner) {
        assertThat(actual.map(SurvivorshipLawsTest::parts))
                .isEqualTo(winner.map(statement -> parts(statement.value())));
        winner.ifPresent(statement -> assertThat(profile.fields())
                .filteredOn(field -> field.field().group() == group)
                .isNotEmpty()
                .allMatch(field ->
                        field.winner().record().equals(statement.record().key())));
    }

    private static List<String> parts(Object whole) {
        List<String> parts = new ArrayList<>();
        for (Attribute attribute : Attribute.values()) {
            if (attribute.group() == FieldGroup.NAME || attribute.group() == FieldGroup.ADDRESS) {
                parts.add(Parts.of(whole, attribute));
            }
        }
        return parts;
    }
}

package io.crmviews.merge.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.FieldGroup;
import io.crmviews.model.profile.GoldenProfile;
import io.crmviews.model.source.RecordKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Golden values go by the time of occurrence: old data that arrives late wins nothing, and arrival has no order. */
class TimeOfOccurrenceTest {

    private static final Field EMAIL = Field.of(Attribute.EMAIL);

    @Provide
    Arbitrary<List<SourceRecord>> customers() {
        return Records.of(2, 8);
    }

    private static GoldenMerge mostRecent() {
        Survivorship.Builder rules = Survivorship.builder();
        for (FieldGroup group : FieldGroup.values()) {
            rules.rule(group, Strategies.mostRecent());
        }
        return GoldenMerge.of(rules.build(), ValueForms.plain());
    }

    private static Instant at(List<SourceRecord> records, RecordKey key) {
        return records.stream()
                .filter(record -> record.key().equals(key))
                .map(record -> record.revision().occurredAt())
                .findFirst()
                .orElseThrow();
    }

    @Property(tries = 300)
    void lateArrivingOldDataNeverWinsOverNewer(@ForAll("customers") List<SourceRecord> records, @ForAll Random random) {
        GoldenMerge merge = mostRecent();
        List<SourceRecord> byTime = new ArrayList<>(records);
        byTime.sort(Comparator.comparing(record -> record.revision().occurredAt()));
        SourceRecord oldest = byTime.remove(0);
        GoldenProfile before = merge.profile(byTime);
        Collections.shuffle(byTime, random);
        byTime.add(oldest);
        GoldenProfile after = merge.profile(byTime);

        before.fields().forEach(field -> {
            RecordKey winner = after.field(field.field()).orElseThrow().winner().record();
            Instant was = at(records, field.winner().record());
            assertThat(winner.equals(oldest.key())
                            && oldest.revision().occurredAt().isBefore(was))
                    .as("%s of an older record that came last", field.field())
                    .isFalse();
        });
    }

    @Property(tries = 300)
    void theOrderOfArrivalChangesNothingOfTheShippedPolicy(
            @ForAll("customers") List<SourceRecord> records, @ForAll Random random) {
        GoldenMerge merge = GoldenMerge.of(Survivorship.standard(), ValueForms.matching());
        GoldenProfile batch = merge.profile(records);
        List<SourceRecord> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, random);
        List<PreparedRecord> arrived = new ArrayList<>(List.of(merge.prepare(shuffled.get(0))));
        Golden golden = merge.merge(arrived);
        for (SourceRecord record : shuffled.subList(1, shuffled.size())) {
            arrived.add(merge.prepare(record));
            golden = merge.fold(golden, arrived);
        }
        assertThat(golden.profile()).isEqualTo(batch);
        assertThat(golden.profile().values(EMAIL)).isEqualTo(batch.values(EMAIL));
    }
}

package io.crmviews.merge.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.GoldenProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Golden values go by the time of occurrence, and arrival has no order. */
class TimeOfOccurrenceTest {

    private static final Field EMAIL = Field.of(Attribute.EMAIL);

    @Provide
    Arbitrary<List<SourceRecord>> customers() {
        return Records.of(2, 8);
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

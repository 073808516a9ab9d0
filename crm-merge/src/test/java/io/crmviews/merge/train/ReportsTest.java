package io.crmviews.merge.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crmviews.merge.weigh.Frequencies.Kind;
import io.crmviews.merge.weigh.Model;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.source.RecordKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReportsTest {

    private static final People PEOPLE = People.of(400, 20, 3);

    @Test
    void aThresholdReportExpectsAboutTheTrueNumberOfPairs() {
        Model model = calibrated(PEOPLE.records());
        ThresholdReport report = ThresholdReport.of(PEOPLE.records(), model);
        long heavy = report.rows().stream()
                .filter(row -> row.bits() >= 3)
                .mapToLong(ThresholdReport.Row::pairs)
                .sum();
        // Some second records equal the first, and are one node with it.
        assertThat(heavy).isBetween(200L, 410L);
        ThresholdReport.Row first = report.rows().get(0);
        assertThat(first.expectedRecall()).isCloseTo(1, within(1e-9));
        for (int i = 1; i < report.rows().size(); i++) {
            assertThat(report.rows().get(i).expectedRecall())
                    .isLessThanOrEqualTo(report.rows().get(i - 1).expectedRecall());
        }
        assertThat(report.text()).contains("<- the model's threshold").contains("expected precision");
        List<SourceRecord> shuffled = new ArrayList<>(PEOPLE.records());
        Collections.shuffle(shuffled, new Random(1));
        assertThat(ThresholdReport.of(shuffled, model)).isEqualTo(report);
    }

    @Test
    void frequenciesOfTheSameRecordsHaveNotDrifted() {
        FrequencyDrift none = FrequencyDrift.of(calibrated(PEOPLE.records()), PEOPLE.records());
        assertThat(none.isLarge()).isFalse();
        assertThat(none.kinds()).allSatisfy(kind -> assertThat(kind.mostBits()).isZero());
        assertThat(none.text()).contains("The model still fits.");
    }

    @Test
    void anotherPopulationIsDrift() {
        List<SourceRecord> smiths = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            smiths.add(SourceRecord.builder(new RecordKey("s", "k" + i))
                    .name(PersonName.of("Jo" + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26) + "k", "Smith"))
                    .build());
        }
        FrequencyDrift drift = FrequencyDrift.of(calibrated(PEOPLE.records()), smiths);
        assertThat(drift.isLarge()).isTrue();
        assertThat(drift.kinds())
                .filteredOn(kind -> kind.kind() == Kind.WORD)
                .singleElement()
                .satisfies(kind -> assertThat(kind.meanBits()).isGreaterThan(1));
        assertThat(drift.text()).contains("time to calibrate again").doesNotContain("smith");
    }

    private static Model calibrated(List<SourceRecord> records) {
        Calibration calibration = new Calibration(Model.shipped());
        records.forEach(calibration::add);
        return calibration.model();
    }
}

package io.crmviews.merge.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.evaluate.ModelComparison.CustomerChange;
import io.crmviews.merge.train.Calibration;
import io.crmviews.merge.train.People;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.RecordKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModelComparisonTest {

    private static final People PEOPLE = People.of(150, 30, 4);
    private static final Model MODEL = calibrated();
    private static final Model STRICT = MODEL.with(MODEL.parameters().with(Parameter.MATCH, 30));

    @Test
    void aModelEqualsItself() {
        ModelComparison same = ModelComparison.of(PEOPLE.records(), MODEL, MODEL, 10);
        assertThat(List.of(same.merges(), same.splits(), same.recordsMoved())).containsOnly(0L);
        assertThat(same.customersBefore()).isEqualTo(same.customersAfter());
        assertThat(same.sample()).isEmpty();
    }

    @Test
    void aStricterModelSplitsWhatALooserOneMerges() {
        ModelComparison splits = ModelComparison.of(PEOPLE.records(), MODEL, STRICT, 5);
        assertThat(splits.merges()).isZero();
        assertThat(splits.splits()).isPositive();
        assertThat(splits.customersAfter()).isGreaterThanOrEqualTo(splits.customersBefore() + splits.splits());
        assertThat(splits.sample()).hasSize((int) Math.min(5, splits.splits()));
        CustomerChange change = splits.sample().get(0);
        assertThat(change.merge()).isFalse();
        assertThat(change.before().isMatch()).isTrue();
        assertThat(change.after().isMatch()).isFalse();
        assertThat(change.before().evidence()).isNotEmpty();
        ModelComparison back = ModelComparison.of(PEOPLE.records(), STRICT, MODEL, 5);
        assertThat(back.merges()).isEqualTo(splits.splits());
        assertThat(back.recordsMoved()).isEqualTo(splits.recordsMoved());
        assertThat(splits.text()).contains("would split", "Would split into 2 customers");
    }

    @Test
    void theSampleHangsOnNoOrder() {
        List<SourceRecord> shuffled = new ArrayList<>(PEOPLE.records());
        Collections.shuffle(shuffled, new Random(8));
        assertThat(ModelComparison.of(shuffled, MODEL, STRICT, 7))
                .isEqualTo(ModelComparison.of(PEOPLE.records(), MODEL, STRICT, 7));
    }

    @Test
    void aSweepFindsThatTheThresholdMatters() {
        ThresholdSweep sweep = ThresholdSweep.of(PEOPLE.records(), MODEL, PEOPLE.truth(), -2, 30);
        assertThat(sweep.rows()).hasSize(33);
        Evaluation atMatch = sweep.rows().get(5).evaluation();
        assertThat(sweep.rows().get(5).bits()).isEqualTo(3);
        assertThat(atMatch).isEqualTo(Evaluation.of(PEOPLE.truth(), Clustering.of(PEOPLE.records(), MODEL)));
        assertThat(sweep.best().evaluation().pairF1()).isGreaterThanOrEqualTo(atMatch.pairF1());
        assertThat(sweep.rows().get(32).evaluation().pairRecall()).isLessThan(atMatch.pairRecall());
        assertThat(sweep.text().lines()).hasSize(34);
    }

    @Test
    void theWorstErrorsComeWithTheirReasons() {
        Map<RecordKey, Long> strict = Clustering.of(PEOPLE.records(), STRICT);
        WorstErrors errors = WorstErrors.of(PEOPLE.records(), STRICT, PEOPLE.truth(), strict, 3);
        assertThat(errors.split()).hasSize(3).allSatisfy(error -> {
            assertThat(error.pairs()).isEqualTo(1);
            assertThat(error.why().together()).isFalse();
            assertThat(error.why().weight()).isLessThan(30 * Model.BIT);
            assertThat(PEOPLE.truth().get(error.why().a()))
                    .isEqualTo(PEOPLE.truth().get(error.why().b()));
        });
        assertThat(errors.merged()).isEmpty();
        Map<RecordKey, Integer> one = new java.util.HashMap<>();
        PEOPLE.truth().keySet().forEach(key -> one.put(key, 1));
        WorstErrors all = WorstErrors.of(PEOPLE.records(), MODEL, PEOPLE.truth(), one, 3);
        assertThat(all.merged()).singleElement().satisfies(error -> {
            assertThat(error.pairs()).isEqualTo(300L * 299 / 2 - 150);
            assertThat(error.why().together()).isTrue();
        });
        assertThat(all.split()).isEmpty();
        assertThat(all.text()).contains("put together, though not one");
    }

    @Test
    void decisionsOfReviewsAreATruth() {
        RecordKey a = new RecordKey("s", "a");
        RecordKey b = new RecordKey("s", "b");
        RecordKey c = new RecordKey("s", "c");
        List<MatchAssertion> decisions = List.of(
                decision(1, a, b, Verdict.SAME),
                decision(2, a, c, Verdict.DIFFERENT),
                decision(3, b, c, Verdict.UNSURE),
                decision(4, a, new RecordKey("s", "unknown"), Verdict.SAME));
        assertThat(PairEvaluation.of(decisions, Map.of(a, 1, b, 1, c, 2))).isEqualTo(new PairEvaluation(1, 0, 0, 1));
        assertThat(PairEvaluation.of(decisions, Map.of(a, 1, b, 2, c, 1))).isEqualTo(new PairEvaluation(0, 1, 1, 0));
    }

    private static MatchAssertion decision(int number, RecordKey a, RecordKey b, Verdict verdict) {
        return MatchAssertion.of(new RecordKey("desk", "d" + number), a, b, verdict, "reviewer", Instant.EPOCH);
    }

    private static Model calibrated() {
        Calibration calibration = new Calibration(Model.shipped());
        PEOPLE.records().forEach(calibration::add);
        return calibration.model();
    }
}

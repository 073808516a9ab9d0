package io.crmviews.merge.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.CustomerViews;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.Origin;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.source.RecordKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What went wrong elsewhere when weights were learnt, by the lines of our list. */
class PeerFailureTrainingTest {

    private static final People PEOPLE = People.of(700, 30, 22);

    private static Training training(Model base, List<SourceRecord> records) {
        Training training = new Training(base);
        records.forEach(training::add);
        return training;
    }

    private static Set<List<RecordKey>> customers(Model model, List<SourceRecord> records) {
        try (CustomerViews views = CustomerViews.builder().model(model).build()) {
            views.ingest(records);
            Set<List<RecordKey>> customers = new HashSet<>();
            views.forEachCustomer((id, keys) -> customers.add(keys));
            return customers;
        }
    }

    @Test
    void line22TheSameRecordsTrainTheSameModelAndItsRecallDoesNotVary() {
        Set<Model> models = new HashSet<>();
        Set<Set<List<RecordKey>>> outcomes = new HashSet<>();
        for (int seed = 0; seed < 3; seed++) {
            List<SourceRecord> sample = new ArrayList<>(PEOPLE.records());
            Collections.shuffle(sample, new Random(seed));
            Model trained = training(Model.shipped(), sample).finish().trained();
            models.add(trained);
            outcomes.add(customers(trained, sample));
        }
        assertThat(models).hasSize(1);
        assertThat(outcomes).hasSize(1);
        long found = outcomes.iterator().next().stream()
                .filter(keys -> keys.size() == 2)
                .filter(keys -> truth(keys.get(0)) == truth(keys.get(1)))
                .count();
        assertThat(found).as("pairs found of 700").isGreaterThan(690);
    }

    private static int truth(RecordKey key) {
        return PEOPLE.truth().getOrDefault(key, -1);
    }

    @Test
    void line26TheRoundLimitIsNotCalledConvergence() {
        Trained stopped = training(Model.shipped(), PEOPLE.records()).finish(1);
        assertThat(stopped.report().rounds()).isOne();
        assertThat(stopped.report().converged()).isFalse();
        assertThat(stopped.report().helps()).isFalse();
        assertThat(stopped.report().doubts()).contains("The estimates did not come to rest.");
        assertThat(stopped.report().text()).contains("not at rest after 1 rounds");
        assertThat(stopped.recommended()).isEqualTo(stopped.calibrated());

        Trained rested = training(Model.shipped(), PEOPLE.records()).finish();
        assertThat(rested.report().converged()).isTrue();
        assertThat(rested.report().rounds()).isLessThan(ExpectationMaximization.MOST_ROUNDS);
    }

    /** A level that no record of one load shows keeps a weight, and is learnt from the next load all the same. */
    @Test
    void line26NoLevelIsStuckAtZeroForEver() {
        Trained clean =
                training(Model.shipped(), People.of(700, 0, 26).records()).finish();
        for (TrainedLevel level : clean.report().levels()) {
            assertThat(level.used()).as("%s", level).isBetween(level.shipped() - 3, level.shipped() + 3);
            assertThat(level.estimate()).as("%s", level).isFinite();
        }
        TrainedLevel unseen = level(clean, Parameter.BIRTH_YEAR_MONTH);
        assertThat(unseen.matches()).isLessThan(10);
        assertThat(unseen.origin()).isNotEqualTo(Origin.ESTIMATED);

        TrainedLevel seen = level(training(clean.trained(), PEOPLE.records()).finish(), Parameter.BIRTH_YEAR_MONTH);
        assertThat(seen.origin()).isEqualTo(Origin.ESTIMATED);
        assertThat(seen.used()).isGreaterThan(unseen.used() + 1);
    }

    private static TrainedLevel level(Trained trained, Parameter parameter) {
        return trained.report().levels().stream()
                .filter(level -> level.parameter() == parameter)
                .findAny()
                .orElseThrow();
    }
}

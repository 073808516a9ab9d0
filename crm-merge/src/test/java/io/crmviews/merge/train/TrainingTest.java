package io.crmviews.merge.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.weigh.Evidence;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.Origin;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.merge.weigh.Parameters;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.Gender;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.source.RecordKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrainingTest {

    private static final People PEOPLE = People.of(900, 30, 17);
    private static final Trained TRAINED = train(PEOPLE.records());

    @Test
    void learnsThatDatesAreOftenAFewDaysOff() {
        TrainedLevel shifted = level(Parameter.BIRTH_YEAR_MONTH);
        assertThat(shifted.origin()).isEqualTo(Origin.ESTIMATED);
        assertThat(shifted.used()).isGreaterThan(shifted.shipped() + 1);
        assertThat(shifted.matches()).isBetween(20.0, 120.0);
        assertThat(TRAINED.report().converged()).isTrue();
        assertThat(TRAINED.report().helps()).isTrue();
        assertThat(TRAINED.report().matches()).isBetween(800.0, 1000.0);
        assertThat(TRAINED.recommended()).isEqualTo(TRAINED.trained());
    }

    @Test
    void isTheSameToTheBitForEveryOrder() {
        String checksum = TRAINED.trained().checksum();
        for (int seed = 0; seed < 3; seed++) {
            List<SourceRecord> shuffled = new ArrayList<>(PEOPLE.records());
            Collections.shuffle(shuffled, new Random(seed));
            Trained again = train(shuffled);
            assertThat(again).isEqualTo(TRAINED);
            assertThat(again.trained().checksum()).isEqualTo(checksum);
        }
    }

    @Test
    void saysOfEachLevelWhereItsWeightIsFrom() {
        Parameters trained = TRAINED.trained().parameters();
        Parameters calibrated = TRAINED.calibrated().parameters();
        Set<Parameter> told = EnumSet.noneOf(Parameter.class);
        for (TrainedLevel level : TRAINED.report().levels()) {
            told.add(level.parameter());
            boolean kept = level.origin() == Origin.NOT_ESTIMATED;
            assertThat(level.reason().isEmpty()).as("%s", level).isEqualTo(!kept);
            assertThat(trained.origin(level.parameter())).isEqualTo(level.origin());
            if (kept) {
                assertThat(trained.get(level.parameter())).isEqualTo(calibrated.get(level.parameter()));
            }
        }
        for (Parameter parameter : Parameter.values()) {
            if (!told.contains(parameter)) {
                assertThat(trained.get(parameter)).isEqualTo(calibrated.get(parameter));
                assertThat(trained.origin(parameter)).isEqualTo(calibrated.origin(parameter));
            }
        }
        assertThat(TRAINED.report().text())
                .contains("birth.year.month", "estimated", "Training is expected to help.")
                .doesNotContain(PEOPLE.records().get(0).key().key() + " ");
    }

    @Test
    void noNearMissEverPassesAnEqualValueOrFallsBelowADifferentOne() {
        Parameters trained = TRAINED.trained().parameters();
        for (Level level : Level.values()) {
            if (level.item == Evidence.Item.BIRTH_DATE) {
                assertThat(trained.get(level.parameter()))
                        .isBetween(trained.get(Parameter.BIRTH_DIFFERENT), trained.get(Parameter.BIRTH_EXACT));
            }
            assertThat(Math.abs(trained.get(level.parameter())
                            - Parameters.shipped().get(level.parameter())))
                    .isLessThanOrEqualTo(3 * Model.BIT);
        }
    }

    @Test
    void tellsPlainlyWhenItWouldNotHelp() {
        Trained few = train(People.of(40, 30, 5).records());
        assertThat(few.report().helps()).isFalse();
        assertThat(few.report().doubts())
                .contains(
                        "There are fewer than 1,000 records.", "Fewer than 200 pairs are expected to be one customer.");
        assertThat(few.recommended()).isEqualTo(few.calibrated());
        assertThat(few.report().text()).contains("not expected to help; keep the calibrated model");
        assertThat(train(List.of()).report().helps()).isFalse();
    }

    @Test
    void theCalibratedModelIsThatOfCalibration() {
        Calibration calibration = new Calibration(Model.shipped());
        PEOPLE.records().forEach(calibration::add);
        assertThat(TRAINED.calibrated()).isEqualTo(calibration.model());
    }

    /** A level that the scorer names otherwise would silently never be learnt. */
    @Test
    void theScorerNamesEveryLevelAsTrainingDoes() {
        Set<Level> seen = EnumSet.noneOf(Level.class);
        // Of no weight, the level is not written; so let it have one.
        Model model = Model.shipped().with(Parameters.shipped().with(Parameter.BIRTH_YEAR, 0.5));
        PairScorer scorer = new PairScorer(model);
        for (SourceRecord one : samples()) {
            for (SourceRecord other : samples()) {
                Prepared a = Prepared.of(Normaliser.features(one), model);
                Prepared b = Prepared.of(Normaliser.features(other), model);
                Observation pair =
                        new Observation(a.features(), b.features(), scorer.evidence(a, b), model.parameters());
                double weight = scorer.weight(a, b) / (double) Model.BIT;
                double[] bits = new double[Level.values().length];
                for (Level level : Level.values()) {
                    bits[level.ordinal()] = model.parameters().get(level.parameter()) / (double) Model.BIT;
                    if (pair.levels[level.item.ordinal()] == level) {
                        seen.add(level);
                    }
                }
                assertThat(pair.weight(bits)).isEqualTo(weight);
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(Level.values());
    }

    private static List<SourceRecord> samples() {
        List<SourceRecord> records = new ArrayList<>();
        String[] dates = {
            "1980-03-04",
            "1980-04-03",
            "1980-03-05",
            "1977-03-04",
            "1980-03-19",
            "1980-11-04",
            "1980-00-00",
            "1980-04-07",
            "1981-04-07",
            "1980-11-30",
            "1981-11-30",
            "1950-07-21"
        };
        for (int i = 0; i < dates.length; i++) {
            SourceRecordBuilder record = SourceRecord.builder(new RecordKey("s", "k" + i))
                    .name(i % 2 == 0 ? PersonName.of("Anna", "Quist") : PersonName.of("Robert", "Okafor"))
                    .gender(i % 3 == 0 ? Gender.FEMALE : Gender.MALE)
                    .birthDate(PartialDate.parse(dates[i]))
                    .medium(EmailAddress.of((i % 2 == 0 ? "anna" : "robertson") + "@mail.test"))
                    .medium(PhoneNumber.of(i % 3 == 2 ? "+44 161 496 0999" : "+44 20 7946 001" + i % 3))
                    .identifier(Identifier.of("card", i % 4 == 0 ? "abc77712345" : i % 4 == 1 ? "abc77712346" : "zz9"));
            records.add(record.build());
        }
        return records;
    }

    private static TrainedLevel level(Parameter parameter) {
        return TRAINED.report().levels().stream()
                .filter(level -> level.parameter() == parameter)
                .findFirst()
                .orElseThrow();
    }

    private static Trained train(List<SourceRecord> records) {
        Training training = new Training(Model.shipped());
        records.forEach(training::add);
        return training.finish();
    }
}

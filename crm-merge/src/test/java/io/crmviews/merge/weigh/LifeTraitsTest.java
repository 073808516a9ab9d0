package io.crmviews.merge.weigh;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.source.RecordKey;
import org.junit.jupiter.api.Test;

class LifeTraitsTest {

    private static final PairScorer SCORER = new PairScorer(Model.shipped());

    @Test
    void namesOfCharacteristicsAreReadWordByWord() {
        assertThat(Features.isPlace("birth_place")).isTrue();
        assertThat(Features.isPlace("placement")).isFalse();
        assertThat(Features.isOfLife("mother_maiden_name")).isTrue();
        assertThat(Features.isOfLife("birth order")).isTrue();
        assertThat(Features.isOfLife("motherboard")).isFalse();
    }

    @Test
    void whoseParentsDifferIsHardlyTheSame() {
        int same = weight("mother_maiden_name", "Zorbel", "Zorbel");
        int other = weight("mother_maiden_name", "Zorbel", "Quandrix");
        int colour = weight("colour", "Zorbel", "Quandrix");
        assertThat(other).isLessThan(colour - Model.BIT);
        assertThat(same).isGreaterThan(other + 4 * Model.BIT);
    }

    @Test
    void aPlaceWithItsCountryIsNearToThePlace() {
        int near = weight("birth_place", "Zorbelstadt, Quandria", "Zorbelstadt");
        assertThat(near)
                .isGreaterThan(weight("birth_place", "Zorbelstadt", "Quandria"))
                .isLessThan(weight("birth_place", "Zorbelstadt", "Zorbelstadt"));
    }

    private static int weight(String name, String one, String other) {
        return SCORER.weight(prepared(name, one), prepared(name, other));
    }

    private static Prepared prepared(String name, String value) {
        SourceRecord record = SourceRecord.builder(new RecordKey("t", "1"))
                .name(PersonName.of("Ana", "Dupont"))
                .characteristic(name, value)
                .build();
        return Prepared.of(Normaliser.features(record), SCORER.model());
    }
}

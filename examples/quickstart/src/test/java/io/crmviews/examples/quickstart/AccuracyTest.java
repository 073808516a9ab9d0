package io.crmviews.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class AccuracyTest {

    private static final Map<String, Integer> TRUTH = Map.of("a", 1, "b", 1, "c", 1, "d", 2);

    @Test
    void equalGroupingsAreEqualWhateverTheirNames() {
        Accuracy accuracy = Accuracy.of(Map.of("a", "x", "b", "x", "c", "x", "d", "y"), TRUTH);

        assertThat(accuracy.pairs()).isEqualTo(new Accuracy.Measure(1, 1));
        assertThat(accuracy.bCubed()).isEqualTo(new Accuracy.Measure(1, 1));
    }

    @Test
    void aWrongGroupingIsCounted() {
        Accuracy accuracy = Accuracy.of(Map.of("a", "x", "b", "x", "c", "y", "d", "y"), TRUTH);

        assertThat(accuracy.pairs()).isEqualTo(new Accuracy.Measure(1 / 2.0, 1 / 3.0));
        assertThat(accuracy.pairs().f1()).isEqualTo(0.4, within(1e-9));
        assertThat(accuracy.bCubed().precision()).isEqualTo(0.75, within(1e-9));
        assertThat(accuracy.bCubed().recall()).isEqualTo((2 / 3.0 + 2 / 3.0 + 1 / 3.0 + 1) / 4, within(1e-9));
    }

    @Test
    void nothingJoinedIsPreciseAndUseless() {
        Accuracy accuracy = Accuracy.of(Map.of("a", 1, "b", 2, "c", 3, "d", 4), TRUTH);

        assertThat(accuracy.pairs()).isEqualTo(new Accuracy.Measure(1, 0));
        assertThat(accuracy.pairs().f1()).isZero();
    }
}

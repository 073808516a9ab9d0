package io.crmviews.merge.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.model.party.PartialDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DateLevelTest {

    @Test
    void datesOfWhichNoPartIsKnownTwiceSayNothing() {
        assertThat(DateLevel.of(new PartialDate(1980, 0, 0), new PartialDate(0, 5, 12)))
                .isEqualTo(DateLevel.UNKNOWN);
        assertThat(DateLevel.of(new PartialDate(1980, 0, 0), new PartialDate(1980, 5, 12)))
                .isEqualTo(DateLevel.PARTIAL);
        assertThat(DateLevel.of(new PartialDate(1980, 0, 0), new PartialDate(1981, 5, 12)))
                .isEqualTo(DateLevel.DIFFERENT);
    }

    @Test
    void theFirstOfJanuaryStandsForADayThatIsNotKnown() {
        assertThat(DateLevel.of(new PartialDate(1843, 1, 1), new PartialDate(1865, 1, 1)))
                .isEqualTo(DateLevel.DIFFERENT);
        assertThat(DateLevel.of(new PartialDate(1843, 5, 17), new PartialDate(1865, 5, 17)))
                .isEqualTo(DateLevel.MONTH_DAY);
    }

    @Property
    void theLevelIsSymmetric(
            @ForAll @IntRange(min = 1978, max = 1990) int y1,
            @ForAll @IntRange(max = 12) int m1,
            @ForAll @IntRange(max = 28) int d1,
            @ForAll @IntRange(min = 1978, max = 1990) int y2,
            @ForAll @IntRange(max = 12) int m2,
            @ForAll @IntRange(max = 28) int d2) {
        PartialDate a = new PartialDate(y1, m1, d1);
        PartialDate b = new PartialDate(y2, m2, d2);
        assertThat(DateLevel.of(a, b)).isEqualTo(DateLevel.of(b, a));
    }
}

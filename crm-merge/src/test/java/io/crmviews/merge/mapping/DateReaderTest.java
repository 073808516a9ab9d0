package io.crmviews.merge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.model.party.PartialDate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateReaderTest {

    private static final DateReader READER = new DateReader(DateReader.FIRST_YEAR);

    private static String read(String text, DateOrder order) {
        return READER.read(text, order).stream().map(PartialDate::iso).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "none",
            value = {
                "1979-05-23; 1979-05-23",
                "19790523; 1979-05-23",
                "23.5.1979; 1979-05-23",
                "1.1.1979; 1979-01-01",
                "23/05/79; 1979-05-23",
                "05/23/1979; 1979-05-23",
                "23051979; 1979-05-23",
                "1979/5/23; 1979-05-23",
                "23 May 1979; 1979-05-23",
                "May 23, 1979; 1979-05-23",
                "23. März 1979; 1979-03-23",
                "23 de mayo de 1979; 1979-05-23",
                "le 23 août 1979; 1979-08-23",
                "23-MAY-79; 1979-05-23",
                "January 1958; 1958-01-00",
                "1958; 1958-00-00",
                "1979-05; 1979-05-00",
                "05/1979; 1979-05-00",
                "1979-05-23T00:00:00Z; 1979-05-23",
                "1979-05-23 10:30; 1979-05-23",
                "1979.0; 1979-00-00",
                "19790523.0; 1979-05-23",
                "23.05. 1969; 1969-05-23",
                "23.05 1969; 1969-05-23",
                "19860 104; 1986-01-04",
                "1979, 1980 or 1981; 1979-00-00 1980-00-00 1981-00-00",
                "21.11.1964 / 1965; 1964-11-21 1965-00-00",
                "on or around 3.4.1973; 1973-04-03",
                "circa 1958; 1958-00-00",
                "1979-00-00; 1979-00-00",
                "19790532; 1979-05-00",
                "19791305; 1979-00-05",
                "1979a523; 1979-00-23",
                "31/02/1979; 1979-02-00",
                "2/29/1980; 1980-02-29",
                "unknown; none",
                "before 1964; none",
                "12; none",
                "555-123-4567; none",
                "99999999999999999999; none"
            })
    void readsWhatPeopleWrite(String text, String expected) {
        assertThat(read(text, DateOrder.DAY_FIRST)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource({
        "04/05/1979,DAY_FIRST,1979-05-04",
        "04/05/1979,MONTH_FIRST,1979-04-05",
        "04/05/1979,YEAR_FIRST,1979-05-04",
        "79-04-05,DAY_FIRST,1979-04-05",
        "04-05-06,YEAR_FIRST,2004-05-06",
        "040579,DAY_FIRST,1979-05-04",
        "790405,YEAR_FIRST,1979-04-05",
        "01/02/26,DAY_FIRST,2026-02-01",
        "01/02/27,DAY_FIRST,1927-02-01"
    })
    void theOrderDecidesWhatIsAmbiguous(String text, DateOrder order, String expected) {
        assertThat(read(text, order)).isEqualTo(expected);
    }

    @Property
    void isoDatesComeBack(
            @ForAll @IntRange(min = 1800, max = 2099) int year,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(min = 1, max = 28) int day,
            @ForAll DateOrder order) {
        PartialDate date = new PartialDate(year, month, day);
        assertThat(READER.read(date.iso(), order)).containsExactly(date);
        assertThat(READER.read(date.iso().replace("-", ""), order)).containsExactly(date);
    }

    @Property
    void noTextBreaksIt(@ForAll @StringLength(max = 40) String text, @ForAll DateOrder order) {
        assertThat(READER.read(text, order)).isNotNull();
    }

    @Property
    void noRowOfDigitsAndSeparatorsBreaksIt(
            @ForAll @net.jqwik.api.constraints.CharRange(from = '-', to = '9') @StringLength(max = 20) String text,
            @ForAll DateOrder order) {
        assertThat(READER.read(text, order)).isNotNull();
    }
}

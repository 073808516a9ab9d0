package io.crmviews.merge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmviews.merge.explain.Forecast;
import io.crmviews.merge.explain.Samples;
import io.crmviews.model.source.RecordKey;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Explanations survive being written and read, whatever the keys of records hold. */
class ExplainJsonTest {

    @Property(tries = 200)
    void whatIsReadEqualsWhatWasWritten(
            @ForAll @StringLength(min = 1, max = 12) String one,
            @ForAll @StringLength(min = 1, max = 12) String other) {
        RecordKey a = new RecordKey("crm", "k" + one);
        RecordKey b = new RecordKey("s" + other, "k" + one);
        RecordKey c = new RecordKey("till", "k" + other);
        check(JsonCodec.explanations(), Samples.pair(a, b));
        check(JsonCodec.separations(), Samples.separation(a, b));
        check(JsonCodec.formations(), Samples.formation(a, b, c, a));
        check(JsonCodec.forecasts(), Samples.forecast(a, b));
        check(JsonCodec.forecasts(), new Forecast(a, false, List.of(), List.of(), List.of(), List.of()));
        check(JsonCodec.searches(), Samples.search(a));
    }

    private static <T> void check(JsonCodec<T> codec, T value) {
        String json = codec.write(value);
        Document<T> read = codec.read(json);
        assertThat(read.value()).isEqualTo(value);
        assertThat(codec.write(read)).isEqualTo(json);
        assertThat(read.unknown()).isEmpty();
    }

    @Test
    void theWordsAreThoseOfTheGuide() {
        String json = JsonCodec.separations()
                .write(Samples.separation(new RecordKey("crm", "1"), new RecordKey("shop", "2")));
        assertThat(json)
                .contains(
                        "\"cause\":\"refused\"",
                        "\"item\":\"family_name\"",
                        "{\"type\":\"phone\",\"state\":\"one_sided\"}",
                        "\"reason\":\"asserted_different\"",
                        "\"threshold\":2048");
    }

    @Test
    void aWeightThatIsNoneIsRefused() {
        assertThatThrownBy(() -> JsonCodec.explanations()
                        .read("{\"a\":{\"source\":\"crm\",\"key\":\"1\"},\"b\":{\"source\":\"crm\",\"key\":\"2\"},"
                                + "\"weight\":99999999999,\"threshold\":1}"))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageContaining("/weight");
    }
}

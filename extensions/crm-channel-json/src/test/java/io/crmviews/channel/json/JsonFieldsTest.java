package io.crmviews.channel.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {

    private final JsonFields json = JsonFields.upTo(20);

    @Test
    void keepsEveryValueAsItIs() throws Exception {
        Map<String, ?> fields = JsonFields.of(
                json.read(
                        "{\"a\":\" x\\u0000\",\"n\":9007199254740993,\"d\":1.50,\"t\":true,\"no\":null,\"l\":[1,null,{\"k\":\"v\"}]}"));
        assertThat(fields)
                .isEqualTo(Map.of(
                        "a",
                        " x\u0000",
                        "n",
                        9007199254740993L,
                        "d",
                        new BigDecimal("1.50"),
                        "t",
                        true,
                        "l",
                        List.of(1L, Map.of("k", "v"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}",
                "{} x",
                "{\"a\":\"\\uD800\"}",
                "{\"a\":1e5000}",
                "{\"a\":\"123456789012345678901\"}",
                "{bad"
            })
    void refusesWhatCannotBeCarriedWithoutQuotingIt(String text) {
        assertThatThrownBy(() -> JsonFields.of(json.read(text)))
                .isInstanceOfSatisfying(
                        UnusableJsonException.class,
                        e -> assertThat(e.reason()).endsWith(".").doesNotContain("bad", "12345"));
    }

    @Test
    void boundsTheDepth() {
        assertThatThrownBy(() -> json.read("[".repeat(61) + "]".repeat(61))).isInstanceOf(UnusableJsonException.class);
    }
}

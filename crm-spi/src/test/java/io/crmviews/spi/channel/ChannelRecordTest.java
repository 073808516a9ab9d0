package io.crmviews.spi.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChannelRecordTest {

    private static ChannelRecord.Builder record() {
        return ChannelRecord.builder("customers", "c1");
    }

    @Test
    void carriesEveryTypeOfValue() {
        Map<String, Object> values = Map.of(
                "text",
                "Ann",
                "whole",
                1L,
                "decimal",
                new BigDecimal("1.50"),
                "flag",
                true,
                "instant",
                Instant.EPOCH,
                "date",
                LocalDate.EPOCH,
                "list",
                List.of(1L, List.of("x")),
                "map",
                Map.of("a", Map.of("b", "c")));

        assertThat(record().fields(values).build().fields()).isEqualTo(values);
    }

    @Test
    void refusesOtherValuesAtAnyDepth() {
        assertThatThrownBy(() -> record().field("n", 1).build()).hasMessageContaining("java.lang.Integer");
        assertThatThrownBy(() -> record().field("n", List.of(Map.of("x", 1.5))).build())
                .hasMessageContaining("java.lang.Double");
        assertThatThrownBy(() -> record().field("n", Map.of(1L, "x")).build()).hasMessageContaining("names of fields");
        Map<String, Object> withNull = new HashMap<>();
        withNull.put("a", null);
        assertThatThrownBy(() -> record().fields(withNull).build()).hasMessageContaining("never null");
        Object deep = "x";
        for (int i = 0; i < 100; i++) {
            deep = List.of(deep);
        }
        Object tooDeep = deep;
        assertThatThrownBy(() -> record().field("n", tooDeep).build()).hasMessageContaining("deeper than 64");
    }

    @Test
    void isImmutableDeeply() {
        List<Object> list = new ArrayList<>(List.of("x"));
        ChannelRecord record = record().field("list", list).build();
        list.add("y");

        assertThat(record.fields()).isEqualTo(Map.of("list", List.of("x")));
        assertThatThrownBy(() -> record.fields().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((List<?>) record.fields().getOrDefault("list", "")).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void needsStreamKeyAndASensibleSequence() {
        assertThatThrownBy(() -> ChannelRecord.builder(" ", "k").build()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ChannelRecord.builder("s", "").build()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> record().sequence(-2).build()).isInstanceOf(IllegalArgumentException.class);
        assertThat(record().sequence(Long.MAX_VALUE).build().sequence()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void isEqualByAllButThePosition() {
        ChannelRecord one = record().field("a", "1").position("a.csv line 2").build();

        assertThat(one)
                .isEqualTo(record().field("a", "1").position("b.csv line 9").build());
        assertThat(one).hasSameHashCodeAs(record().field("a", "1").build());
        assertThat(one).isNotEqualTo(record().field("a", "2").build());
        assertThat(one)
                .isNotEqualTo(
                        record().field("a", "1").op(ChannelRecord.Op.EVENT).build());
        assertThat(one)
                .isNotEqualTo(record().field("a", "1").occurredAt(Instant.EPOCH).build());
        assertThat(one).isNotEqualTo(record().field("a", "1").sequence(1).build());
    }

    @Test
    void showsNoValue() {
        assertThat(record().field("name", "Marked").build()).hasToString("ChannelRecord[UPSERT customers/c1]");
        assertThat(Reject.of(
                        "customers",
                        "line 2",
                        "It is bad.",
                        "Marked".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .hasToString("Reject[customers, line 2, It is bad.]");
    }
}

package io.crmviews.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.Config;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReadingTest {

    @TempDir
    Path folder;

    private Reading read(String text) {
        Reading.write(folder.resolve("calls.jsonl"), text);
        return Reading.all(Reading.folder(folder));
    }

    @Test
    void keepsTypesAndNesting() {
        Reading reading = read("\uFEFF{\"id\":7,\"name\":\"Zo\\u00eb \\ud83d\\ude00 \\u0000\",\"sum\":1.50,"
                + "\"big\":12345678901234567890,\"ok\":true,\"gone\":null,"
                + "\"lines\":[{\"sku\":\"a\",\"n\":1},null,[2]],\"at\":{\"shop\":\"x\",\"till\":null}}\r\n\r\n");

        assertThat(reading.rejects()).isEmpty();
        ChannelRecord record = reading.records().get(0);
        assertThat(record.key()).isEqualTo("7");
        assertThat(record.fields())
                .isEqualTo(Map.of(
                        "id",
                        7L,
                        "name",
                        "Zo\u00EB \uD83D\uDE00 \0",
                        "sum",
                        new BigDecimal("1.50"),
                        "big",
                        new BigDecimal("12345678901234567890"),
                        "ok",
                        true,
                        "lines",
                        List.of(Map.of("sku", "a", "n", 1L), List.of(2L)),
                        "at",
                        Map.of("shop", "x")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":1|The line is not valid JSON.",
                "{\"id\":1} x|The line is not valid JSON.",
                "{\"id\":1,\"id\":2}|The line is not valid JSON.",
                "{\"id\":NaN}|The line is not valid JSON.",
                "[1]|The line is not a JSON object.",
                "\"id\"|The line is not a JSON object.",
                "{\"name\":\"Ann\"}|There is no key field; looked for record_id, id, key, calls_id, call_id.",
                "{\"id\":null}|There is no key field; looked for record_id, id, key, calls_id, call_id.",
                "{\"id\":\" \"}|The key field id is empty.",
                "{\"id\":1.5}|The key field id is neither text nor a whole number.",
                "{\"id\":{}}|The key field id is neither text nor a whole number.",
                "{\"id\":1,\"n\":1e99999}|A number has an exponent beyond 1000.",
                "{\"id\":1,\"n\":\"\\ud83d\"}|A text holds half a character (a lone surrogate)."
            })
    void rejectsBadLinesAndReadsTheRest(String line, String reason) {
        Reading reading = read("{\"id\":1}\n" + line + "\n{\"id\":3}\n");

        assertThat(reading.keys()).containsExactly("1", "3");
        assertThat(reading.problems()).containsExactly("calls.jsonl line 2: " + reason);
    }

    @Test
    void rejectsWhatIsTooLargeOrTooDeep() {
        String line = "{\"id\":2,\"a\":\"" + "x".repeat((1 << 20) + 1) + "\"}\n";
        String deep = "{\"id\":3,\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}\n";
        String huge = "{\"id\":4,\"a\":\"" + "x".repeat(17 << 20) + "\"}\n";
        Reading reading =
                read("{\"id\":1,\"a\":\"" + "x".repeat(1 << 20) + "\"}\n" + line + deep + huge + "{\"id\":5}\n");

        assertThat(reading.keys()).containsExactly("1", "5");
        assertThat(reading.rejects())
                .hasSize(3)
                .allSatisfy(it -> assertThat(it.raw()).hasSize(1 << 16));
    }

    @Test
    void readsTheTimeOfOccurrence() {
        Reading.write(
                folder.resolve("calls.jsonl"), "{\"id\":1,\"at\":\"2026-03-01\"}\n{\"id\":2,\"at\":5}\n{\"id\":3}\n");
        Config config = Config.builder()
                .set("folder", folder.toString())
                .set("time", "at")
                .build();
        Reading reading = Reading.all(config);

        assertThat(reading.records().stream().map(ChannelRecord::occurredAt))
                .containsExactly(Instant.parse("2026-03-01T00:00:00Z"), Instant.MIN);
        assertThat(reading.problems())
                .containsExactly("calls.jsonl line 2: The time field at is not a time in ISO 8601.");
    }

    @Test
    void quotesNoValueInReasons() {
        Reading reading = read("{\"id\":\"Marked\n{\"Marked\":Marked}\n");

        assertThat(reading.rejects()).hasSize(2).noneMatch(it -> it.toString().contains("Marked"));
    }
}

package io.crmviews.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.Config;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingTest {

    @TempDir
    Path folder;

    private Reading read(String text) {
        Reading.write(folder.resolve("people.csv"), text);
        return Reading.all(Reading.folder(folder));
    }

    @Test
    void makesARecordOfEachLine() {
        Reading reading = read("id,name,city\n1,Ann,\n2,\"O'Neill, \"\"Bo\"\"\",Cork\n");

        assertThat(reading.rejects()).isEmpty();
        assertThat(reading.records())
                .containsExactly(
                        ChannelRecord.builder("people", "1")
                                .field("id", "1")
                                .field("name", "Ann")
                                .build(),
                        ChannelRecord.builder("people", "2")
                                .field("id", "2")
                                .field("name", "O'Neill, \"Bo\"")
                                .field("city", "Cork")
                                .build());
        assertThat(reading.records().get(1).position()).isEqualTo("people.csv line 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void detectsTheDelimiter(String delimiter) {
        Reading reading = read("id|name|\"a,b;c,d;e,f\"\n1|Ann|x\n".replace("|", delimiter));

        assertThat(reading.records().get(0).fields()).isEqualTo(Map.of("id", "1", "name", "Ann", "a,b;c,d;e,f", "x"));
    }

    @Test
    void takesTheConfiguredDelimiter() {
        Reading.write(folder.resolve("people.csv"), "id;a,b,c\n1;x\n");
        Config config = Config.builder()
                .set("folder", folder.toString())
                .set("delimiter", "semicolon")
                .build();

        assertThat(Reading.all(config).records().get(0).fields()).isEqualTo(Map.of("id", "1", "a,b,c", "x"));
    }

    @ParameterizedTest
    @CsvSource({"\\n", "\\r\\n", "\\r"})
    void acceptsEveryLineEnd(String escaped) {
        String end = escaped.replace("\\r", "\r").replace("\\n", "\n");
        Reading reading = read(String.join(end, "id,name", "1,Ann", "", "2,\"a" + end + "b\"", "3,Cy"));

        assertThat(reading.keys()).containsExactly("1", "2", "3");
        assertThat(reading.records().get(1).fields()).containsEntry("name", "a" + end + "b");
        assertThat(reading.records().get(2).position()).isEqualTo("people.csv line 6");
        assertThat(reading.rejects()).isEmpty();
    }

    @Test
    void keepsOddText() {
        String odd = "  \uD83D\uDE00 Zo\u00EB \0 \u202Ex \uFFFD \u0130 ";
        Reading reading = read("\uFEFFid,name\n1,\"" + odd + "\"\n2," + odd + "\n");

        assertThat(reading.records()).allSatisfy(it -> assertThat(it.fields()).containsEntry("name", odd));
        assertThat(reading.keys()).containsExactly("1", "2");
    }

    @Test
    void rejectsBadLinesAndReadsTheRest() {
        byte[] text = """
                id,name,city
                1,Ann,Cork
                2,"Bo"x,Cork
                3,Cy
                4,D\001i,Cork
                ,Ed,Cork
                6,Flo,Cork,more
                7,Gus,Cork
                """.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < text.length; i++) {
            text[i] = text[i] == 1 ? (byte) 0xE4 : text[i];
        }
        Reading.write(folder.resolve("people.csv"), text);
        Reading reading = Reading.all(Reading.folder(folder));

        assertThat(reading.keys()).containsExactly("1", "7");
        assertThat(reading.problems())
                .containsExactly(
                        "people.csv line 3: The quoting is broken: a closing quote is followed by more text.",
                        "people.csv line 4: The record has 2 columns where the header has 3.",
                        "people.csv line 5: The record is not valid UTF-8.",
                        "people.csv line 6: The key field id is empty.",
                        "people.csv line 7: The record has 4 columns where the header has 3.");
        assertThat(reading.rejects().get(2).raw())
                .isEqualTo(new byte[] {'4', ',', 'D', (byte) 0xE4, 'i', ',', 'C', 'o', 'r', 'k'});
        assertThat(reading.rejects().get(2).stream()).isEqualTo("people");
    }

    @Test
    void givesUpOnlyTheLineThatOpensAQuote() {
        Reading reading = read("id,name\n1,\"Ann\n2,Bo\n3,Cy\n");

        assertThat(reading.keys()).containsExactly("2", "3");
        assertThat(reading.problems())
                .containsExactly("people.csv line 2: The quoting is broken: a quote is opened and never closed.");
        assertThat(reading.rejects().get(0).raw()).isEqualTo("1,\"Ann\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void givesUpOnlyTheFirstLineWhenALaterQuoteClosesBadly() {
        Reading reading = read("id,name\n1,\"Ann\n2,\"Bo\"\n3,\"Cy\"\n");

        assertThat(reading.keys()).containsExactly("2", "3");
        assertThat(reading.rejects()).hasSize(1);
    }

    @Test
    void manyUnclosedQuotesCostLinearTime() {
        StringBuilder text = new StringBuilder("id,name\n");
        for (int i = 0; i < 200_001; i++) {
            text.append(i).append(",\"a\n");
        }
        Reading reading = read(text.toString());

        assertThat(reading.records().size() + reading.rejects().size()).isEqualTo(200_001);
    }

    @Test
    void rejectsFieldsThatAreTooLargeWithBoundedBytes() {
        String large = "x".repeat(10 << 20);
        Reading reading = read("id,name\n1," + large + "\n2,\"" + large + "\n" + large + "\"\n3," + "y".repeat(1 << 20)
                + "\n4,\"" + "z".repeat(1 << 20) + "\"\n");

        assertThat(reading.keys()).containsExactly("3", "4");
        assertThat(reading.problems())
                .containsExactly(
                        "people.csv line 2: A field has more than the allowed 1048576 bytes, or the record more than"
                                + " 16777216.",
                        "people.csv line 3: A field has more than the allowed 1048576 bytes, or the record more than"
                                + " 16777216.");
        assertThat(reading.rejects()).allSatisfy(it -> assertThat(it.raw()).hasSize(1 << 16));
    }

    @Test
    void limitsFieldsAsConfigured() {
        Reading.write(folder.resolve("people.csv"), "id,name\n1,abcd\n2,abcdefghi\n");
        Config config = Config.builder()
                .set("folder", folder.toString())
                .set("maxFieldBytes", "4")
                .build();

        assertThat(Reading.all(config).keys()).containsExactly("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|The file is empty.",
                "\\n\\n|The file holds nothing but blank lines.",
                "id,name,id\\n1,a,2|The header names the column 3 like an earlier one; column names must differ.",
                "name,city\\nAnn,Cork|There is no key field; looked for record_id, id, key, people_id.",
                "<html>\\n|The file is not CSV: it looks like XML or HTML.",
                "[{\\n|The file is not CSV: it looks like JSON, whose suffix is jsonl.",
                "\"id,name\\n|The header cannot be read: The quoting is broken: a quote is opened and never closed.",
                "i\\0d,name\\n|The file is not CSV: its first line holds a NUL byte."
            })
    void rejectsAWholeFileOnceAndReadsTheOthers(String escaped, String reason) {
        Reading.write(folder.resolve("others.csv"), "id\n1\n");
        Reading reading = read(escaped.replace("\\n", "\n").replace("\\0", "\0"));

        assertThat(reading.problems()).containsExactly("people.csv line 1: " + reason);
        assertThat(reading.keys()).containsExactly("1");
        Reading again = Reading.all(Reading.folder(folder), reading.checkpoint(), 10);
        assertThat(again.rejects()).isEmpty();
    }

    @Test
    void rejectsBinaryFiles() {
        Reading.write(folder.resolve("a.csv"), new byte[] {(byte) 0xFF, (byte) 0xFE, 'i', 0});
        Reading.write(folder.resolve("b.csv"), new byte[] {0x1F, (byte) 0x8B, 8, 0});
        Reading.write(folder.resolve("c.csv"), new byte[] {'i', 'd', ',', (byte) 0xE4, '\n', '1', ',', '2', '\n'});

        assertThat(Reading.all(Reading.folder(folder)).problems())
                .containsExactly(
                        "a.csv line 1: The file is in UTF-16; UTF-8 is needed.",
                        "b.csv line 1: The file is compressed; plain text is needed.",
                        "c.csv line 1: The file is not CSV in UTF-8: its header has invalid bytes.");
    }

    @Test
    void aHeaderAloneIsNoRecordAndNoReject() {
        Reading reading = read("id,name");

        assertThat(reading.records()).isEmpty();
        assertThat(reading.rejects()).isEmpty();
    }

    @Test
    void namesNamelessColumns() {
        assertThat(read(",id\nx,1\n").records().get(0).fields()).isEqualTo(Map.of("column_1", "x", "id", "1"));
    }

    @Test
    void findsTheKeyOfEachStream() {
        Reading.write(folder.resolve("Companies.csv"), "name,Company_ID\nAcme,c1\n");
        Reading.write(folder.resolve("orders.csv"), "orders_id,id\no1,i1\n");
        Reading.write(folder.resolve("visits.csv"), "number,id\nv1,i1\n");
        Config config = Config.builder()
                .set("folder", folder.toString())
                .set("key", "visits=number")
                .set("events", "visits")
                .build();

        Reading reading = Reading.all(config);
        assertThat(reading.keys()).containsExactly("c1", "i1", "v1");
        assertThat(reading.records().get(2).op()).isEqualTo(ChannelRecord.Op.EVENT);
    }

    @Test
    void readsTheTimeOfOccurrence() {
        Reading.write(folder.resolve("visits.csv"), """
                id,at
                1,2026-03-01
                2,2026-03-01T10:00:00Z
                3,2026-03-01 10:00:00
                4,2026-03-01T10:00:00+02:00
                5,1/3/26
                6,
                """);
        Config config = Config.builder()
                .set("folder", folder.toString())
                .set("time", "visits=at")
                .build();

        Reading reading = Reading.all(config);
        assertThat(reading.records().stream().map(ChannelRecord::occurredAt))
                .containsExactly(
                        Instant.parse("2026-03-01T00:00:00Z"),
                        Instant.parse("2026-03-01T10:00:00Z"),
                        Instant.parse("2026-03-01T10:00:00Z"),
                        Instant.parse("2026-03-01T08:00:00Z"),
                        Instant.MIN);
        assertThat(reading.problems())
                .containsExactly("visits.csv line 6: The time field at is not a time in ISO 8601.");
    }

    @Test
    void quotesNoValueInReasons() {
        Reading reading = read("id,name\n1,\"Marked\"Value\n2,Marked,Value\n,MarkedValue\n");

        assertThat(reading.rejects()).hasSize(3).noneMatch(it -> it.toString().contains("Marked"));
    }
}

package io.crmviews.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.source.RecordKey;
import io.crmviews.testdata.ChannelFiles.Written;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChannelFilesTest {

    private static final Population PEOPLE = new Population(400, 3);

    @TempDir
    private Path dir;

    @Test
    void eachChannelHasFilesOfItsOwn() throws IOException {
        Written written = ChannelFiles.write(PEOPLE, dir);

        assertThat(contents(dir).keySet())
                .contains(
                        "channels/branch/customers.csv",
                        "channels/branch/consents.csv",
                        "channels/web/accounts.jsonl",
                        "channels/estore/buyers.jsonl",
                        "channels/callcentre/contacts.csv",
                        "channels/forum/members.jsonl",
                        "channels/loyalty/cards.csv",
                        "truth/customers.csv",
                        "truth/records.csv",
                        "truth/events.csv");
        assertThat(written.records()).isEqualTo((int) PEOPLE.records().count());
        assertThat(written.records() + written.events())
                .isEqualTo((int) PEOPLE.facts().count());
        assertThat(written.torn()).isPositive();
    }

    @Test
    void theSamePopulationGivesTheSameBytes() throws IOException {
        ChannelFiles.write(PEOPLE, dir.resolve("one"));
        ChannelFiles.write(PEOPLE, dir.resolve("two"));

        assertThat(contents(dir.resolve("one"))).isEqualTo(contents(dir.resolve("two")));
    }

    @Test
    void theTruthNamesEveryRecord() throws IOException {
        ChannelFiles.write(PEOPLE, dir);

        Map<RecordKey, Integer> expected =
                PEOPLE.records().collect(Collectors.toMap(told -> told.fact().key(), Told::customer));
        Truth truth = Truth.read(dir);
        assertThat(truth.customers()).isEqualTo(expected);
        assertThat(truth.phenomena()).containsOnlyKeys(expected.keySet());
        assertThat(truth.households()).hasSize(400).containsEntry(0, 0);
        assertThat(Files.readAllLines(dir.resolve("truth/customers.csv"))).hasSize(401);
    }

    @Test
    void everyRecordStandsInTheFileOfItsChannel() throws IOException {
        Written written = ChannelFiles.write(PEOPLE, dir);

        for (Touchpoint at : Touchpoint.values()) {
            Path file = written.channels().resolve(at.id()).resolve(RecordFiles.file(at));
            String text = Files.readString(file);
            assertThat(PEOPLE.facts(at).map(Told::fact).filter(SourceRecord.class::isInstance))
                    .allMatch(fact -> text.contains(fact.key().key()));
        }
    }

    @Test
    void csvQuotesAndJsonEscapes() {
        assertThat(Csv.line("a", "b,c", "say \"x\"", "")).isEqualTo("a,\"b,c\",\"say \"\"x\"\"\",");
        assertThat(new Json()
                        .put("a", "1\"\n")
                        .put("b", "")
                        .begin("c")
                        .bare("d", "2")
                        .end()
                        .line())
                .isEqualTo("{\"a\":\"1\\\"\\u000a\",\"c\":{\"d\":2}}");
    }

    private static Map<String, List<String>> contents(Path dir) throws IOException {
        try (Stream<Path> files = Files.walk(dir)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> dir.relativize(file).toString(),
                            ChannelFilesTest::lines,
                            (a, b) -> a,
                            TreeMap::new));
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

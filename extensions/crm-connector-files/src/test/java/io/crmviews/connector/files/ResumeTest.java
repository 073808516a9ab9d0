package io.crmviews.connector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ReadLimit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTest {

    @TempDir
    Path folder;

    private Path calls;
    private Path people;

    @BeforeEach
    void someFiles() {
        calls = folder.resolve("calls.jsonl");
        people = folder.resolve("people.csv");
        StringBuilder csv = new StringBuilder("\uFEFFid,name\r\n");
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            csv.append(i).append(i % 7 == 3 ? ",too,many\r\n" : ",\"Zo\u00EB\n" + i + "\"\r\n");
            json.append(i % 5 == 2 ? "{bad" : "{\"id\":\"c" + i + "\",\"text\":\"\uD83D\uDE00\"}")
                    .append('\n');
        }
        Reading.write(people, csv + "last,line without end");
        Reading.write(calls, json.toString());
        Reading.write(folder.resolve("empty.csv"), "");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void resumesFromEveryCheckpointWithoutLoss(int batchSize) {
        Config config = Reading.folder(folder);
        Reading whole = Reading.all(config, Checkpoint.START, batchSize);
        assertThat(whole.records()).hasSize(32 + 34 + 1);
        assertThat(whole.rejects()).hasSize(8 + 6 + 1);

        List<Object> before = new ArrayList<>();
        for (Batch batch : whole.batches) {
            before.addAll(batch.records());
            before.addAll(batch.rejects());
            Reading rest = Reading.all(config, batch.checkpoint(), batchSize);
            List<Object> all = new ArrayList<>(before);
            all.addAll(rest.records());
            all.addAll(rest.rejects());
            List<Object> expected = new ArrayList<>(whole.records());
            expected.addAll(whole.rejects());
            assertThat(all).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void deliversTheSameAtEveryBatchSize() {
        Reading whole = Reading.all(Reading.folder(folder));
        for (int size : new int[] {1, 2, 5, 11}) {
            Reading other = Reading.all(Reading.folder(folder), Checkpoint.START, size);
            assertThat(other.records()).isEqualTo(whole.records());
            assertThat(other.records().stream().map(ChannelRecord::position))
                    .isEqualTo(whole.records().stream()
                            .map(ChannelRecord::position)
                            .toList());
            assertThat(other.rejects()).isEqualTo(whole.rejects());
            assertThat(other.batches)
                    .allMatch(it -> it.records().size() + it.rejects().size() <= size);
        }
    }

    @Test
    void boundsBatchesByBytes() throws Exception {
        try (ChannelSource source =
                new FilesConnector().openSource(Reading.folder(folder), Checkpoint.START, Reading.CONTEXT)) {
            Batch batch = source.read(ReadLimit.of(1000, 1, Duration.ZERO));
            assertThat(batch.records().size() + batch.rejects().size()).isEqualTo(1);
        }
    }

    @Test
    void readsOnWhatWasAppended() throws Exception {
        try (ChannelSource source =
                new FilesConnector().openSource(Reading.folder(folder), Checkpoint.START, Reading.CONTEXT)) {
            Reading first = Reading.toEnd(source, 10);
            assertThat(Reading.toEnd(source, 10).records()).isEmpty();

            Files.writeString(calls, "{\"id\":\"new\"}\n", StandardOpenOption.APPEND);
            assertThat(Reading.toEnd(source, 10).keys()).containsExactly("new");
            assertThat(Reading.all(Reading.folder(folder), first.checkpoint(), 10)
                            .keys())
                    .containsExactly("new");
        }
    }

    @Test
    void readsALastLineAgainOnceItHasGrown() throws Exception {
        Reading first = Reading.all(Reading.folder(folder));
        assertThat(first.records().get(first.records().size() - 1).fields()).containsEntry("name", "line without end");

        Files.writeString(people, " yet\r\n", StandardOpenOption.APPEND);
        Reading second = Reading.all(Reading.folder(folder), first.checkpoint(), 10);
        assertThat(second.records())
                .containsExactly(ChannelRecord.builder("people", "last")
                        .field("id", "last")
                        .field("name", "line without end yet")
                        .build());
        assertThat(Reading.all(Reading.folder(folder), second.checkpoint(), 10).records())
                .isEmpty();
    }

    @Test
    void readsAReplacedFileAgainEvenIfOnlyOneDigitChanged() throws Exception {
        Reading first = Reading.all(Reading.folder(folder));
        String text = Files.readString(calls);
        Files.writeString(calls, text.replace("\"c20\"", "\"d20\"") + "{\"id\":\"more\"}\n");

        Reading second = Reading.all(Reading.folder(folder), first.checkpoint(), 10);
        assertThat(second.keys()).hasSize(33).contains("d20", "c0", "more");
    }

    @Test
    void readsAShorterFileAgain() throws Exception {
        Reading first = Reading.all(Reading.folder(folder));
        Files.writeString(calls, "{\"id\":\"only\"}\n");

        assertThat(Reading.all(Reading.folder(folder), first.checkpoint(), 10).keys())
                .containsExactly("only");
    }

    @Test
    void aTouchedFileIsNotReadAgain() throws Exception {
        Reading first = Reading.all(Reading.folder(folder));
        Files.setLastModifiedTime(calls, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));

        assertThat(Reading.all(Reading.folder(folder), first.checkpoint(), 10).records())
                .isEmpty();
    }

    @Test
    void seesNewFilesAndForgetsRemovedOnes() throws Exception {
        Reading first = Reading.all(Reading.folder(folder));
        Files.delete(people);
        Reading.write(folder.resolve("zoo.csv"), "id\nz\n");

        Reading second = Reading.all(Reading.folder(folder), first.checkpoint(), 10);
        assertThat(second.keys()).containsExactly("z");
        assertThat(second.checkpoint().text()).doesNotContain("people");
    }

    @Test
    void anEmptyFileThatIsFilledIsRead() throws Exception {
        Reading first = Reading.all(Reading.folder(folder));
        Files.writeString(folder.resolve("empty.csv"), "id\ne\n");

        assertThat(Reading.all(Reading.folder(folder), first.checkpoint(), 10).keys())
                .containsExactly("e");
    }

    @Test
    void isHeardUpToTheOldestOrTheNewestFile() throws Exception {
        Instant oldest = Instant.parse("2026-01-01T00:00:00Z");
        Instant newest = Instant.parse("2026-02-01T00:00:00Z");
        Files.setLastModifiedTime(people, FileTime.from(oldest));
        Files.setLastModifiedTime(folder.resolve("empty.csv"), FileTime.from(newest));
        Files.setLastModifiedTime(calls, FileTime.from(newest));

        Reading reading = Reading.all(Reading.folder(folder), Checkpoint.START, 10);
        assertThat(reading.last().heardUpTo()).isEqualTo(oldest);
        assertThat(reading.batches.get(0).heardUpTo()).isEqualTo(Instant.MIN);
        Config config = Config.builder()
                .set("folder", folder.toString())
                .set("heardUpTo", "newest")
                .build();
        assertThat(Reading.all(config).last().heardUpTo()).isEqualTo(newest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "{}",
                "[]",
                "{\"version\":2,\"files\":{}}",
                "{\"version\":1,\"files\":[]}",
                "{\"version\":1,\"files\":{\"a\":1}}",
                "{\"version\":1,\"files\":{\"a\":[1,2]}}",
                "{\"version\":1,\"files\":{\"a\":[-1,1,1,1,1]}}",
                "{\"version\":1,\"files\":{\"a\":[1,0,1,1,1]}}",
                "{\"version\":1,\"files\":{\"a\":[1,1,1,\"x\",1]}}",
                "{\"version\":1,\"files\":{\"a\":[99999999999999999999,1,1,1,1]}}"
            })
    void refusesACheckpointOfSomebodyElse(String text) {
        assertThatThrownBy(() ->
                        new FilesConnector().openSource(Reading.folder(folder), Checkpoint.of(text), Reading.CONTEXT))
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.kind()).isEqualTo(ConnectorException.Kind.DATA));
    }

    @Test
    void isClosedTwiceWithoutHarmAndThenRefusesToRead() throws Exception {
        ChannelSource source =
                new FilesConnector().openSource(Reading.folder(folder), Checkpoint.START, Reading.CONTEXT);
        source.read(ReadLimit.of(1, 1000, Duration.ZERO));
        source.close();
        source.close();

        assertThatThrownBy(() -> source.read(ReadLimit.of(1, 1000, Duration.ZERO)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anInterruptEndsReading() throws Exception {
        try (ChannelSource source =
                new FilesConnector().openSource(Reading.folder(folder), Checkpoint.START, Reading.CONTEXT)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> source.read(ReadLimit.of(10, 1000, Duration.ZERO)))
                    .isInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    @Test
    void aFolderThatVanishesIsTransient() throws Exception {
        Path gone = Files.createDirectory(folder.resolve("sub"));
        try (ChannelSource source =
                new FilesConnector().openSource(Reading.folder(gone), Checkpoint.START, Reading.CONTEXT)) {
            Files.delete(gone);
            assertThatThrownBy(() -> source.read(ReadLimit.of(10, 1000, Duration.ZERO)))
                    .isInstanceOfSatisfying(
                            ConnectorException.class,
                            e -> assertThat(e.kind()).isEqualTo(ConnectorException.Kind.TRANSIENT));
        }
    }

    @Test
    void readsListedFilesOfAnySuffixInTheirOrder() {
        Path text = folder.resolve("list.txt");
        Reading.write(text, "id\nt\n");
        Config config = Config.builder()
                .set("files", text.toString(), people.toString())
                .build();

        assertThat(Reading.all(config, Checkpoint.START, 1).keys()).startsWith("t", "0", "1");
    }

    @Test
    void refusesMoreFilesThanACheckpointCanName() {
        for (int i = 0; i < 2000; i++) {
            Reading.write(folder.resolve("part-with-a-long-name-" + i + ".csv"), "id\n" + i + "\n");
        }
        assertThatThrownBy(() -> {
                    try (ChannelSource source = new FilesConnector()
                            .openSource(Reading.folder(folder), Checkpoint.START, Reading.CONTEXT)) {
                        source.read(ReadLimit.of(100_000, 1 << 20, Duration.ZERO));
                    }
                })
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.kind()).isEqualTo(ConnectorException.Kind.CONFIG));
    }
}

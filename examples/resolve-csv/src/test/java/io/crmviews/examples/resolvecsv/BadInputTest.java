package io.crmviews.examples.resolvecsv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each fault ends the program with code 2 and one sentence that names the place, and leaves nothing behind. */
class BadInputTest {

    private static final String GOOD = "record_id,name\n1,Ann Smith\n2,Bob Miller\n";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int run(String... arguments) {
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        PrintStream output = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new ResolveCsv(new LibraryEngine(), output, errors).run(arguments);
    }

    private void refused(Path file, String... words) {
        assertThat(run("--in", file.toString(), "--out", target().toString())).isEqualTo(2);
        says(words);
    }

    private void says(String... words) {
        String sentence = err.toString(StandardCharsets.UTF_8);
        assertThat(sentence.strip()).contains(words).endsWith(".").doesNotContain("\n", "Exception");
    }

    private Path target() {
        return folder.resolve("clusters.csv");
    }

    @AfterEach
    void nothingIsWritten() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("clusters") || name.endsWith(".part"));
        }
    }

    @Test
    void binaryContent() throws IOException {
        refused(
                Files.write(folder.resolve("a.csv"), new byte[] {0x50, 0x4b, 3, 4, 0, 0, 10}),
                "a.csv, line 1, column 3");
    }

    @Test
    void anotherKindOfText() throws IOException {
        refused(file("a.csv", "{\"a\": 1}\n{\"a\": 2}\n"), "a.csv, line 1");
    }

    @Test
    void aQuoteThatIsNeverClosed() throws IOException {
        refused(file("a.csv", GOOD + "3,\"Carl\n4,Dora\n"), "a.csv, line 4, column 3", "never closed");
    }

    @Test
    void textBehindAClosingQuote() throws IOException {
        refused(file("a.csv", GOOD + "3,\"Carl\" X\n"), "a.csv, line 4, column 8", "closing quote");
    }

    @Test
    void aQuoteInsideAField() throws IOException {
        refused(file("a.csv", GOOD + "3,Carl \"X\"\n"), "a.csv, line 4", "quote");
    }

    @Test
    void badBytes() throws IOException {
        Path file = file("a.csv", GOOD);
        byte[] latin = "3,J\u00e9r\u00f4me\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, latin, java.nio.file.StandardOpenOption.APPEND);
        refused(file, "a.csv, line 4, column 4", "UTF-8");
    }

    @Test
    void anEmptyFile() throws IOException {
        refused(file("a.csv", ""), "a.csv is empty");
    }

    @Test
    void aHeaderAlone() throws IOException {
        refused(file("a.csv", "record_id,name\n"), "a.csv", "no records");
    }

    @Test
    void noIdColumn() throws IOException {
        refused(file("a.csv", "nr,name\n1,Ann\n"), "a.csv, line 1", "--id COLUMN");
    }

    @Test
    void anIdColumnThatIsNotThere() throws IOException {
        Path file = file("a.csv", GOOD);
        assertThat(run("--in", file.toString(), "--out", target().toString(), "--id", "key"))
                .isEqualTo(2);
        says("a.csv, line 1", "key");
    }

    @Test
    void aRepeatedId() throws IOException {
        refused(file("a.csv", GOOD + "1,Carl\n"), "a.csv, line 4", "id");
    }

    @Test
    void anIdRepeatedInAnotherFile() throws IOException {
        Path one = file("a.csv", GOOD);
        Path two = file("b.csv", "record_id,name\n7,Eve\n2,Bob\n");
        assertThat(run("--in", one.toString(), two.toString(), "--out", target().toString()))
                .isEqualTo(2);
        says("b.csv, line 3");
    }

    @Test
    void anEmptyId() throws IOException {
        refused(file("a.csv", GOOD + ",Carl\n"), "a.csv, line 4", "no id");
    }

    @Test
    void aShortRow() throws IOException {
        refused(file("a.csv", GOOD + "3\n"), "a.csv, line 4", "1 fields", "2");
    }

    @Test
    void twoColumnsOfOneName() throws IOException {
        refused(file("a.csv", "record_id,name,name\n1,a,b\n"), "a.csv, line 1", "column 3");
    }

    @Test
    void aFieldOfTenMegabytes() throws IOException {
        refused(file("a.csv", GOOD + "3,\"" + "x".repeat(10_000_000) + "\"\n"), "a.csv, line 4", "longer than");
    }

    @Test
    void aFileThatIsNotThere() {
        refused(folder.resolve("none.csv"), "none.csv does not exist");
    }

    @Test
    void aFolderAsInput() throws IOException {
        refused(Files.createDirectory(folder.resolve("sub")), "sub is a folder");
    }

    @Test
    void aFileThatMayNotBeRead() throws IOException {
        Path file = file("a.csv", GOOD);
        Assumptions.assumeTrue(
                file.toFile().setReadable(false) && !Files.isReadable(file), "this user reads everything");
        refused(file, "a.csv cannot be read");
    }

    @Test
    void anOutputFolderThatIsNotThere() throws IOException {
        Path file = file("a.csv", GOOD);
        assertThat(run(
                        "--in",
                        file.toString(),
                        "--out",
                        folder.resolve("no/clusters.csv").toString()))
                .isEqualTo(2);
        says("does not exist");
    }

    @Test
    void anInputAsOutput() throws IOException {
        Path file = file("a.csv", GOOD);
        assertThat(run("--in", file.toString(), "--out", file.toString())).isEqualTo(2);
        says("as well as the output");
        assertThat(file).hasContent(GOOD);
    }

    @Test
    void aMappingThatNamesAnUnknownMember() throws IOException {
        mapped("{\"crmMapping\":1,\"name\":\"m\",\"version\":\"1\",\"streams\":{\"*\":{\"nmaes\":[]}}}");
        says("m.json", "/streams/*", "nmaes", "Did you mean \"names\"?");
    }

    @Test
    void aMappingThatReadsAnUnknownColumn() throws IOException {
        mapped("{\"crmMapping\":1,\"name\":\"m\",\"version\":\"1\",\"streams\":"
                + "{\"*\":{\"names\":[{\"as\":\"party\",\"text\":\"nmae\"}]}}}");
        says("m.json", "\"nmae\"", "a.csv");
    }

    @Test
    void aMappingThatIsNoJson() throws IOException {
        mapped("{\"crmMapping\":1,\n  nonsense");
        says("m.json", "line 2");
    }

    @Test
    void aMappingThatIsNotThere() throws IOException {
        Path file = file("a.csv", GOOD);
        int code = run(
                "--in",
                file.toString(),
                "--out",
                target().toString(),
                "--mapping",
                folder.resolve("no.json").toString());
        assertThat(code).isEqualTo(2);
        says("no.json", "does not exist");
    }

    private void mapped(String document) throws IOException {
        Path file = file("a.csv", GOOD);
        Path mapping = file("m.json", document);
        int code = run("--in", file.toString(), "--out", target().toString(), "--mapping", mapping.toString());
        assertThat(code).isEqualTo(2);
    }

    @Test
    void aRowThatTheMappingRefuses() throws IOException {
        Path file = file("a.csv", GOOD + "3,\n");
        Path mapping = file(
                "m.json",
                "{\"crmMapping\":1,\"name\":\"m\",\"version\":\"1\",\"streams\":{\"*\":"
                        + "{\"names\":[{\"as\":\"party\",\"text\":{\"path\":\"name\",\"required\":true}}]}}}");
        int code = run("--in", file.toString(), "--out", target().toString(), "--mapping", mapping.toString());
        assertThat(code).isEqualTo(2);
        says("a.csv, line 4", "name", "/streams/*/names/0/text");
    }

    @Test
    void optionsThatAreNotKnownOrComplete() {
        assertThat(run("--ni", "x")).isEqualTo(2);
        says("--ni");
        assertThat(run("--in")).isEqualTo(2);
        assertThat(run("--in", "x.csv")).isEqualTo(2);
        assertThat(run("x.csv")).isEqualTo(2);
    }

    @Test
    void aTruthThatIsNone() throws IOException {
        Path file = file("a.csv", GOOD);
        assertThat(run("--in", file.toString(), "--out", target().toString(), "--truth", file.toString()))
                .isEqualTo(2);
        says("a.csv, line 1", "entity_id");
    }
}

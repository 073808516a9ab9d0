package io.crmviews.examples.resolvecsv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelOptionsTest {

    private static final String PEOPLE = """
            record_id,given_name,surname,dob,email
            1,Annabel,Featherstone,1979-05-23,annabel.featherstone@example.org
            2,Gordon,Blackwood,1950-01-02,gordon.blackwood@example.org
            3,Anabel,Featherstone,1979-05-23,annabel.featherstone@example.org
            "4,x",Gordon,Blackwood,1950-01-02,gordon.blackwood@example.org
            5,Priscilla,Oakenshaw,1988-11-30,
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String in = "";

    @BeforeEach
    void writeInput() throws IOException {
        in = Files.writeString(folder.resolve("people.csv"), PEOPLE).toString();
    }

    private int run(String... arguments) {
        PrintStream output = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new ResolveCsv(new LibraryEngine(), output, errors).run(arguments);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    @Test
    void pairsAreWrittenWithoutClustering() throws IOException {
        assertThat(run("--in", in, "--pairs", file("pairs.csv"))).isZero();
        List<String> lines = text("pairs.csv").lines().toList();
        assertThat(lines.get(0)).isEqualTo("left_id,right_id,weight,decision");
        assertThat(lines).hasSize(3);
        assertThat(lines).anyMatch(line -> line.matches("1,3,[0-9]+\\.[0-9]{3},match"));
        // Equal records are a pair as well.
        assertThat(lines).anyMatch(line -> line.matches("2,\"4,x\",[0-9]+\\.[0-9]{3},match"));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("2 pairs weigh enough for a review");
    }

    @Test
    void trainingOnFewRecordsSaysThatItDoesNotHelpAndChangesNothing() throws IOException {
        assertThat(run("--in", in, "--out", file("plain.csv"))).isZero();
        assertThat(run("--in", in, "--out", file("trained.csv"), "--train")).isZero();
        assertThat(text("trained.csv")).isEqualTo(text("plain.csv"));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "Training is not expected to help; keep the calibrated model. There are fewer than 1,000 records.");
    }

    @Test
    void aSavedModelGivesTheSameResult() throws IOException {
        assertThat(run("--in", in, "--out", file("one.csv"), "--save-model", file("model.json")))
                .isZero();
        assertThat(run("--in", in, "--out", file("two.csv"), "--model", file("model.json")))
                .isZero();
        assertThat(text("two.csv")).isEqualTo(text("one.csv"));
        assertThat(text("model.json")).contains("\"crmModel\" : 1").doesNotContain("eatherstone");
    }

    @Test
    void aModelThatIsCutOffIsRefused() throws IOException {
        assertThat(run("--in", in, "--out", file("one.csv"), "--save-model", file("model.json")))
                .isZero();
        String model = text("model.json");
        Files.writeString(folder.resolve("model.json"), model.substring(0, model.indexOf("\"caps\"")));
        assertThat(run("--in", in, "--out", file("two.csv"), "--model", file("model.json")))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("model.json: ")
                .contains("before it is complete");
        assertThat(folder.resolve("two.csv")).doesNotExist();
        assertThat(run("--in", in, "--out", file("two.csv"), "--model", file("none.json")))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("it does not exist");
    }

    @Test
    void optionsThatContradictEachOtherAreRefused() {
        assertThat(run("--in", in)).isEqualTo(2);
        assertThat(run("--in", in, "--pairs", file("p.csv"), "--truth", file("t.csv")))
                .isEqualTo(2);
        assertThat(run("--in", in, "--out", file("c.csv"), "--train", "--model", file("m.json")))
                .isEqualTo(2);
        assertThat(run("--in", in, "--pairs", in)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Both --in FILE and --out FILE are needed")
                .contains("need --out FILE")
                .contains("only one of them can hold")
                .contains("is an input as well as the output");
    }
}

package io.crmviews.examples.resolvecsv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolveCsvTest {

    private static final String PEOPLE = """
            record_id,source,given_name,surname,dob,email
            1,shop,Annabel,Featherstone,1979-05-23,annabel.featherstone@example.org
            2,shop,Gordon,Blackwood,1950-01-02,gordon.blackwood@example.org
            3,branch,Anabel,Featherstone,1979-05-23,annabel.featherstone@example.org
            "4,x",branch,Priscilla,Oakenshaw,1988-11-30,
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        PrintStream output = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new ResolveCsv(new LibraryEngine(), output, errors).run(arguments);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, String> clusters(Path file) throws BadInputException {
        Map<String, String> clusters = new HashMap<>();
        try (CsvReader reader = new CsvReader(file)) {
            assertThat(reader.header()).containsExactly("record_id", "cluster_id");
            List<String> row = new java.util.ArrayList<>();
            while (reader.next(row)) {
                clusters.put(row.get(0), row.get(1));
            }
        }
        return clusters;
    }

    @Test
    void recordsOfOnePersonShareACluster() throws IOException, BadInputException {
        Path in = Files.writeString(folder.resolve("people.csv"), PEOPLE);
        Path target = folder.resolve("clusters.csv");
        assertThat(run("--in", in.toString(), "--out", target.toString())).isZero();
        Map<String, String> clusters = clusters(target);
        assertThat(clusters).containsOnlyKeys("1", "2", "3", "4,x");
        assertThat(clusters.get("1")).isEqualTo(clusters.get("3")).isNotEqualTo(clusters.get("2"));
        assertThat(printed()).contains("given_name  given name", "dob         birth date", "4 records, 3 clusters");
        assertThat(err.size()).as("no progress unless wanted").isZero();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(in, target);
        }
    }

    @Test
    void severalFilesAnIdColumnStatisticsAndTruth() throws IOException {
        Path one = Files.writeString(folder.resolve("one.csv"), PEOPLE.replace("record_id", "nr"));
        Path two = Files.writeString(
                folder.resolve("two.csv"),
                "nr;full_name;e-mail\r\n7;Featherstone, Annabel;annabel.featherstone@example.org\r\n");
        Path truth =
                Files.writeString(folder.resolve("truth.csv"), "record_id,entity_id\n1,A\n3,A\n2,B\n\"4,x\",C\n7,A\n");
        Path stats = folder.resolve("stats.json");
        int code = run(
                "--in",
                one.toString(),
                two.toString(),
                "--id",
                "nr",
                "--out",
                folder.resolve("c.csv").toString(),
                "--json-stats",
                stats.toString(),
                "--truth",
                truth.toString(),
                "--progress");
        assertThat(code).as(err::toString).isZero();
        JsonNode json = new ObjectMapper().readTree(Files.readString(stats));
        assertThat(json.get("records").asInt()).isEqualTo(5);
        assertThat(json.get("pair_f1").asDouble()).isEqualTo(1);
        assertThat(json.get("expected_customers").asInt()).isPositive();
        assertThat(printed()).contains("against the truth: pairs P 1.0000 R 1.0000 F1 1.0000");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("100 %");
    }

    @Test
    void aMappingByHand() throws IOException, BadInputException {
        Path in =
                Files.writeString(folder.resolve("m.csv"), "id,a,b\n1,Featherstone,Annabel\n2,Featherstone,Annabel\n");
        Path mapping = Files.writeString(folder.resolve("m.json"), """
                {"crmMapping": 1, "name": "by hand", "version": "1", "streams": {"m": {
                  "kind": "individual", "names": [{"given": "b", "family": "a"}]}}}""");
        Path target = folder.resolve("clusters.csv");
        assertThat(run("--in", in.toString(), "--out", target.toString(), "--mapping", mapping.toString()))
                .as(err::toString)
                .isZero();
        assertThat(clusters(target)).containsOnlyKeys("1", "2");
    }

    @Test
    void help() {
        assertThat(run("--help")).isZero();
        assertThat(printed()).contains("--in FILE", "Exit code");
    }
}

package io.crmviews.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmviews.merge.ingest.WorkCounters;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {

    private static final String MERGE = "merge.bytes";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @TempDir
    Path folder = Path.of("");

    @Test
    void theSameMeasuredTwicePasses() {
        Baseline baseline = Baseline.of(lines(honest(), 0));

        assertThat(baseline.compare(lines(honest(), 0), out)).isEmpty();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains(MERGE).doesNotContain("MOVED");
    }

    @Test
    void oneMoreAllocationIsCaughtByName() {
        Baseline baseline = Baseline.of(lines(honest(), 0));
        Meter.Operation honest = honest();
        Meter.Operation careless = index -> List.of(honest.run(index), new byte[16]);

        assertThat(baseline.compare(lines(careless, 0), out))
                .singleElement()
                .asString()
                .startsWith(MERGE + " moved from");
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("MOVED");
    }

    @Test
    void oneMoreComparisonIsCaughtByName() {
        Baseline baseline = Baseline.of(lines(honest(), 0));

        assertThat(baseline.compare(lines(honest(), 1), out))
                .singleElement()
                .asString()
                .startsWith("resolve.comparisons moved from");
    }

    @Test
    void lessAllocationPassesAndIsTold() {
        Baseline baseline = Baseline.of(List.of(Line.bytes(MERGE, 1000, 0.02)));

        assertThat(baseline.compare(List.of(Line.bytes(MERGE, 900, 0.02)), out)).isEmpty();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("-Drebase");
    }

    @Test
    void linesThatComeOrGoFail() {
        Baseline baseline = Baseline.of(List.of(Line.exact("old", 1)));

        assertThat(baseline.compare(List.of(Line.exact("new", 1)), out))
                .containsExactly("new is not in the baseline", "old is in the baseline, but was not measured");
    }

    @Test
    void aBaselineIsReadAsItWasWritten() throws Exception {
        List<Line> lines = lines(honest(), 0);
        Path file = folder.resolve("baseline.txt");
        Baseline.of(lines).write(file);

        assertThat(Baseline.read(file).compare(lines, out)).isEmpty();

        Files.writeString(file, "# another format\n");
        assertThatThrownBy(() -> Baseline.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("format 1");
    }

    private static Meter.Operation honest() {
        return Workloads.merge(new LibraryMerge(), 8);
    }

    private static List<Line> lines(Meter.Operation merge, int moreComparisons) {
        Resolving resolving = new Resolving(People.records(200, 7), 0);
        while (resolving.hasNext()) {
            resolving.resolveNext();
        }
        WorkCounters planted = new WorkCounters(0, 0, moreComparisons, 0, 0, 0);
        List<Line> lines = new ArrayList<>(Gate.counters(resolving.work().plus(planted), resolving.customers()));
        lines.add(Gate.bytes(MERGE, merge));
        return lines;
    }
}

package io.crmviews.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuickstartTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir
    private Path dir;

    @Test
    void theWholeWayIsShown() {
        assertThat(run("--customers", "300", "--seed", "7", "--dir", dir.toString()))
                .isZero();

        assertThat(text(errors)).isEmpty();
        assertThat(text(out))
                .contains("Customers found: ", "pairs of records", "B-cubed", "F1")
                .containsPattern("branch CRM +[\\d,]+ records")
                .containsPattern("made of \\d records")
                .containsPattern("name\\.(given|formatted) +\\S+")
                .containsPattern("prior: before any evidence +-")
                .contains("The lesser sum counts", "They are one customer", "They are kept apart");
        assertThat(dir.resolve("channels/branch/customers.csv")).exists();
    }

    @Test
    void anUnknownOptionIsAMisuse() {
        assertThat(run("--colour")).isEqualTo(2);

        assertThat(text(errors)).contains("The option --colour is not known.", "--help");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(run("--help")).isZero();

        assertThat(text(out)).contains("--customers N", "--seed S", "--dir DIR");
    }

    @Test
    void aFolderThatCannotBeMadeIsSaid() {
        assertThat(run("--customers", "10", "--dir", "/dev/null/x")).isEqualTo(1);

        assertThat(text(errors)).contains("the files cannot be written or read");
    }

    private int run(String... arguments) {
        return Quickstart.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8),
                arguments);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

package io.crmviews.examples.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code of the guide for authors is the code of this example, which passes the kit. */
class ConnectorGuideTest {

    private static final Path GUIDE = Path.of("../../docs/guides/connectors.md");

    @ParameterizedTest
    @CsvSource({
        "main,GuestbookConnector,info",
        "main,GuestbookConnector,check",
        "main,GuestbookConnector,open",
        "main,GuestbookSource,read",
        "main,GuestbookSource,record",
        "test,GuestbookKitTest,kit",
        "test,GuestbookKitTest,fixture"
    })
    void theGuideShowsThisCode(String tree, String type, String part) throws IOException {
        Path source = Path.of("src", tree, "java/io/crmviews/examples/connector", type + ".java");
        List<String> lines = Files.readAllLines(source);
        int begin = indexOf(lines, "// " + part + " begin");
        int end = indexOf(lines, "// " + part + " end");
        String code = String.join(
                "\n",
                lines.subList(begin + 1, end).stream()
                        .map(line -> line.replaceFirst("^ {4}", ""))
                        .toList());
        if (part.equals("kit")) {
            code = String.join("\n", lines.subList(begin + 1, end));
        }
        assertThat(code).isNotBlank();
        assertThat(Files.readString(GUIDE)).contains("```java\n" + code + "\n```");
    }

    private static int indexOf(List<String> lines, String marker) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(marker)) {
                return i;
            }
        }
        throw new AssertionError("There is no " + marker + ".");
    }
}

package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Says that a guide shows the code of a test that runs. */
final class GuideCode {

    private GuideCode() {}

    /** Each part stands between two comments in the test, and as a block in the guide. */
    static void assertShown(Class<?> test, String guide, String... parts) throws IOException {
        Path folder = Path.of("src/test/java/io/crmviews/merge");
        List<String> source = Files.readAllLines(folder.resolve(test.getSimpleName() + ".java"));
        String shown = Files.readString(Path.of("../docs/guides").resolve(guide));
        for (String part : parts) {
            int begin = source.indexOf("        // " + part + " begin");
            int end = source.indexOf("        // " + part + " end");
            List<String> code = source.subList(begin + 1, end).stream()
                    .map(line -> line.replaceFirst("^ {8}", ""))
                    .toList();
            assertThat(code).as(part).isNotEmpty();
            assertThat(shown).contains("```java\n" + String.join("\n", code) + "\n```");
        }
    }
}

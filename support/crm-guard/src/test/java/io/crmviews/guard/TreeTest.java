package io.crmviews.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The top of the tree shows the architecture and nothing else. */
class TreeTest {
    private static final Set<String> FOLDERS = Set.of(
            "crm-model", "crm-spi", "crm-merge", "crm-bench", "examples", "extensions", "support", "docs", "target");
    private static final Set<String> FILES =
            Set.of("pom.xml", "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "NOTICE");

    @Test
    void theTopOfTheTreeHoldsOnlyWhatTheArchitectureNames() throws IOException {
        assertThat(strangers(ProjectTree.ROOT)).isEmpty();
    }

    @Test
    void aStrangerIsFound(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("crm-model"));
        Files.createDirectory(folder.resolve(".ci"));
        Files.createDirectory(folder.resolve("utils"));
        Files.createFile(folder.resolve("pom.xml"));
        Files.createFile(folder.resolve("notes.txt"));
        assertThat(strangers(folder)).containsExactly("notes.txt", "utils");
    }

    private static List<String> strangers(Path root) throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(it -> !it.getFileName().toString().startsWith("."))
                    .filter(it -> !(Files.isDirectory(it) ? FOLDERS : FILES)
                            .contains(it.getFileName().toString()))
                    .map(it -> it.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}

package io.crmviews.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What each published module shows and needs is committed as text, so that a change of it is seen in review.
 * {@code -Drebase} writes the texts anew.
 */
class ModuleDescriptorsTest {
    private static final Path GOLDEN = ProjectTree.ROOT.resolve("support/crm-guard/src/test/golden");

    @TestFactory
    Stream<DynamicTest> publishedModulesAreAsCommitted() {
        return ProjectModule.ALL.stream()
                .filter(ProjectModule::published)
                .map(module -> DynamicTest.dynamicTest(module.name(), () -> compare(module)));
    }

    private static void compare(ProjectModule module) throws IOException {
        String actual;
        try (InputStream in = Files.newInputStream(module.classes().resolve("module-info.class"))) {
            actual = describe(ModuleDescriptor.read(in));
        }
        Path golden = GOLDEN.resolve(module.name() + ".txt");
        if (System.getProperty("rebase") != null) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, actual);
        }
        assertThat(golden).exists();
        assertThat(actual).as("if meant, write it anew with -Drebase").isEqualTo(ProjectTree.read(golden));
    }

    @Test
    void everyExportAndRequirementIsInTheText() {
        ModuleDescriptor module = ModuleDescriptor.newModule("m")
                .requires("b")
                .requires(java.util.Set.of(ModuleDescriptor.Requires.Modifier.TRANSITIVE), "a")
                .exports("p.q")
                .exports("p.internal", java.util.Set.of("friend"))
                .uses("p.q.Service")
                .build();
        assertThat(describe(module)).isEqualTo("""
                        module m
                        exports p.internal to [friend]
                        exports p.q
                        requires b
                        requires transitive a
                        uses p.q.Service
                        """);
    }

    private static String describe(ModuleDescriptor module) {
        List<String> lines = Stream.of(
                        module.exports().stream().map(it -> "exports " + it.source() + friends(it)),
                        module.opens().stream().map(it -> "opens " + it.source()),
                        module.requires().stream()
                                .filter(it -> !it.name().equals("java.base"))
                                .map(it -> "requires " + modifiers(it) + it.name()),
                        module.uses().stream().map(it -> "uses " + it),
                        module.provides().stream().map(it -> "provides " + it.service() + " with " + it.providers()))
                .flatMap(all -> all)
                .sorted()
                .toList();
        return "module " + module.name() + "\n"
                + lines.stream().map(it -> it + "\n").collect(Collectors.joining());
    }

    private static String friends(ModuleDescriptor.Exports exports) {
        return exports.isQualified()
                ? " to " + exports.targets().stream().sorted().toList()
                : "";
    }

    private static String modifiers(ModuleDescriptor.Requires requires) {
        return requires.modifiers().stream()
                .map(it -> it.name().toLowerCase(java.util.Locale.ROOT) + " ")
                .sorted()
                .collect(Collectors.joining());
    }
}

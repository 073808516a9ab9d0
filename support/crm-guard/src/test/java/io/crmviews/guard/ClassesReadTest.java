package io.crmviews.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** All other rules would pass on nothing at all: so first, enough must have been read. */
class ClassesReadTest {
    /** Well below what there is, well above what a wrong folder would give. */
    private static final int FEWEST_CLASSES = 20;

    @TestFactory
    Stream<DynamicTest> eachClassFileOfAModuleIsRead() {
        return ProjectModule.ALL.stream()
                .map(module -> DynamicTest.dynamicTest(
                        module.name(),
                        () -> assertThat(CompiledCode.byModule()
                                        .get(module.name())
                                        .size())
                                .isEqualTo(classFiles(module))));
    }

    private static long classFiles(ProjectModule module) {
        return ProjectTree.files(module.classes(), ".class").stream()
                .filter(file -> !file.endsWith("module-info.class"))
                .count();
    }

    @Test
    void enoughClassesAreRead() {
        assertThat(CompiledCode.all().size()).isGreaterThan(FEWEST_CLASSES);
    }

    @Test
    void enoughSourcesAreRead() {
        assertThat(SourceCode.all().size()).isGreaterThan(FEWEST_CLASSES / 2);
    }
}

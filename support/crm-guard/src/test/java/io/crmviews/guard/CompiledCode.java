package io.crmviews.guard;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The compiled main classes of the project, read once for all tests. */
final class CompiledCode {
    private static final JavaClasses ALL = new ClassFileImporter()
            .importPaths(ProjectModule.ALL.stream()
                    .map(ProjectModule::classes)
                    .filter(Files::isDirectory)
                    .toList());
    private static final Map<String, JavaClasses> BY_MODULE =
            ProjectModule.ALL.stream().collect(Collectors.toMap(ProjectModule::name, module -> of(List.of(module))));
    private static final JavaClasses PUBLISHED =
            of(ProjectModule.ALL.stream().filter(ProjectModule::published).toList());

    private CompiledCode() {}

    private static JavaClasses of(List<ProjectModule> modules) {
        List<String> folders = modules.stream()
                .map(module -> module.classes().toUri().toString())
                .toList();
        return ALL.that(DescribedPredicate.describe(
                "in " + folders,
                type -> type.getSource()
                        .map(source -> source.getUri().toString())
                        .filter(file -> folders.stream().anyMatch(file::startsWith))
                        .isPresent()));
    }

    static Map<String, JavaClasses> byModule() {
        return BY_MODULE;
    }

    static JavaClasses all() {
        return ALL;
    }

    static JavaClasses published() {
        return PUBLISHED;
    }

    /** The classes of one package of this module's own fixtures, on which a rule is shown to fail. */
    static JavaClasses fixture(String name) {
        return new ClassFileImporter().importPackages("io.crmviews.guard.fixture." + name);
    }
}

package io.crmviews.guard;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * One module of the reactor: where it is, whether users get it, and which other modules its classes may use.
 *
 * @param name the artifact's name
 * @param folder the folder below the project's root, with {@code /} between the parts
 * @param published whether it has a module descriptor and is released
 * @param mayUse the names of the modules that its main classes may refer to
 */
record ProjectModule(String name, String folder, boolean published, Set<String> mayUse) {

    /** All modules that hold classes. A module that is in the root pom but not here fails {@link ModuleArrowsTest}. */
    static final List<ProjectModule> ALL = List.of(
            published("crm-model", "crm-model"),
            published("crm-spi", "crm-spi", "crm-model"),
            published("crm-merge", "crm-merge", "crm-model", "crm-spi"),
            published("crm-runtime", "extensions/crm-runtime", "crm-model", "crm-spi", "crm-merge"),
            published("crm-connector-files", "extensions/crm-connector-files", "crm-model", "crm-spi"),
            unpublished("crm-testdata", "support/crm-testdata", "crm-model"),
            unpublished("crm-bench", "crm-bench", "crm-model", "crm-spi", "crm-merge", "crm-testdata"),
            unpublished(
                    "crm-example-quickstart",
                    "examples/quickstart",
                    "crm-model",
                    "crm-spi",
                    "crm-merge",
                    "crm-runtime",
                    "crm-connector-files",
                    "crm-testdata"),
            unpublished(
                    "crm-example-resolve-csv",
                    "examples/resolve-csv",
                    "crm-model",
                    "crm-spi",
                    "crm-merge",
                    "crm-connector-files"));

    private static ProjectModule published(String name, String folder, String... mayUse) {
        return new ProjectModule(name, folder, true, Set.of(mayUse));
    }

    private static ProjectModule unpublished(String name, String folder, String... mayUse) {
        return new ProjectModule(name, folder, false, Set.of(mayUse));
    }

    Path classes() {
        return ProjectTree.ROOT.resolve(folder).resolve("target/classes");
    }

    Path sources() {
        return ProjectTree.ROOT.resolve(folder).resolve("src/main/java");
    }
}

package io.crmviews.guard;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The compiled main classes of the project, read once for all tests. */
final class CompiledCode {
    private static final Map<String, JavaClasses> BY_MODULE = readModules();
    private static final JavaClasses ALL = read(ProjectModule.ALL);
    private static final JavaClasses PUBLISHED =
            read(ProjectModule.ALL.stream().filter(ProjectModule::published).toList());

    private CompiledCode() {}

    private static Map<String, JavaClasses> readModules() {
        Map<String, JavaClasses> modules = new LinkedHashMap<>();
        ProjectModule.ALL.forEach(module -> modules.put(module.name(), read(List.of(module))));
        return modules;
    }

    private static JavaClasses read(List<ProjectModule> modules) {
        List<Path> folders = new ArrayList<>();
        modules.stream().map(ProjectModule::classes).filter(Files::isDirectory).forEach(folders::add);
        return new ClassFileImporter().importPaths(folders);
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

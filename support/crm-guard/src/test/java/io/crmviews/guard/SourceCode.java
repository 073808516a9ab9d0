package io.crmviews.guard;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.nodeTypes.NodeWithName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The main sources of the project, parsed once for all tests. */
final class SourceCode {
    private static final Pattern EXPORT = Pattern.compile("(?m)^\\s*exports\\s+([\\w.]+)\\s*;");
    private static final List<SourceFile> ALL =
            ProjectModule.ALL.stream().flatMap(SourceCode::read).toList();

    private SourceCode() {}

    /**
     * One file of main sources.
     *
     * @param name its path from the project's root
     * @param text what it says
     * @param published whether its module is released
     * @param isPublic whether its package is exported: what users see reads like prose, the rest may be denser
     * @param unit what it says, parsed
     */
    record SourceFile(String name, String text, boolean published, boolean isPublic, CompilationUnit unit) {
        int lines() {
            return (int) text.lines().count();
        }
    }

    private static Stream<SourceFile> read(ProjectModule module) {
        Path descriptor = module.sources().resolve("module-info.java");
        Set<String> exported = Files.exists(descriptor) ? exports(ProjectTree.read(descriptor)) : Set.of();
        return ProjectTree.files(module.sources(), ".java").stream().map(file -> {
            SourceFile source = parse(ProjectTree.name(file), ProjectTree.read(file), false);
            String inPackage = source.unit()
                    .getPackageDeclaration()
                    .map(NodeWithName::getNameAsString)
                    .orElse("");
            return new SourceFile(
                    source.name(), source.text(), module.published(), exported.contains(inPackage), source.unit());
        });
    }

    static Set<String> exports(String descriptor) {
        return EXPORT.matcher(descriptor)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    static List<SourceFile> all() {
        return ALL;
    }

    static SourceFile parse(String name, String text, boolean isPublic) {
        ParserConfiguration java17 =
                new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17);
        ParseResult<CompilationUnit> result = new JavaParser(java17).parse(text);
        return new SourceFile(
                name,
                text,
                isPublic,
                isPublic,
                result.getResult()
                        .filter(unit -> result.isSuccessful())
                        .orElseThrow(() -> new IllegalStateException(name + " was not parsed: " + result)));
    }
}

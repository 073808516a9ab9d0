package io.crmviews.guard;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import java.util.List;

/** The main sources of the project, parsed once for all tests. */
final class SourceCode {
    private static final List<SourceFile> ALL = ProjectModule.ALL.stream()
            .flatMap(module -> ProjectTree.files(module.sources(), ".java").stream()
                    .map(file -> parse(ProjectTree.name(file), ProjectTree.read(file), module.published())))
            .toList();

    private SourceCode() {}

    /** One file of main sources. */
    record SourceFile(String name, String text, boolean published, CompilationUnit unit) {
        /** Whether it belongs to a package that users see: a published one that is not internal. */
        boolean isPublic() {
            return published && !name.contains("/internal/");
        }

        int lines() {
            return (int) text.lines().count();
        }
    }

    static List<SourceFile> all() {
        return ALL;
    }

    static SourceFile parse(String name, String text, boolean published) {
        ParserConfiguration java17 =
                new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17);
        ParseResult<CompilationUnit> result = new JavaParser(java17).parse(text);
        return new SourceFile(
                name,
                text,
                published,
                result.getResult()
                        .filter(unit -> result.isSuccessful())
                        .orElseThrow(() -> new IllegalStateException(name + " was not parsed: " + result)));
    }
}

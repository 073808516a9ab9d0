package io.crmviews.guard;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;
import io.crmviews.guard.SourceCode.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long files and bodies of methods may be.
 *
 * @param file lines of a file
 * @param body lines between the braces of a method
 */
record SizeBudget(int file, int body) {
    /** Exported packages read like prose. */
    static final SizeBudget PUBLIC = new SizeBudget(400, 40);

    /** Kernels behind them, and what is not published, may be denser. */
    static final SizeBudget INTERNAL = new SizeBudget(600, 70);

    static SizeBudget of(SourceFile file) {
        return file.isPublic() ? PUBLIC : INTERNAL;
    }

    static List<Finding> findings(List<SourceFile> files) {
        return files.stream().flatMap(file -> of(file).findings(file)).toList();
    }

    private Stream<Finding> findings(SourceFile source) {
        Stream<Finding> whole = Stream.of(new Finding(source.name(), source.lines() + " lines, at most " + file))
                .filter(it -> source.lines() > file);
        Stream<Finding> bodies = bodies(source)
                .filter(it -> it.lines() > body)
                .map(it -> new Finding(
                        source.name() + "#" + it.owner(), "a body of " + it.lines() + " lines, at most " + body));
        return Stream.concat(whole, bodies);
    }

    /** The lengths of all bodies of methods, constructors and initialisers in these files, shortest first. */
    static List<Integer> bodyLengths(List<SourceFile> files) {
        return files.stream()
                .flatMap(SizeBudget::bodies)
                .map(Body::lines)
                .sorted()
                .toList();
    }

    private record Body(String owner, BlockStmt block) {
        int lines() {
            return block.getRange()
                    .map(range -> Math.max(0, range.end.line - range.begin.line - 1))
                    .orElse(0);
        }
    }

    private static Stream<Body> bodies(SourceFile source) {
        return source.unit().findAll(Node.class).stream().flatMap(node -> body(node).stream());
    }

    private static Optional<Body> body(Node node) {
        if (node instanceof MethodDeclaration method) {
            return method.getBody().map(it -> new Body(method.getNameAsString(), it));
        }
        if (node instanceof ConstructorDeclaration constructor) {
            return Optional.of(new Body(constructor.getNameAsString(), constructor.getBody()));
        }
        if (node instanceof CompactConstructorDeclaration constructor) {
            return Optional.of(new Body(constructor.getNameAsString(), constructor.getBody()));
        }
        return node instanceof InitializerDeclaration initialiser
                ? Optional.of(new Body("<initialiser>", initialiser.getBody()))
                : Optional.empty();
    }
}

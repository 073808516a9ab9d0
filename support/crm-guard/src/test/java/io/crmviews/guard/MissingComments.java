package io.crmviews.guard;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithJavadoc;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.type.TypeParameter;
import io.crmviews.guard.SourceCode.SourceFile;
import java.util.List;
import java.util.stream.Stream;

/**
 * Public declarations without Javadoc, and parameters of records and generic types that it does not describe. The
 * compiler's own check of this is unusable on JDK 17, which asks for {@code @param} on compact constructors.
 */
final class MissingComments {
    private MissingComments() {}

    /** Types at the top of a file that no comment explains, whether users see them or not. */
    static List<Finding> unexplainedTypes(List<SourceFile> files) {
        return files.stream()
                .filter(SourceFile::published)
                .flatMap(file -> file.unit().getTypes().stream().flatMap(type -> missing(type, file)))
                .toList();
    }

    static List<Finding> findings(List<SourceFile> files) {
        return files.stream()
                .filter(SourceFile::isPublic)
                .flatMap(file -> file.unit().getTypes().stream().flatMap(type -> in(type, false, file)))
                .toList();
    }

    private static Stream<Finding> in(TypeDeclaration<?> type, boolean implicitlyPublic, SourceFile file) {
        if (!implicitlyPublic && !type.isPublic() && !type.isProtected()) {
            return Stream.of();
        }
        boolean membersArePublic = type instanceof AnnotationDeclaration
                || (type instanceof ClassOrInterfaceDeclaration either && either.isInterface());
        Stream<Finding> constants = type instanceof EnumDeclaration values
                ? values.getEntries().stream().flatMap(it -> missing(it, file))
                : Stream.of();
        Stream<Finding> members = type.getMembers().stream().flatMap(member -> member(member, membersArePublic, file));
        return Stream.of(missing(type, file), parameters(type, file), constants, members)
                .flatMap(all -> all);
    }

    private static Stream<Finding> member(BodyDeclaration<?> member, boolean implicitlyPublic, SourceFile file) {
        if (member instanceof TypeDeclaration<?> nested) {
            return in(nested, implicitlyPublic, file);
        }
        if (member instanceof FieldDeclaration field) {
            return implicitlyPublic || field.isPublic() || field.isProtected() ? missing(field, file) : Stream.of();
        }
        if (member instanceof AnnotationMemberDeclaration element) {
            return missing(element, file);
        }
        if (member instanceof CallableDeclaration<?> callable) {
            boolean visible =
                    callable.isPublic() || callable.isProtected() || (implicitlyPublic && !callable.isPrivate());
            boolean inherited =
                    callable instanceof MethodDeclaration method && method.isAnnotationPresent(Override.class);
            return visible && !inherited ? missing(callable, file) : Stream.of();
        }
        return Stream.of();
    }

    private static Stream<Finding> missing(NodeWithJavadoc<?> node, SourceFile file) {
        return node.hasJavaDocComment()
                ? Stream.of()
                : Stream.of(new Finding(file.name() + "#" + name((Node) node), "has no Javadoc"));
    }

    private static Stream<Finding> parameters(TypeDeclaration<?> type, SourceFile file) {
        String comment = type.getJavadocComment().map(it -> it.getContent()).orElse("");
        Stream<String> components = type instanceof RecordDeclaration it
                ? it.getParameters().stream().map(NodeWithSimpleName::getNameAsString)
                : Stream.of();
        Stream<String> variables = typeParameters(type).stream().map(it -> "<" + it.getNameAsString() + ">");
        return Stream.concat(components, variables)
                .filter(name -> !comment.matches("(?s).*@param\\s+" + name + "\\s+\\S.*"))
                .map(name -> new Finding(file.name() + "#" + type.getNameAsString(), "has no @param " + name));
    }

    private static List<TypeParameter> typeParameters(TypeDeclaration<?> type) {
        if (type instanceof RecordDeclaration it) {
            return it.getTypeParameters();
        }
        return type instanceof ClassOrInterfaceDeclaration it ? it.getTypeParameters() : List.of();
    }

    private static String name(Node node) {
        if (node instanceof FieldDeclaration field) {
            return field.getVariable(0).getNameAsString();
        }
        if (node instanceof EnumConstantDeclaration constant) {
            return constant.getNameAsString();
        }
        return ((NodeWithSimpleName<?>) node).getNameAsString();
    }
}

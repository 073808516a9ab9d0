package io.crmviews.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import io.crmviews.guard.SourceCode.SourceFile;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SourceHabitsTest {
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
    private static final Pattern PATTERN_BOOK =
            Pattern.compile(".*(Impl|DTO|Dto|Manager|Util|Utils|Helper|Helpers)|Abstract[A-Z].*");

    @Test
    void mainSourcesLeaveNothingForLater() {
        assertThat(unfinished(SourceCode.all())).isEmpty();
    }

    @Test
    void typesAreNamedFromTheDomain() {
        assertThat(Allowances.of("names").judge(badNames(SourceCode.all()))).isEmpty();
    }

    @Test
    void everyModuleDescriptorIsNullMarked() {
        List<SourceFile> descriptors = SourceCode.all().stream()
                .filter(file -> file.name().endsWith("/module-info.java"))
                .toList();
        assertThat(descriptors)
                .hasSize((int) ProjectModule.ALL.stream()
                        .filter(ProjectModule::published)
                        .count())
                .allMatch(file -> file.text().contains("@NullMarked"));
    }

    @Test
    void whatIsLeftForLaterIsFound() {
        SourceFile file = SourceCode.parse("A.java", "class A {\n // TO" + "DO: later\n}", true);
        assertThat(unfinished(List.of(file))).hasSize(1);
    }

    @Test
    void namesFromThePatternBookAreFound() {
        SourceFile file = SourceCode.parse(
                "A.java", "interface Store { class StoreImpl {} enum StringUtils {} record Simplified() {} }", true);
        assertThat(badNames(List.of(file)))
                .extracting(Finding::key)
                .containsExactly("A.java#StoreImpl", "A.java#StringUtils");
    }

    private static List<Finding> unfinished(List<SourceFile> files) {
        return files.stream()
                .filter(file -> UNFINISHED.matcher(file.text()).find())
                .map(file -> new Finding(file.name(), "says that something is left for later"))
                .toList();
    }

    private static List<Finding> badNames(List<SourceFile> files) {
        return files.stream()
                .flatMap(file -> file.unit().findAll(Node.class).stream()
                        .filter(TypeDeclaration.class::isInstance)
                        .map(type -> ((TypeDeclaration<?>) type).getNameAsString())
                        .filter(name -> PATTERN_BOOK.matcher(name).matches())
                        .map(name -> new Finding(file.name() + "#" + name, "is named from the pattern book")))
                .toList();
    }
}

package io.crmviews.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.guard.SourceCode.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingCommentsTest {
    @Test
    void everythingThatUsersSeeIsDescribed() {
        assertThat(Allowances.of("comments").judge(MissingComments.findings(SourceCode.all())))
                .isEmpty();
    }

    @Test
    void whatIsNotDescribedIsFound() {
        String text = """
                public interface A<T> {
                    void method();
                    int CONSTANT = 1;
                    enum E { ONE }
                    /**
                     * R.
                     *
                     * @param x its x
                     */
                    record R(int x, int y) { public R {} @Override public String toString() { return ""; } }
                    private void hidden() {}
                }
                class B { public void hidden() {} }
                """;
        assertThat(MissingComments.findings(List.of(file("m/A.java", text))))
                .extracting(it -> it.key() + " " + it.message())
                .containsExactlyInAnyOrder(
                        "m/A.java#A has no Javadoc",
                        "m/A.java#A has no @param <T>",
                        "m/A.java#method has no Javadoc",
                        "m/A.java#CONSTANT has no Javadoc",
                        "m/A.java#E has no Javadoc",
                        "m/A.java#ONE has no Javadoc",
                        "m/A.java#R has no @param y");
    }

    @Test
    void everyTypeIsExplained() {
        assertThat(Allowances.of("unexplained-types").judge(MissingComments.unexplainedTypes(SourceCode.all())))
                .isEmpty();
    }

    @Test
    void aTypeThatIsNotExplainedIsFoundAlsoWhereUsersDoNotSeeIt() {
        assertThat(MissingComments.unexplainedTypes(List.of(file("m/A.java", "class A {} /** B. */ class B {}"))))
                .containsExactly(new Finding("m/A.java#A", "has no Javadoc"));
    }

    @Test
    void packagesThatAreNotExportedAreFree() {
        SourceFile file = SourceCode.parse("m/A.java", "public class A {}", false);
        assertThat(MissingComments.findings(List.of(file))).isEmpty();
    }

    @Test
    void exportsAreReadFromTheDescriptor() {
        assertThat(SourceCode.exports("module m {\n    exports a.b;\n    exports a.c to d;\n    requires e;\n}"))
                .containsExactly("a.b");
    }

    private static SourceFile file(String name, String text) {
        return SourceCode.parse(name, text, true);
    }
}

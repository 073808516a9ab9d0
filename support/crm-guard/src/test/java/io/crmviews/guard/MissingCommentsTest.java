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
    void internalPackagesAreFree() {
        assertThat(MissingComments.findings(List.of(file("m/internal/A.java", "public class A {}"))))
                .isEmpty();
    }

    private static SourceFile file(String name, String text) {
        return SourceCode.parse(name, text, true);
    }
}

package io.crmviews.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForbiddenUseTest {
    private static final Set<String> PURE =
            Set.of("normalise", "key", "compare", "weigh", "partition", "golden", "explain");

    @Test
    void thePurePackagesTouchNothingOutside() {
        assertThat(Allowances.of("pure").judge(ForbiddenUse.IMPURE.findings(CompiledCode.all(), this::isPure)))
                .isEmpty();
    }

    @Test
    void noClockTicksBelowTheEdge() {
        assertThat(Allowances.of("clock").judge(ForbiddenUse.CLOCK.findings(CompiledCode.published(), type -> true)))
                .isEmpty();
    }

    @Test
    void publishedModulesPrintNothing() {
        assertThat(Allowances.of("console")
                        .judge(ForbiddenUse.CONSOLE.findings(CompiledCode.published(), type -> true)))
                .isEmpty();
    }

    @Test
    void impureUsesAreFound() {
        assertThat(ForbiddenUse.IMPURE.findings(fixture(), type -> true))
                .extracting(Finding::message)
                .contains(
                        "must not use java.io.InputStream",
                        "must not use java.util.concurrent.ExecutorService",
                        "must not use java.lang.Thread",
                        "must not use java.lang.Math.random",
                        "must not use java.util.Random",
                        "must not use java.util.List.parallelStream",
                        "must not use java.time.Clock",
                        "must not use java.time.Instant.now");
    }

    @Test
    void clocksAreFoundAlsoInLambdas() {
        assertThat(ForbiddenUse.CLOCK.findings(fixture(), type -> true))
                .extracting(Finding::message)
                .containsExactlyInAnyOrder(
                        "must not use java.time.Instant.now",
                        "must not use java.lang.System.currentTimeMillis",
                        "must not use java.util.Date.<init>");
    }

    @Test
    void printingIsFound() {
        assertThat(ForbiddenUse.CONSOLE.findings(fixture(), type -> true))
                .extracting(Finding::message)
                .containsExactlyInAnyOrder(
                        "must not use java.lang.System.out",
                        "must not use java.lang.IllegalStateException.printStackTrace");
    }

    @Test
    void thePlaceIsRespected() {
        assertThat(ForbiddenUse.IMPURE.findings(fixture(), this::isPure)).isEmpty();
    }

    private static JavaClasses fixture() {
        return CompiledCode.fixture("pure");
    }

    private boolean isPure(JavaClass type) {
        String root = PackageOrder.CRM_MERGE.root() + ".";
        String name = type.getPackageName();
        return name.startsWith(root)
                && PURE.contains(name.substring(root.length()).replaceFirst("\\..*", ""));
    }
}

package io.crmviews.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PackageOrderTest {
    private static final PackageOrder FIXTURE =
            new PackageOrder("io.crmviews.guard.fixture.cycle", List.of("one", "two", ""), Set.of());

    @Test
    void theEnginesPackagesUseOnlyWhatIsToTheirLeft() {
        assertThat(PackageOrder.CRM_MERGE.findings(merge())).isEmpty();
    }

    @Test
    void everyPackageOfTheEngineHasItsPlace() {
        assertThat(PackageOrder.CRM_MERGE.unplaced(merge())).isEmpty();
    }

    @Test
    void noPackagesDependOnEachOther() {
        assertThat(cycles(CompiledCode.all())).isEmpty();
    }

    @Test
    void aUseToTheRightIsFound() {
        assertThat(FIXTURE.findings(CompiledCode.fixture("cycle")))
                .extracting(Finding::key)
                .containsOnly("io.crmviews.guard.fixture.cycle.one.One");
    }

    @Test
    void aPackageWithoutAPlaceIsFound() {
        PackageOrder order = new PackageOrder("io.crmviews.guard.fixture.cycle", List.of("one", ""), Set.of());
        assertThat(order.unplaced(CompiledCode.fixture("cycle"))).containsExactly("two");
    }

    @Test
    void aPackageBesidesTheOrderIsUsedByTheRootOnly() {
        PackageOrder order = new PackageOrder("io.crmviews.guard.fixture.cycle", List.of("two", ""), Set.of("one"));
        assertThat(order.findings(CompiledCode.fixture("cycle")))
                .extracting(Finding::key)
                .containsOnly("io.crmviews.guard.fixture.cycle.two.Two");
    }

    @Test
    void aCycleOfPackagesIsFound() {
        assertThat(cycles(CompiledCode.fixture("cycle"))).isNotEmpty();
    }

    private static JavaClasses merge() {
        return CompiledCode.byModule().getOrDefault("crm-merge", CompiledCode.all());
    }

    private static List<String> cycles(JavaClasses classes) {
        return SlicesRuleDefinition.slices()
                .matching("io.crmviews.(**)")
                .should()
                .beFreeOfCycles()
                .evaluate(classes)
                .getFailureReport()
                .getDetails();
    }
}

package io.crmviews.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModuleArrowsTest {
    private static final Set<String> WITHOUT_CLASSES = Set.of("extensions/crm-bom", "support/crm-guard");

    @Test
    void modulesFollowTheArrows() {
        Map<String, Set<String>> mayUse =
                ProjectModule.ALL.stream().collect(Collectors.toMap(ProjectModule::name, ProjectModule::mayUse));
        assertThat(ModuleArrows.findings(CompiledCode.byModule(), mayUse)).isEmpty();
    }

    @Test
    void everyModuleOfTheBuildIsKnownHere() {
        String pom = ProjectTree.read(ProjectTree.ROOT.resolve("pom.xml"));
        Set<String> built = Pattern.compile("<module>([^<]+)</module>")
                .matcher(pom)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
        Set<String> known = Stream.concat(
                        ProjectModule.ALL.stream().map(ProjectModule::folder), WITHOUT_CLASSES.stream())
                .collect(Collectors.toSet());
        assertThat(known).isEqualTo(built);
    }

    @Test
    void anArrowInTheWrongDirectionIsFound() {
        var modules = Map.of("low", CompiledCode.fixture("arrow.low"), "high", CompiledCode.fixture("arrow.high"));
        assertThat(ModuleArrows.findings(modules, Map.of("low", Set.of("high"), "high", Set.of())))
                .extracting(Finding::key)
                .contains("io.crmviews.guard.fixture.arrow.high.UsesLow");
        assertThat(ModuleArrows.findings(modules, Map.of("high", Set.of("low"))))
                .isEmpty();
    }
}

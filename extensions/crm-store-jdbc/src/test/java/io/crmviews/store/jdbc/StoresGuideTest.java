package io.crmviews.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.CustomerViews;
import io.crmviews.merge.view.Policies;
import io.crmviews.model.fact.Fact;
import io.crmviews.spi.policy.AccessPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the guide to stores is the code here, and does what the guide says. */
class StoresGuideTest {

    @Test
    void opensAStoreInOneLineAndKeepsIt(@TempDir Path folder) throws IOException {
        List<Fact> facts = DurabilityTest.facts().subList(0, 30);
        Path file = folder.resolve("customers.db");
        take(file, Policies.allowAll(), facts);
        take(file, Policies.allowAll(), facts);
        try (JdbcStore store = JdbcStore.sqlite(file)) {
            long position = store.read(reader -> reader.position());
            assertThat(position).as("the second run found everything there").isEqualTo(1);
            store.backup(folder.resolve("copy.db"));
            store.compact();
        }
        try (CustomerViews copy = CustomerViews.builder()
                .store(JdbcStore.sqlite(folder.resolve("copy.db")))
                .build()) {
            assertThat(copy.upkeep().verify()).isEmpty();
            assertThat(copy.upkeep().rebuild()).isZero();
            assertThat(copy.ingest(facts).accepted()).isZero();
        }
        String guide = Files.readString(Path.of("../../docs/guides/stores.md"));
        String source = Files.readString(Path.of("src/test/java/io/crmviews/store/jdbc/StoresGuideTest.java"));
        String code = source.substring(source.indexOf("// guide begin\n") + 15, source.lastIndexOf("        // guide end"));
        assertThat(guide).contains(code.replace("(file))", "(Path.of(\"customers.db\")))").replaceAll("(?m)^ {8}", ""));
    }

    private static void take(Path file, AccessPolicy policy, List<Fact> facts) {
        // guide begin
        try (CustomerViews views = CustomerViews.builder()
                .store(JdbcStore.sqlite(file))
                .policy(policy)
                .build()) {
            views.ingest(facts);
        }
        // guide end
    }
}

package io.crmviews.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.CustomerViews;
import io.crmviews.model.fact.Fact;
import io.crmviews.testdata.Population;
import io.crmviews.testdata.Told;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many statements, which to a server are round trips, a batch costs: they are counted, so they repeat exactly. */
class RoundTripsTest {

    private static final int BATCH = 256;
    private static final int MOST = 64;

    @Test
    void aBatchCostsAHandfulOfStatementsHoweverManyFactsItHolds(@TempDir Path folder) {
        List<Fact> facts = new Population(400, 3)
                .facts()
                .map(Told::fact)
                .limit(8 * BATCH)
                .toList();
        try (JdbcStore store = JdbcStore.sqlite(folder.resolve("customers.db"));
                CustomerViews views = CustomerViews.builder().store(store).build()) {
            for (int from = 0; from + BATCH <= facts.size(); from += BATCH) {
                long before = store.statements();
                views.ingest(facts.subList(from, from + BATCH));
                assertThat(store.statements() - before).isBetween(5L, (long) MOST);
            }
        }
    }
}

package io.crmviews.merge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.golden.Survivorship;
import io.crmviews.merge.golden.ValueForms;
import io.crmviews.merge.key.KeyCaps;
import io.crmviews.merge.memory.MemoryStore;
import io.crmviews.merge.weigh.Frequencies;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.Parameters;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.source.RecordKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One more record in a large component that constraints cut into small customers costs its neighbourhood only. */
class LocalWorkTest {

    private static final int NODES = Integer.getInteger("crm.component", 10_000);
    private static final int ADDED = 50;

    /** A chain: each record shares an address with the next one, and the source never holds a customer twice. */
    @Test
    void oneAddVisitsLessThanAHundredthOfTheEdges() {
        Model model = new Model(Parameters.shipped(), KeyCaps.shipped(), new Frequencies(), 1_000);
        try (MemoryStore store = new MemoryStore()) {
            Ingest ingest = new Ingest(
                    store,
                    model,
                    Set.of("single"),
                    GoldenMerge.of(Survivorship.standard(), ValueForms.plain()),
                    Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
            List<Fact> chain = new ArrayList<>();
            for (int i = 0; i < NODES; i++) {
                chain.add(link(new RecordKey("single", "n" + i), i, i + 1));
            }
            ingest.ingest(chain);
            long customers = store.read(reader -> reader.customerCount());
            assertThat(customers).isEqualTo(NODES);

            long visited = 0;
            for (int i = 0; i < ADDED; i++) {
                int at = (int) ((long) NODES * i / ADDED);
                visited += ingest.ingest(List.of(link(new RecordKey("other", "n" + i), at, NODES + 1 + i)))
                        .work()
                        .edgesVisited();
            }
            assertThat(visited / ADDED).as("edges visited a record").isLessThan(NODES / 20);
            assertThat(visited / ADDED).as("whatever the size of the component").isLessThan(600);
        }
    }

    private static SourceRecord link(RecordKey key, int first, int second) {
        return SourceRecord.builder(key)
                .medium(EmailAddress.of("box-" + first + "-post@mail.test"))
                .medium(EmailAddress.of("box-" + second + "-post@mail.test"))
                .build();
    }
}

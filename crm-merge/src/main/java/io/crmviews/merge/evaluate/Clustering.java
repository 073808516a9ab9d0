package io.crmviews.merge.evaluate;

import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.golden.Survivorship;
import io.crmviews.merge.golden.ValueForms;
import io.crmviews.merge.ingest.Ingest;
import io.crmviews.merge.memory.MemoryStore;
import io.crmviews.merge.weigh.Model;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a model makes of facts, to be measured or compared: the engine itself, over a store in memory that is thrown away
 * afterwards. Thread-safe.
 */
public final class Clustering {

    private static final int BATCH = 2_000;

    private Clustering() {}

    /**
     * Resolves facts; costs as much as taking them in.
     *
     * @param facts records, and assertions if they are to count
     * @param model the model
     * @return the number of the customer of each current record
     */
    public static Map<RecordKey, Long> of(List<? extends Fact> facts, Model model) {
        GoldenMerge golden = GoldenMerge.of(Survivorship.standard(), ValueForms.plain());
        Clock standing = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        try (MemoryStore store = new MemoryStore()) {
            Ingest ingest = new Ingest(store, model, model.duplicateFree(), golden, standing);
            for (int from = 0; from < facts.size(); from += BATCH) {
                ingest.ingest(facts.subList(from, Math.min(facts.size(), from + BATCH)));
            }
            Map<RecordKey, Long> found = new HashMap<>();
            store.read(reader -> {
                customers(reader, customer -> customer.records().forEach(key -> found.put(key, customer.number())));
                return true;
            });
            return found;
        }
    }

    private static void customers(StoreReader reader, Consumer<StoredCustomer> visitor) {
        List<Long> numbers = reader.customerNumbers(0, BATCH);
        while (!numbers.isEmpty()) {
            Collection<StoredCustomer> page = reader.customers(numbers).values();
            page.forEach(visitor);
            numbers = reader.customerNumbers(numbers.get(numbers.size() - 1), BATCH);
        }
    }
}

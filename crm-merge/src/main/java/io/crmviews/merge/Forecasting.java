package io.crmviews.merge;

import io.crmviews.merge.explain.Forecast;
import io.crmviews.merge.ingest.Ingest;
import io.crmviews.merge.ingest.PreviewRead;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredNode;
import io.crmviews.spi.store.StoredRecord;
import java.util.List;

/** Says what a record would do, by deciding it and looking at the state that nobody writes. */
final class Forecasting {

    private final StoreReader state;
    private final Ingest ingest;
    private final Sight sight;

    Forecasting(StoreReader state, Ingest ingest, Sight sight) {
        this.state = state;
        this.ingest = ingest;
        this.sight = sight;
    }

    Forecast forecast(SourceRecord record) {
        RecordKey key = record.key();
        StoreReader after = new PreviewRead(state, ingest.preview(state, List.of(record)));
        StoredRecord stored = after.records(List.of(key)).get(key);
        if (stored == null || !(stored.current() instanceof SourceRecord current) || !current.saysTheSameAs(record)) {
            return new Forecast(key, false, List.of(), List.of(), List.of(), List.of());
        }
        Explainable explainable = new Explainable(after, sight);
        CustomerExplaining explaining =
                new CustomerExplaining(after, explainable, ingest.components(after, explainable));
        StoredNode node = after.nodes(new long[] {stored.node()}).get(0);
        List<RecordKey> companions = companions(after, stored);
        return new Forecast(
                key,
                true,
                companions.stream().map(this::present).distinct().sorted().toList(),
                companions,
                explaining.links(key, node, this::present),
                explaining.refusals(key, node));
    }

    private List<RecordKey> companions(StoreReader after, StoredRecord stored) {
        return after.customers(List.of(stored.customer())).values().stream()
                .map(StoredCustomer::records)
                .flatMap(records -> sight.visible(records).stream())
                .filter(record -> !record.equals(stored.key()))
                .sorted()
                .toList();
    }

    private CustomerId present(RecordKey record) {
        return sight.id(state, record)
                .orElseThrow(() -> new IllegalStateException("A visible record belongs to no customer."));
    }
}

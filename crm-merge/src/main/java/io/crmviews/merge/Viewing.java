package io.crmviews.merge;

import io.crmviews.merge.ingest.SnapshotRead;
import io.crmviews.merge.view.PageRequest;
import io.crmviews.merge.view.Snapshot;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.merge.view.Viewer;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.spi.policy.Reader;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import java.time.Instant;

/** Makes views of one state of a store for one reader. */
final class Viewing {

    private final Reader reader;
    private final Sight sight;
    private final Viewer viewer;
    private final SnapshotRead snapshots;

    Viewing(Reader reader, Sight sight, Viewer viewer, SnapshotRead snapshots) {
        this.reader = reader;
        this.sight = sight;
        this.viewer = viewer;
        this.snapshots = snapshots;
    }

    /** {@code at}: the instant for which consents and freshness are stated. */
    ViewAnswer view(StoreReader state, CustomerId id, PageRequest page, Instant at) {
        return sight.customer(state, id)
                .map(customer -> view(state, customer, page, at))
                .orElseGet(ViewAnswer.Withheld::new);
    }

    ViewAnswer view(StoreReader state, StoredCustomer customer, PageRequest page, Instant at) {
        return viewer.view(reader, snapshot(state, customer, at), page);
    }

    /** A snapshot whose attributions say nothing of hidden records. */
    Snapshot snapshot(StoreReader state, StoredCustomer customer, Instant at) {
        Snapshot snapshot = snapshots.read(state, customer, at);
        return snapshot.judgedBy(
                new VisibleAttributor(snapshot.attributor(), snapshot.id(), state, sight, snapshots.caps()));
    }
}

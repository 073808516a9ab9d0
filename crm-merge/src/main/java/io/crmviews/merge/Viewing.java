package io.crmviews.merge;

import io.crmviews.merge.ingest.SnapshotRead;
import io.crmviews.merge.key.KeyCaps;
import io.crmviews.merge.view.FigureAnswer;
import io.crmviews.merge.view.FigureCount;
import io.crmviews.merge.view.FigureRules;
import io.crmviews.merge.view.PageRequest;
import io.crmviews.merge.view.Snapshot;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.merge.view.Viewer;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.GoldenValue;
import io.crmviews.model.view.SourceFreshness;
import io.crmviews.model.view.TimelineEntry;
import io.crmviews.spi.policy.Access;
import io.crmviews.spi.policy.Reader;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
        return sight.in(state)
                .customer(state, id)
                .map(customer -> view(state, customer, page, at))
                .orElseGet(() -> nobody(state, id));
    }

    private ViewAnswer nobody(StoreReader state, CustomerId id) {
        boolean erased = sight.may(Access.Question.VIEW)
                && !state.erased(List.of(id.number())).isEmpty();
        return erased ? new ViewAnswer.Erased() : new ViewAnswer.Withheld();
    }

    ViewAnswer view(StoreReader state, StoredCustomer customer, PageRequest page, Instant at) {
        return view(snapshot(state, customer, at), page);
    }

    ViewAnswer view(Snapshot snapshot, PageRequest page) {
        return viewer.view(reader, snapshot, page);
    }

    /** A snapshot whose attributions say nothing of hidden records. */
    Snapshot snapshot(StoreReader state, StoredCustomer customer, Instant at) {
        Snapshot snapshot = snapshots.read(state, customer, at);
        Sight here = sight.in(state);
        return here.unrestricted(snapshot.judgedBy(
                new VisibleAttributor(snapshot.attributor(), snapshot.id(), state, here, snapshots.caps())));
    }

    /** The figures of what the reader may see; costs in proportion to the history. */
    FigureAnswer figures(StoreReader state, StoredCustomer customer, FigureRules rules, Instant at) {
        Snapshot snapshot = snapshot(state, customer, at);
        if (!(viewer.view(reader, snapshot, PageRequest.first(0)) instanceof ViewAnswer.Shown shown)) {
            return new FigureAnswer.Withheld();
        }
        FigureCount count = new FigureCount(rules, at);
        viewer.forEachEntry(reader, snapshot, count::take);
        String stated = shown.view().profile().values(Field.characteristic(rules.preference())).stream()
                .findFirst()
                .map(GoldenValue::text)
                .orElse("");
        return new FigureAnswer.Shown(count.figures(shown.view().id(), state.position(), stated));
    }

    List<SourceFreshness> freshness(StoreReader state, Instant at) {
        return viewer.freshness(reader, snapshots.hearings(state), at);
    }

    Optional<TimelineEntry> shown(TimelineEntry entry) {
        return viewer.shown(reader, entry);
    }

    KeyCaps caps() {
        return snapshots.caps();
    }
}

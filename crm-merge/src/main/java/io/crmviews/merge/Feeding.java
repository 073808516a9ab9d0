package io.crmviews.merge;

import io.crmviews.merge.ingest.Lineage;
import io.crmviews.merge.view.FeedChange;
import io.crmviews.merge.view.FeedPage;
import io.crmviews.model.change.Change;
import io.crmviews.model.profile.Field;
import io.crmviews.spi.store.FeedEntry;
import io.crmviews.spi.store.Flow;
import io.crmviews.spi.store.StoreReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The change feed as one reader may know of it. Where records of hidden sources are among those of an entry, what happened
 * is told anew from the visible ones alone: customers, ids and merges are those that the reader sees in views.
 */
final class Feeding {

    private final StoreReader state;
    private final Sight sight;

    Feeding(StoreReader state, Sight sight) {
        this.state = state;
        this.sight = sight;
    }

    FeedPage page(long after, int most) {
        List<FeedEntry> entries = state.feed(after, most);
        List<FeedChange> changes = new ArrayList<>();
        for (FeedEntry entry : entries) {
            for (Change change : seen(entry)) {
                visible(change).ifPresent(told -> changes.add(new FeedChange(entry.position(), told)));
            }
        }
        boolean all = entries.stream().map(FeedEntry::position).distinct().count() < most;
        long last = all ? state.position() : entries.get(entries.size() - 1).position();
        return new FeedPage(changes, Math.max(after, last));
    }

    private List<Change> seen(FeedEntry entry) {
        List<Flow> visible = entry.flows().stream()
                .filter(flow -> sight.maySeeSource(flow.source()))
                .toList();
        return visible.size() == entry.flows().size() ? entry.changes() : new Lineage(visible).changesWithFields();
    }

    private Optional<Change> visible(Change change) {
        if (change instanceof Change.Changed changed) {
            Set<Field> fields = changed.fields().stream().filter(sight::may).collect(Collectors.toSet());
            return fields.isEmpty() ? Optional.empty() : Optional.of(new Change.Changed(changed.customer(), fields));
        }
        return Optional.of(change);
    }
}

package io.crmviews.merge.view;

import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.StatedRelation;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.view.Attribution;
import io.crmviews.model.view.Cursor;
import io.crmviews.model.view.TimelineEntry;
import io.crmviews.model.view.TimelineEntry.OtherReport;
import io.crmviews.model.view.TimelinePage;
import io.crmviews.spi.store.TimelinePoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Makes pages of a history: entries that the reader may not see or that are another's leave no gap. */
public final class Timelines {

    /** The order of a timeline: the newest first, unknown times last, equal times by key. */
    public static final Comparator<Interaction> NEWEST_FIRST = Comparator.comparing(TimelinePoint::of);

    private static final Duration MARGIN = Duration.ofMinutes(2);
    private static final int LEAST_READ = 16;
    private static final int BULK = 500;

    private final Snapshot snapshot;
    private final PageRequest request;
    private final Predicate<Interaction> visible;
    private final Window window;
    private final Twins twins;
    private final Optional<TimelinePoint> from;
    private final Map<RecordKey, Optional<Attribution>> judged = new HashMap<>();

    private Timelines(
            Snapshot snapshot, Predicate<Interaction> visible, PageRequest request, Optional<TimelinePoint> from) {
        this.snapshot = snapshot;
        this.visible = visible;
        this.request = request;
        this.from = from;
        Instant until = request.filter().time().until();
        Instant start = from.map(TimelinePoint::occurredAt)
                .filter(at -> at.isBefore(until))
                .orElse(until);
        window = new Window(snapshot.history(), Window.later(start, MARGIN), Math.max(LEAST_READ, request.size() + 1));
        twins = new Twins(
                snapshot.history(),
                window,
                interaction -> attribution(interaction).isPresent());
    }

    /**
     * One page. Costs in proportion to the interactions that are looked at: those of the page, those between them that the
     * reader may not see, that are another's or do not fit the filter, and those that happened within minutes of them.
     *
     * @param snapshot the history and who judges it
     * @param visible which interactions the reader may see
     * @param request which page
     * @param cursor the cursor to go on from, or empty for the first page
     * @return the page
     */
    static TimelinePage page(
            Snapshot snapshot, Predicate<Interaction> visible, PageRequest request, Optional<Cursor> cursor) {
        if (request.size() == 0) {
            return TimelinePage.EMPTY;
        }
        Optional<TimelinePoint> from = cursor.map(place -> new TimelinePoint(place.occurredAt(), place.key()));
        return new Timelines(snapshot, visible, request, from).page();
    }

    /** All entries that are certain; costs in proportion to the history. */
    static void each(Snapshot snapshot, Predicate<Interaction> visible, Consumer<TimelineEntry> visitor) {
        Timelines all = new Timelines(snapshot, visible, PageRequest.first(BULK), Optional.empty());
        Optional<Interaction> next = all.window.get(0);
        for (int number = 1; next.isPresent(); number++) {
            next.flatMap(all::entry).ifPresent(visitor);
            next = all.window.get(number);
        }
    }

    /** One entry more than a page holds is looked for: if there is one, there is a next page. */
    private TimelinePage page() {
        List<TimelineEntry> entries = new ArrayList<>();
        for (int number = from.map(window::after).orElse(0); ; number++) {
            Optional<Interaction> next =
                    window.get(number).filter(said -> !request.filter().endsBefore(said));
            if (next.isEmpty()) {
                return new TimelinePage(entries, "");
            }
            Optional<TimelineEntry> entry = next.flatMap(this::entry);
            if (entry.isPresent() && entries.size() == request.size()) {
                return new TimelinePage(entries, cursor(entries.get(entries.size() - 1)));
            }
            entry.ifPresent(entries::add);
        }
    }

    private String cursor(TimelineEntry last) {
        TimelinePoint place = TimelinePoint.of(last.interaction());
        return new Cursor(snapshot.position(), place.occurredAt(), place.key()).text();
    }

    private Optional<Attribution> attribution(Interaction said) {
        return judged.computeIfAbsent(
                said.key(),
                key -> visible.test(said) && !said.kind().equals(StatedRelation.KIND)
                        ? snapshot.attributor()
                                .attribution(said)
                                .filter(attribution -> request.withPossible() || attribution.isCertain())
                        : Optional.empty());
    }

    private Optional<TimelineEntry> entry(Interaction said) {
        Optional<Attribution> own = attribution(said);
        if (own.isEmpty() || !request.filter().isInTime(said) || twins.isCovered(said)) {
            return Optional.empty();
        }
        Map<Interaction, OtherReport> others = twins.covered(said);
        boolean fits = request.filter().fits(said) || others.keySet().stream().anyMatch(request.filter()::fits);
        return fits
                ? Optional.of(new TimelineEntry(said, surest(own.get(), others), List.copyOf(others.values())))
                : Optional.empty();
    }

    /** What one report leaves in doubt another may say for certain. */
    private Attribution surest(Attribution own, Map<Interaction, OtherReport> others) {
        return own.isCertain()
                ? own
                : others.keySet().stream()
                        .flatMap(other -> attribution(other).stream())
                        .filter(Attribution::isCertain)
                        .findFirst()
                        .orElse(own);
    }
}

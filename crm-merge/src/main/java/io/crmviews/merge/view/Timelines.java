package io.crmviews.merge.view;

import io.crmviews.model.fact.Interaction;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.view.Attribution;
import io.crmviews.model.view.Cursor;
import io.crmviews.model.view.TimelineEntry;
import io.crmviews.model.view.TimelinePage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/** Merges runs of interactions into pages. */
public final class Timelines {

    /** The order of a timeline: the newest first, unknown times last, equal times by key. */
    public static final Comparator<Interaction> NEWEST_FIRST = Comparator.comparing(
                    (Interaction interaction) -> interaction.revision().occurredAt())
            .reversed()
            .thenComparing(Interaction::key);

    private Timelines() {}

    /**
     * One page. Costs O(entries looked at * log runs): entries that the reader may not see or that are another's are
     * looked at and leave no gap.
     *
     * @param snapshot the runs and who judges them
     * @param visible which interactions the reader may see
     * @param size how many entries at most
     * @param withPossible whether to show what is only possibly the customer's
     * @param from the cursor to go on from, or empty for the first page
     * @return the page
     */
    static TimelinePage page(
            Snapshot snapshot, Predicate<Interaction> visible, int size, boolean withPossible, Optional<Cursor> from) {
        PriorityQueue<Run> runs = new PriorityQueue<>(Comparator.comparing(Run::head, NEWEST_FIRST));
        for (List<Interaction> run : snapshot.runs()) {
            int start = from.map(cursor -> startAfter(run, cursor)).orElse(0);
            if (start < run.size()) {
                runs.add(new Run(run, start));
            }
        }
        List<TimelineEntry> entries = new ArrayList<>();
        Optional<RecordKey> last = Optional.empty();
        for (Run run = runs.poll(); run != null && entries.size() <= size; run = runs.poll()) {
            Interaction next = run.head();
            if (!last.equals(Optional.of(next.key()))) {
                last = Optional.of(next.key());
                entry(snapshot.attributor(), next, visible, withPossible).ifPresent(entries::add);
            }
            run.at++;
            if (run.at < run.interactions.size()) {
                runs.add(run);
            }
        }
        return cut(entries, size, snapshot.position());
    }

    private static Optional<TimelineEntry> entry(
            Attributor attributor, Interaction next, Predicate<Interaction> visible, boolean withPossible) {
        if (!visible.test(next)) {
            return Optional.empty();
        }
        return attributor
                .attribution(next)
                .filter(attribution -> withPossible || attribution.isCertain())
                .map((Attribution attribution) -> new TimelineEntry(next, attribution));
    }

    /** One entry more than a page holds was read if there is one: then there is a next page. */
    private static TimelinePage cut(List<TimelineEntry> entries, int size, long position) {
        if (entries.size() <= size) {
            return new TimelinePage(entries, "");
        }
        List<TimelineEntry> page = entries.subList(0, size);
        if (page.isEmpty()) {
            return TimelinePage.EMPTY;
        }
        Interaction last = page.get(size - 1).interaction();
        Cursor next = new Cursor(position, last.revision().occurredAt(), last.key());
        return new TimelinePage(page, next.text());
    }

    /** The first place in a run after the cursor, by halving. */
    private static int startAfter(List<Interaction> run, Cursor cursor) {
        int low = 0;
        int high = run.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isAfter(run.get(middle), cursor)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static boolean isAfter(Interaction interaction, Cursor cursor) {
        Instant at = interaction.revision().occurredAt();
        return at.isBefore(cursor.occurredAt())
                || (at.equals(cursor.occurredAt()) && interaction.key().compareTo(cursor.key()) > 0);
    }

    private static final class Run {

        private final List<Interaction> interactions;
        private int at;

        Run(List<Interaction> interactions, int at) {
            this.interactions = interactions;
            this.at = at;
        }

        Interaction head() {
            return interactions.get(at);
        }
    }
}

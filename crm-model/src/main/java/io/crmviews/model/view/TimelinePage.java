package io.crmviews.model.view;

import java.util.List;
import java.util.Optional;

/**
 * A page of a timeline, the newest entry first; unknown times last.
 *
 * @param entries what happened; may be empty
 * @param continuation the text of the cursor of the next page; empty if there is none
 */
public record TimelinePage(List<TimelineEntry> entries, String continuation) {

    /** A timeline without entries. */
    public static final TimelinePage EMPTY = new TimelinePage(List.of(), "");

    /** Copies the entries. */
    public TimelinePage {
        entries = List.copyOf(entries);
    }

    /**
     * Where the next page begins.
     *
     * @return the cursor, or empty on the last page
     */
    public Optional<Cursor> next() {
        return Cursor.parse(continuation);
    }
}

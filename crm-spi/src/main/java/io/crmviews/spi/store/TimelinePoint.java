package io.crmviews.spi.store;

import io.crmviews.model.fact.Fact;
import io.crmviews.model.source.RecordKey;
import java.time.Instant;

/**
 * A place in a timeline. Ordered as timelines are: the newest first, unknown times last, equal times by key.
 *
 * @param occurredAt when it happened; {@link Instant#MIN} if unknown
 * @param key the name of the event
 */
public record TimelinePoint(Instant occurredAt, RecordKey key) implements Comparable<TimelinePoint> {

    /**
     * The place of an event.
     *
     * @param event the event
     * @return its place
     */
    public static TimelinePoint of(Fact event) {
        return new TimelinePoint(event.revision().occurredAt(), event.key());
    }

    @Override
    public int compareTo(TimelinePoint other) {
        int newestFirst = other.occurredAt.compareTo(occurredAt);
        return newestFirst != 0 ? newestFirst : key.compareTo(other.key);
    }
}

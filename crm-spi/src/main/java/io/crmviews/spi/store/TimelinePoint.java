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

    private static final RecordKey FIRST = new RecordKey("!", "!");
    private static final RecordKey LAST = new RecordKey("\uffff", "\uffff");

    /**
     * The place of an event.
     *
     * @param event the event
     * @return its place
     */
    public static TimelinePoint of(Fact event) {
        return new TimelinePoint(event.revision().occurredAt(), event.key());
    }

    /**
     * The place after which a timeline shows what happened at an instant or before.
     *
     * @param instant the instant
     * @return the place, at which no event is
     */
    public static TimelinePoint justAfter(Instant instant) {
        return instant.equals(Instant.MAX)
                ? new TimelinePoint(instant, FIRST)
                : new TimelinePoint(instant.plusNanos(1), LAST);
    }

    @Override
    public int compareTo(TimelinePoint other) {
        int newestFirst = other.occurredAt.compareTo(occurredAt);
        return newestFirst != 0 ? newestFirst : key.compareTo(other.key);
    }
}

package io.crmviews.spi.store;

import java.time.Instant;

/**
 * What is known of a source.
 *
 * @param source its id
 * @param facts how many facts of it were accepted
 * @param lastOccurred the latest time of occurrence of a fact; {@link Instant#MIN} if none has one
 * @param lastRecorded when a fact of it was accepted last; {@link Instant#MIN} if never
 * @param heardUntil until when it was heard completely; {@link Instant#MIN} if it never said
 */
public record SourceState(String source, long facts, Instant lastOccurred, Instant lastRecorded, Instant heardUntil) {

    /**
     * A source that said nothing yet.
     *
     * @param source its id
     * @return the state
     */
    public static SourceState silent(String source) {
        return new SourceState(source, 0, Instant.MIN, Instant.MIN, Instant.MIN);
    }

    /**
     * The state after one more fact.
     *
     * @param occurred when it occurred, or {@link Instant#MIN}
     * @param recorded when it was accepted
     * @return the state
     */
    public SourceState after(Instant occurred, Instant recorded) {
        return new SourceState(
                source, facts + 1, later(occurred, lastOccurred), later(recorded, lastRecorded), heardUntil);
    }

    /**
     * The state after the source was heard completely.
     *
     * @param until until when
     * @return the state
     */
    public SourceState heard(Instant until) {
        return new SourceState(source, facts, lastOccurred, lastRecorded, later(until, heardUntil));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

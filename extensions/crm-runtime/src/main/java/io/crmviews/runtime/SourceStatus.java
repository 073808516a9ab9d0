package io.crmviews.runtime;

import java.time.Instant;

/**
 * How a source does, at one moment. Holds no personal value and no secret. Immutable.
 *
 * @param source the source's id
 * @param state what it is doing
 * @param records how many records were taken in since it was started
 * @param rejects how many were rejected since it was started, by the connector and by the sink
 * @param failures how often it failed since it was started
 * @param heardUpTo until when it is heard completely; {@link Instant#MIN} if it did not say
 * @param lastSuccess when a batch was last taken in; {@link Instant#MIN} if none was
 * @param message why it failed last; empty if it did not
 */
public record SourceStatus(
        String source,
        SourceState state,
        long records,
        long rejects,
        long failures,
        Instant heardUpTo,
        Instant lastSuccess,
        String message) {

    static SourceStatus initial(String source) {
        return new SourceStatus(source, SourceState.NEW, 0, 0, 0, Instant.MIN, Instant.MIN, "");
    }

    SourceStatus in(SourceState next) {
        return new SourceStatus(source, next, records, rejects, failures, heardUpTo, lastSuccess, message);
    }

    SourceStatus failed(SourceState next, String why) {
        return new SourceStatus(source, next, records, rejects, failures + 1, heardUpTo, lastSuccess, why);
    }

    SourceStatus delivered(long moreRecords, long moreRejects, Instant heard, Instant now) {
        return new SourceStatus(
                source,
                state,
                records + moreRecords,
                rejects + moreRejects,
                failures,
                heard.isAfter(heardUpTo) ? heard : heardUpTo,
                now,
                message);
    }
}

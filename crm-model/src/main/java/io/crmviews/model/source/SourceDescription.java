package io.crmviews.model.source;

import java.time.Duration;

/**
 * What an embedder declares of a source.
 *
 * @param id its id, as in {@link RecordKey#source()}
 * @param channel the id of the channel it feeds, or empty
 * @param duplicateFree whether it never holds one customer twice
 * @param interval how often it promises to be heard; {@link Duration#ZERO} if it promises nothing
 */
public record SourceDescription(String id, String channel, boolean duplicateFree, Duration interval) {

    /** Checks id and interval. */
    public SourceDescription {
        if (id.isBlank() || interval.isNegative()) {
            throw new IllegalArgumentException("A source needs an id and an interval that is not negative.");
        }
    }

    /**
     * A source of which only the id is known.
     *
     * @param id its id
     * @return the description
     */
    public static SourceDescription of(String id) {
        return new SourceDescription(id, "", false, Duration.ZERO);
    }
}

package io.crmviews.model.view;

import io.crmviews.model.fact.Interaction;
import io.crmviews.model.source.RecordKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An interaction in a customer's timeline. One that several sources report stands there once.
 *
 * @param interaction what happened, as one source reports it
 * @param attribution why it stands here
 * @param otherReports what other sources reported of the same, by their keys
 */
public record TimelineEntry(Interaction interaction, Attribution attribution, List<OtherReport> otherReports) {

    /**
     * Another source's report of the same interaction.
     *
     * @param key its name
     * @param occurredAt when it says that it happened; {@link Instant#MIN} if unknown
     * @param inferred false if both name one message, order or call; true if that they are the same is concluded from
     *     kind, direction, identifier, amount and time
     */
    public record OtherReport(RecordKey key, Instant occurredAt, boolean inferred) {}

    /** Copies the reports. */
    public TimelineEntry {
        otherReports = List.copyOf(otherReports);
    }

    /**
     * An interaction that one source reports.
     *
     * @param interaction what happened
     * @param attribution why it stands here
     */
    public TimelineEntry(Interaction interaction, Attribution attribution) {
        this(interaction, attribution, List.of());
    }

    /**
     * Who reports it.
     *
     * @return the sources, that of the interaction first
     */
    public List<String> sources() {
        List<String> sources = new ArrayList<>();
        sources.add(interaction.key().source());
        otherReports.forEach(report -> sources.add(report.key().source()));
        return sources;
    }

    @Override
    public String toString() {
        return "TimelineEntry[" + interaction.key() + "]";
    }
}

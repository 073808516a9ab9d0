package io.crmviews.merge.view;

import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.Interaction.Direction;
import io.crmviews.model.party.Validity;
import java.time.Instant;
import java.util.Set;

/**
 * Which interactions of a timeline are asked for. An interaction that several sources report is shown if one of the
 * reports fits.
 *
 * @param time when it happened; an interaction of unknown time is shown only if no limit is set
 * @param channels the ids of the channels; empty for all
 * @param kinds the kinds; empty for all
 * @param directions who began it; empty for all
 */
public record TimelineFilter(Validity time, Set<String> channels, Set<String> kinds, Set<Direction> directions) {

    /** Everything. */
    public static final TimelineFilter ALL = new TimelineFilter(Validity.ALWAYS, Set.of(), Set.of(), Set.of());

    /** Copies the sets. */
    public TimelineFilter {
        channels = Set.copyOf(channels);
        kinds = Set.copyOf(kinds);
        directions = Set.copyOf(directions);
    }

    /**
     * The same filter for a time.
     *
     * @param from the first instant
     * @param until the first instant after it
     * @return the narrower filter
     */
    public TimelineFilter between(Instant from, Instant until) {
        return new TimelineFilter(new Validity(from, until), channels, kinds, directions);
    }

    /**
     * The same filter for channels.
     *
     * @param ids the ids of the channels
     * @return the filter
     */
    public TimelineFilter inChannels(String... ids) {
        return new TimelineFilter(time, Set.of(ids), kinds, directions);
    }

    /**
     * The same filter for kinds.
     *
     * @param names the kinds
     * @return the filter
     */
    public TimelineFilter ofKinds(String... names) {
        return new TimelineFilter(time, channels, Set.of(names), directions);
    }

    /**
     * The same filter for directions.
     *
     * @param who who began
     * @return the filter
     */
    public TimelineFilter begunBy(Direction... who) {
        return new TimelineFilter(time, channels, kinds, Set.of(who));
    }

    boolean fits(Interaction said) {
        return (channels.isEmpty() || channels.contains(said.channel()))
                && (kinds.isEmpty() || kinds.contains(said.kind()))
                && (directions.isEmpty() || directions.contains(said.direction()));
    }

    boolean isInTime(Interaction said) {
        return time.contains(said.revision().occurredAt());
    }

    /** Whether nothing that comes after the interaction in a timeline can be in time. */
    boolean endsBefore(Interaction said) {
        return said.revision().occurredAt().isBefore(time.from());
    }
}

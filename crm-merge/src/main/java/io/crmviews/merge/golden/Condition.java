package io.crmviews.merge.golden;

import io.crmviews.model.party.Authentication.Assurance;
import io.crmviews.spi.survivorship.Candidate;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which values a strategy counts for: of some sources, young enough, proved well enough. All three must hold. Immutable.
 *
 * <p>Age is told from a fixed instant and not from the clock, so that the same facts give the same profile tomorrow; a
 * policy moves the instant when it gets its next version.
 *
 * @param sources the ids of the sources whose values count; empty for all
 * @param since from which time of occurrence on values count; {@link Instant#MIN} for all. A value without a time is the
 *     oldest
 * @param assurance how far the holder must have proved the value
 */
public record Condition(Set<String> sources, Instant since, Assurance assurance) {

    /** Holds for every value. */
    public static final Condition ALWAYS = new Condition(Set.of(), Instant.MIN, Assurance.CLAIMED);

    /** Copies the sources. */
    public Condition {
        sources = Set.copyOf(sources);
    }

    /**
     * Values of some sources.
     *
     * @param sources their ids, at least one
     * @return the condition
     */
    public static Condition from(String... sources) {
        if (sources.length == 0) {
            throw new IllegalArgumentException("A condition by source names at least one source.");
        }
        return new Condition(Set.of(sources), Instant.MIN, Assurance.CLAIMED);
    }

    /**
     * Values that are young enough.
     *
     * @param age how old a value may be at the most
     * @param asOf seen from when
     * @return the condition
     */
    public static Condition youngerThan(Duration age, Instant asOf) {
        return new Condition(Set.of(), asOf.minus(age), Assurance.CLAIMED);
    }

    /**
     * Values that their holder proved.
     *
     * @return the condition
     */
    public static Condition verified() {
        return new Condition(Set.of(), Instant.MIN, Assurance.VERIFIED);
    }

    /**
     * Both conditions.
     *
     * @param other the other
     * @return the condition that holds where both do
     * @throws IllegalArgumentException if both name sources and none in common, so that it never holds
     */
    public Condition and(Condition other) {
        Set<String> both = new TreeSet<>(sources.isEmpty() ? other.sources : sources);
        if (!sources.isEmpty() && !other.sources.isEmpty()) {
            both.retainAll(other.sources);
            if (both.isEmpty()) {
                throw new IllegalArgumentException("Two conditions that name no source in common never hold together.");
            }
        }
        return new Condition(
                both,
                since.isAfter(other.since) ? since : other.since,
                assurance.compareTo(other.assurance) >= 0 ? assurance : other.assurance);
    }

    /**
     * Whether it holds for a value.
     *
     * @param candidate the value
     * @return true if its source, its time of occurrence and its proof all satisfy
     */
    public boolean holds(Candidate candidate) {
        return (sources.isEmpty() || sources.contains(candidate.record().key().source()))
                && !candidate.record().revision().occurredAt().isBefore(since)
                && candidate.assurance().compareTo(assurance) >= 0;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (!sources.isEmpty()) {
            text.append("of ").append(String.join("|", new TreeSet<>(sources)));
        }
        if (!since.equals(Instant.MIN)) {
            text.append(text.isEmpty() ? "" : ", ").append("since ").append(since);
        }
        if (assurance != Assurance.CLAIMED) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(assurance == Assurance.VERIFIED ? "verified" : "well formed");
        }
        return text.isEmpty() ? "always" : text.toString();
    }
}

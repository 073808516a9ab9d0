package io.crmviews.merge.view;

import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.Interaction.Direction;
import io.crmviews.model.fact.Interaction.Reference;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.view.TimelineEntry.OtherReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which interactions of a timeline are one, reported by several sources. Of those, the report of the first source by name
 * stands for all. Two reports are of one interaction if they come from different sources, are of one kind, direction and
 * amount (an unknown one fits any), and name one message, order or call; or else if neither contradicts the other in such
 * a reference, they name one identifier, and happened within two minutes. That depends on the reports around an interaction
 * only, so every page tells the same.
 */
final class Twins {

    private static final Duration DISTANCE = Duration.ofMinutes(2);
    private static final Set<String> NAMING = Set.of("message", "order", "call");

    private final History history;
    private final Window window;
    private final Predicate<Interaction> mine;
    private final Map<RecordKey, List<Twin>> known = new HashMap<>();

    /** {@code mine}: which interactions belong to the timeline. */
    Twins(History history, Window window, Predicate<Interaction> mine) {
        this.history = history;
        this.window = window;
        this.mine = mine;
    }

    private record Twin(Interaction report, boolean inferred) {

        String source() {
            return report.key().source();
        }
    }

    /** Whether another report stands for this one. */
    boolean isCovered(Interaction report) {
        return cover(report).isPresent();
    }

    /** The reports for which this one stands, by their keys. */
    Map<Interaction, OtherReport> covered(Interaction report) {
        Map<RecordKey, OtherReport> told = new TreeMap<>();
        Map<RecordKey, Interaction> said = new HashMap<>();
        Deque<Interaction> open = new ArrayDeque<>(List.of(report));
        while (!open.isEmpty()) {
            Interaction next = open.remove();
            for (Twin twin : twins(next)) {
                Interaction other = twin.report();
                boolean follows = cover(other).filter(next::equals).isPresent();
                if (follows && !said.containsKey(other.key())) {
                    OtherReport before = told.get(next.key());
                    boolean inferred = twin.inferred() || (before != null && before.inferred());
                    told.put(other.key(), new OtherReport(other.key(), at(other), inferred));
                    said.put(other.key(), other);
                    open.add(other);
                }
            }
        }
        Map<Interaction, OtherReport> covered = new LinkedHashMap<>();
        told.forEach((key, other) -> Optional.ofNullable(said.get(key)).ifPresent(one -> covered.put(one, other)));
        return covered;
    }

    /** The report that stands for another: of the first source by name, a stated one before an inferred one. */
    private Optional<Interaction> cover(Interaction report) {
        return twins(report).stream()
                .filter(twin -> twin.source().compareTo(report.key().source()) < 0)
                .min(Comparator.comparing(Twin::source)
                        .thenComparing(Twin::inferred)
                        .thenComparing(twin -> distance(twin.report(), report))
                        .thenComparing(twin -> twin.report().key()))
                .map(Twin::report);
    }

    private static Duration distance(Interaction one, Interaction other) {
        return Duration.between(at(one), at(other)).abs();
    }

    private List<Twin> twins(Interaction report) {
        List<Twin> found = known.get(report.key());
        if (found == null) {
            found = find(report);
            known.put(report.key(), found);
        }
        return found;
    }

    private List<Twin> find(Interaction report) {
        Map<RecordKey, Twin> found = new LinkedHashMap<>();
        List<Reference> names = names(report);
        if (!names.isEmpty()) {
            for (Interaction other : history.naming(names)) {
                if (fits(report, other) && mine.test(other)) {
                    found.put(other.key(), new Twin(other, false));
                }
            }
        }
        if (!at(report).equals(Instant.MIN)) {
            for (Interaction other : window.near(at(report), DISTANCE)) {
                if (fits(report, other)
                        && !contradicts(names, names(other))
                        && history.shareIdentifier(report, other)
                        && mine.test(other)) {
                    found.putIfAbsent(other.key(), new Twin(other, true));
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    private static boolean fits(Interaction one, Interaction other) {
        return !one.key().source().equals(other.key().source())
                && one.kind().equals(other.kind())
                && (one.direction() == other.direction()
                        || one.direction() == Direction.UNKNOWN
                        || other.direction() == Direction.UNKNOWN)
                && (one.amount().equals(other.amount())
                        || !one.amount().isKnown()
                        || !other.amount().isKnown());
    }

    /** Two orders are two purchases, however alike. */
    private static boolean contradicts(List<Reference> some, List<Reference> others) {
        return some.stream()
                .anyMatch(one ->
                        others.stream().anyMatch(other -> one.type().equals(other.type())) && !others.contains(one));
    }

    private static List<Reference> names(Interaction report) {
        return report.references().stream()
                .filter(reference -> NAMING.contains(reference.type()))
                .toList();
    }

    private static Instant at(Interaction report) {
        return report.revision().occurredAt();
    }
}

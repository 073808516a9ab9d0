package io.crmviews.merge.memory;

import io.crmviews.merge.internal.LongMap;
import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoredEvent;
import io.crmviews.spi.store.TimelinePoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Interactions and consent events by their keys and by their subjects, each with the commit that brought it. */
final class EventTable {

    private record Placed(TimelinePoint point, StoredEvent event, long position) {

        boolean isConsent() {
            return event.fact() instanceof ConsentEvent;
        }
    }

    private final Map<RecordKey, Placed> events = new HashMap<>();
    private final LongMap<NavigableMap<TimelinePoint, Placed>> interactions = new LongMap<>();
    private final LongMap<NavigableMap<TimelinePoint, Placed>> consents = new LongMap<>();

    void put(StoredEvent event, long position) {
        Fact fact = event.fact();
        Placed before = events.get(fact.key());
        if (before != null) {
            remove(fact.key());
        }
        Placed placed = new Placed(TimelinePoint.of(fact), event, before == null ? position : before.position());
        events.put(fact.key(), placed);
        for (long subject : event.subjects()) {
            index(placed).computeIfAbsent(subject, any -> new TreeMap<>()).put(placed.point(), placed);
        }
    }

    void remove(RecordKey key) {
        Placed placed = events.remove(key);
        if (placed == null) {
            return;
        }
        for (long subject : placed.event().subjects()) {
            NavigableMap<TimelinePoint, Placed> about = index(placed).get(subject);
            if (about != null) {
                about.remove(placed.point());
                if (about.isEmpty()) {
                    index(placed).remove(subject);
                }
            }
        }
    }

    Collection<RecordKey> keys() {
        return events.keySet();
    }

    private LongMap<NavigableMap<TimelinePoint, Placed>> index(Placed placed) {
        return placed.isConsent() ? consents : interactions;
    }

    /** Those of the keys that a commit up to {@code position} brought. */
    Map<RecordKey, StoredEvent> byKey(Collection<RecordKey> keys, long position) {
        Map<RecordKey, StoredEvent> found = new HashMap<>();
        for (RecordKey key : keys) {
            Placed placed = events.get(key);
            if (placed != null && placed.position() <= position) {
                found.put(key, placed.event());
            }
        }
        return found;
    }

    List<StoredEvent> about(long[] subjects, long position) {
        Map<RecordKey, StoredEvent> found = new LinkedHashMap<>();
        collect(interactions, subjects, position, found);
        collect(consents, subjects, position, found);
        return new ArrayList<>(found.values());
    }

    List<StoredEvent> consentsAbout(long[] subjects, long position) {
        Map<RecordKey, StoredEvent> found = new LinkedHashMap<>();
        collect(consents, subjects, position, found);
        return new ArrayList<>(found.values());
    }

    private static void collect(
            LongMap<NavigableMap<TimelinePoint, Placed>> index,
            long[] subjects,
            long position,
            Map<RecordKey, StoredEvent> found) {
        for (long subject : subjects) {
            NavigableMap<TimelinePoint, Placed> about = index.get(subject);
            if (about != null) {
                about.values().stream()
                        .filter(placed -> placed.position() <= position)
                        .forEach(placed -> found.putIfAbsent(placed.point().key(), placed.event()));
            }
        }
    }

    /** One step in the run of each subject for each event that is found. */
    List<StoredEvent> interactionsAbout(long[] subjects, @Nullable TimelinePoint after, int most, long position) {
        PriorityQueue<Run> runs = new PriorityQueue<>();
        for (long subject : subjects) {
            NavigableMap<TimelinePoint, Placed> about = interactions.get(subject);
            if (about != null) {
                Collection<Placed> rest = after == null
                        ? about.values()
                        : about.tailMap(after, false).values();
                Run.of(rest.iterator(), position).ifPresent(runs::add);
            }
        }
        Map<RecordKey, StoredEvent> found = new LinkedHashMap<>();
        for (Run run = runs.poll(); run != null && found.size() < most; run = runs.poll()) {
            found.putIfAbsent(run.head.point().key(), run.head.event());
            if (run.advance()) {
                runs.add(run);
            }
        }
        return new ArrayList<>(found.values());
    }

    /** The interactions of one subject from a place on, without those that came later. */
    private static final class Run implements Comparable<Run> {

        private final Iterator<Placed> rest;
        private final long position;
        private Placed head;

        private Run(Placed head, Iterator<Placed> rest, long position) {
            this.head = head;
            this.rest = rest;
            this.position = position;
        }

        static Optional<Run> of(Iterator<Placed> rest, long position) {
            while (rest.hasNext()) {
                Placed first = rest.next();
                if (first.position() <= position) {
                    return Optional.of(new Run(first, rest, position));
                }
            }
            return Optional.empty();
        }

        boolean advance() {
            while (rest.hasNext()) {
                Placed next = rest.next();
                if (next.position() <= position) {
                    head = next;
                    return true;
                }
            }
            return false;
        }

        @Override
        public int compareTo(Run other) {
            return head.point().compareTo(other.head.point());
        }
    }
}

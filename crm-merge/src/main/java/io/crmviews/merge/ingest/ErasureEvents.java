package io.crmviews.merge.ingest;

import io.crmviews.merge.key.KeyCaps;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredEvent;
import io.crmviews.spi.store.StoredRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which events go with records. By the rule of attribution: the first subject that names exactly one customer decides. An
 * event that names a record goes with it; one that names an identifier goes if nobody else holds the identifier, and also
 * if only one other customer does: else what was "possibly this one's" would become certainly another's.
 */
final class ErasureEvents {

    static final int PAGE = 1_000;

    private final StoreReader reader;
    private final KeyCaps caps;
    private final HoldersRead all;
    private final HoldersRead remaining;
    private final Map<RecordKey, StoredRecord> asked;
    private final List<Features> stated = new ArrayList<>();

    /** {@code asked}: the records that were asked for, those that are kept by law included. */
    ErasureEvents(StoreReader reader, KeyCaps caps, Map<RecordKey, StoredRecord> asked) {
        this.reader = reader;
        this.caps = caps;
        this.asked = asked;
        all = new HoldersRead(reader);
        remaining = new HoldersRead(reader, record -> !asked.containsKey(record));
    }

    /** Whose an event is. */
    private enum Owner {
        ERASED,
        ANOTHER,
        /** Two or more others may be the ones. */
        UNDECIDED
    }

    void judge(ErasurePlan plan) {
        Set<Long> subjects = new TreeSet<>();
        asked.forEach((key, stored) -> {
            subjects.add(Subjects.of(key));
            Stream.concat(Stream.of(stored.current()), stored.history().stream())
                    .filter(SourceRecord.class::isInstance)
                    .map(version -> Normaliser.features((SourceRecord) version))
                    .distinct()
                    .forEach(features -> {
                        stated.add(features);
                        for (long subject : Subjects.identifiers(features)) {
                            subjects.add(subject);
                        }
                    });
        });
        long[] all = subjects.stream().mapToLong(Long::longValue).toArray();
        for (StoredEvent event : reader.eventsAbout(all)) {
            List<Subject> named = subjects(event.fact());
            switch (owner(named, event.fact().revision().occurredAt())) {
                case ERASED -> plan.erase(event);
                case UNDECIDED -> plan.leaveUndecided();
                case ANOTHER -> strip(event.fact(), named, plan);
            }
        }
    }

    private void strip(Fact event, List<Subject> named, ErasurePlan plan) {
        List<Subject> kept =
                named.stream().filter(subject -> !isOnlyErased(subject)).toList();
        if (kept.size() < named.size() && event instanceof Interaction whole) {
            plan.strip(whole.about(kept));
        }
    }

    private static List<Subject> subjects(Fact event) {
        return event instanceof ConsentEvent consent ? List.of(consent.subject()) : ((Interaction) event).subjects();
    }

    private Owner owner(List<Subject> subjects, Instant at) {
        boolean possibly = false;
        int others = 0;
        for (Subject subject : subjects) {
            if (subject instanceof Subject.OfRecord of) {
                return asked.containsKey(of.record()) ? Owner.ERASED : Owner.ANOTHER;
            }
            Set<CustomerId> before = all.customers(subject, at, caps);
            Set<CustomerId> after = remaining.customers(subject, at, caps);
            boolean changes = isStated((Subject.OfIdentifier) subject) && (before.isEmpty() || !before.equals(after));
            if (before.size() == 1 || (before.isEmpty() && changes)) {
                return changes && !(before.isEmpty() && !after.isEmpty()) ? Owner.ERASED : Owner.ANOTHER;
            }
            if (!possibly && changes) {
                possibly = true;
                others = after.size();
            }
        }
        if (!possibly) {
            return Owner.ANOTHER;
        }
        return others < 2 ? Owner.ERASED : Owner.UNDECIDED;
    }

    /** Whether a subject names a record that goes, or an identifier that only such records ever held. */
    private boolean isOnlyErased(Subject subject) {
        if (subject instanceof Subject.OfRecord of) {
            return asked.containsKey(of.record());
        }
        return isStated((Subject.OfIdentifier) subject)
                && remaining.customers(subject, Instant.MIN, caps).isEmpty();
    }

    private boolean isStated(Subject.OfIdentifier identifier) {
        Features features = Subjects.features(identifier);
        long[] keys = Subjects.identifiers(features);
        return keys.length > 0
                && stated.stream().anyMatch(own -> holds(own, keys[0]) && Subjects.mayHold(own, features));
    }

    private static boolean holds(Features own, long key) {
        for (long held : Subjects.identifiers(own)) {
            if (held == key) {
                return true;
            }
        }
        return false;
    }
}

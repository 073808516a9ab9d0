package io.crmviews.merge.ingest;

import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.source.RecordKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** In the course of a step: which records stated identifiers in a version that does not hold. */
final class FormerHolders {

    private final Map<RecordState, List<SourceRecord>> past = new LinkedHashMap<>();

    /** A version of a record that does not hold any more, or never did. */
    void left(RecordState state, Fact version) {
        if (version instanceof SourceRecord record) {
            past.computeIfAbsent(state, any -> new ArrayList<>(1)).add(record);
        }
    }

    /** After all facts were taken: the records of each identifier that a past version states and the current one does not. */
    Map<Long, Set<RecordKey>> bySubject() {
        Map<Long, Set<RecordKey>> found = new HashMap<>();
        past.forEach((state, versions) -> {
            Set<Long> now = new HashSet<>();
            state.live().ifPresent(current -> addTo(now, current));
            for (SourceRecord version : versions) {
                Set<Long> then = new TreeSet<>();
                if (state.live()
                        .filter(current -> statesTheSame(current, version))
                        .isEmpty()) {
                    addTo(then, version);
                }
                then.removeAll(now);
                then.forEach(subject ->
                        found.computeIfAbsent(subject, any -> new TreeSet<>()).add(state.key));
            }
        });
        return found;
    }

    private static boolean statesTheSame(SourceRecord one, SourceRecord other) {
        return one.media().equals(other.media()) && one.identifiers().equals(other.identifiers());
    }

    private static void addTo(Set<Long> subjects, SourceRecord record) {
        for (long subject : Subjects.identifiers(record)) {
            subjects.add(subject);
        }
    }
}

package io.crmviews.merge.memory;

import io.crmviews.merge.internal.LongMap;
import io.crmviews.model.source.RecordKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The records that stated an identifier in a version that does not hold, by the subject that it is. */
final class FormerTable {

    private final LongMap<Set<RecordKey>> holders = new LongMap<>();

    void add(Map<Long, Set<RecordKey>> more) {
        more.forEach((subject, records) ->
                holders.computeIfAbsent(subject, any -> new TreeSet<>()).addAll(records));
    }

    /** A subject goes with its last record, since the hash of an address tells the address to whoever guesses it. */
    void erase(Set<RecordKey> erased) {
        for (Set<RecordKey> of : holders.values()) {
            of.removeAll(erased);
        }
        holders.removeIf(Set::isEmpty);
    }

    Map<Long, List<RecordKey>> of(long[] subjects) {
        Map<Long, List<RecordKey>> found = new HashMap<>();
        for (long subject : subjects) {
            Set<RecordKey> of = holders.get(subject);
            if (of != null) {
                found.put(subject, List.copyOf(of));
            }
        }
        return found;
    }
}

package io.crmviews.merge.memory;

import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoredRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys of assertions, in order and by the records that they are or were about. */
final class AssertionTable {

    private final ShardedMap<RecordKey, StoredRecord> records;
    private final TreeSet<RecordKey> keys = new TreeSet<>();
    private final Map<RecordKey, Set<RecordKey>> byRecord = new HashMap<>();

    /** {@code records}: the table that holds the assertions themselves. */
    AssertionTable(ShardedMap<RecordKey, StoredRecord> records) {
        this.records = records;
    }

    void put(MatchAssertion assertion) {
        keys.add(assertion.key());
        for (RecordKey about : List.of(assertion.a(), assertion.b())) {
            byRecord.computeIfAbsent(about, key -> new LinkedHashSet<>()).add(assertion.key());
        }
    }

    void erase(Set<RecordKey> erased) {
        keys.removeAll(erased);
        byRecord.keySet().removeAll(erased);
        byRecord.values().forEach(about -> about.removeAll(erased));
        byRecord.values().removeIf(Set::isEmpty);
    }

    List<MatchAssertion> about(Collection<RecordKey> asked) {
        if (keys.isEmpty()) {
            return List.of();
        }
        Set<RecordKey> about = new LinkedHashSet<>();
        asked.forEach(record -> about.addAll(byRecord.getOrDefault(record, Set.of())));
        return current(about)
                .filter(found -> asked.contains(found.a()) || asked.contains(found.b()))
                .toList();
    }

    List<MatchAssertion> page(@Nullable RecordKey after, int most) {
        return current(after == null ? keys : keys.tailSet(after, false))
                .limit(most)
                .toList();
    }

    /** An assertion may have changed what it is about, or its source may have removed it. */
    private Stream<MatchAssertion> current(Set<RecordKey> some) {
        return some.stream()
                .map(records::get)
                .filter(Objects::nonNull)
                .map(StoredRecord::current)
                .filter(MatchAssertion.class::isInstance)
                .map(MatchAssertion.class::cast);
    }
}

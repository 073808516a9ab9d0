package io.crmviews.merge.ingest;

import io.crmviews.merge.golden.Golden;
import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.golden.PreparedRecord;
import io.crmviews.model.change.Change;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.GoldenProfile;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredRecord;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Tells what a step changed of customers: removals, merges, splits, creations, values, each in the order of numbers. */
final class CustomerChanges {

    private final Records records;
    private final GoldenMerge golden;
    private final Map<Long, StoredCustomer> before;
    private final SortedMap<Long, List<RecordKey>> after;
    private final Map<Long, Set<Long>> originsOf = new TreeMap<>();
    private final Map<Long, List<Long>> piecesOf = new TreeMap<>();
    /** Most members of a customer are the same before and after: each is prepared once. */
    private final IdentityHashMap<SourceRecord, PreparedRecord> prepared = new IdentityHashMap<>();

    CustomerChanges(
            Records records,
            GoldenMerge golden,
            Map<Long, StoredCustomer> before,
            SortedMap<Long, List<RecordKey>> after) {
        this.records = records;
        this.golden = golden;
        this.before = before;
        this.after = after;
        Map<Long, Set<Long>> pieces = new TreeMap<>();
        before.keySet().forEach(number -> pieces.put(number, new TreeSet<>()));
        after.forEach((number, members) -> {
            Set<Long> origins = new TreeSet<>();
            for (RecordKey key : members) {
                long old = records.require(key).customerBefore();
                if (old != StoredRecord.NONE) {
                    origins.add(old);
                    pieces.computeIfAbsent(old, any -> new TreeSet<>()).add(number);
                }
            }
            originsOf.put(number, origins);
        });
        pieces.forEach((number, into) -> piecesOf.put(number, List.copyOf(into)));
    }

    List<Change> list() {
        List<Change> changes = new ArrayList<>();
        piecesOf.forEach((number, pieces) -> {
            if (pieces.isEmpty()) {
                changes.add(new Change.Removed(new CustomerId(number)));
            }
        });
        originsOf.forEach((number, origins) -> merged(number, origins).ifPresent(changes::add));
        piecesOf.forEach((number, pieces) -> split(number, pieces).ifPresent(changes::add));
        originsOf.forEach((number, origins) -> {
            if (origins.isEmpty()) {
                changes.add(new Change.Created(new CustomerId(number)));
            }
        });
        after.forEach((number, members) -> changed(number, members).ifPresent(changes::add));
        return changes;
    }

    /** Where a customer lives on: under its own number, else in the oldest customer that took records of it. */
    private long successor(long number) {
        List<Long> pieces = piecesOf.getOrDefault(number, List.of());
        return pieces.isEmpty() || pieces.contains(number) ? number : pieces.get(0);
    }

    private Optional<Change> merged(long number, Set<Long> origins) {
        List<CustomerId> retired = origins.stream()
                .filter(origin -> origin != number && successor(origin) == number)
                .map(CustomerId::new)
                .toList();
        return retired.isEmpty() ? Optional.empty() : Optional.of(new Change.Merged(retired, new CustomerId(number)));
    }

    private Optional<Change> split(long number, List<Long> pieces) {
        List<CustomerId> others = pieces.stream()
                .filter(piece -> piece != successor(number))
                .map(CustomerId::new)
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(new Change.Split(new CustomerId(number), others));
    }

    private Optional<Change> changed(long number, List<RecordKey> members) {
        StoredCustomer old = before.get(number);
        if (old == null) {
            return Optional.empty();
        }
        boolean same = old.records().equals(members)
                && members.stream().map(records::require).noneMatch(RecordState::isNewVersion);
        if (same) {
            return Optional.empty();
        }
        Set<Field> fields =
                Golden.changes(profile(old.records(), RecordState::liveBefore), profile(members, RecordState::live));
        return fields.isEmpty() ? Optional.empty() : Optional.of(new Change.Changed(new CustomerId(number), fields));
    }

    private GoldenProfile profile(List<RecordKey> keys, Function<RecordState, Optional<SourceRecord>> version) {
        List<PreparedRecord> members = new ArrayList<>(keys.size());
        for (RecordKey key : keys) {
            version.apply(records.require(key))
                    .ifPresent(record -> members.add(prepared.computeIfAbsent(record, golden::prepare)));
        }
        return members.isEmpty()
                ? GoldenProfile.EMPTY
                : golden.merge(List.copyOf(members)).profile();
    }
}

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
import io.crmviews.spi.store.FeedEntry;
import io.crmviews.spi.store.Flow;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Tells what a step changed of customers, one entry for each group of customers between which records moved. A merge or a
 * split says by itself that values may have changed; else the fields are named whose golden values did.
 */
final class CustomerChanges {

    private final Records records;
    private final GoldenMerge golden;
    private final Map<Long, StoredCustomer> before;
    private final SortedMap<Long, List<RecordKey>> after;
    private final Map<Long, Boolean> allNew = new HashMap<>();
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
    }

    /** Where records of one source come from and go to. */
    private record Way(String source, long from, long to) {}

    /** The entries in the order of the least number of each group. */
    List<FeedEntry> entries(long position) {
        Map<Way, Flow> flows = new TreeMap<>(
                Comparator.comparing(Way::source).thenComparingLong(Way::from).thenComparingLong(Way::to));
        Set<RecordKey> seen = new HashSet<>();
        for (List<RecordKey> members : touched()) {
            for (RecordKey key : members) {
                if (seen.add(key)) {
                    Flow flow = flow(records.require(key));
                    flows.merge(new Way(flow.source(), flow.before(), flow.after()), flow, CustomerChanges::both);
                }
            }
        }
        List<FeedEntry> entries = new ArrayList<>();
        groups(flows.values()).forEach(group -> entry(position, group).ifPresent(entries::add));
        return entries;
    }

    /** Flows that have a customer in common are of one group, before or after. */
    private static Collection<List<Flow>> groups(Collection<Flow> flows) {
        Map<Long, Long> leads = new HashMap<>();
        for (Flow flow : flows) {
            if (flow.before() != StoredRecord.NONE && flow.after() != StoredRecord.NONE) {
                long a = lead(leads, flow.before());
                long b = lead(leads, flow.after());
                if (a != b) {
                    leads.put(Math.max(a, b), Math.min(a, b));
                }
            }
        }
        TreeMap<Long, List<Flow>> groups = new TreeMap<>();
        for (Flow flow : flows) {
            long any = flow.before() == StoredRecord.NONE ? flow.after() : flow.before();
            groups.computeIfAbsent(lead(leads, any), lead -> new ArrayList<>(2)).add(flow);
        }
        return groups.values();
    }

    private static long lead(Map<Long, Long> leads, long number) {
        long lead = number;
        for (Long up = leads.get(lead); up != null; up = leads.get(lead)) {
            lead = up;
        }
        return lead;
    }

    /** No entry if neither the whole nor a part of it shows a change. */
    private Optional<FeedEntry> entry(long position, List<Flow> flows) {
        Lineage lineage = new Lineage(flows);
        List<Change> changes = lineage.changes();
        flows.stream().map(Flow::after).distinct().sorted().forEach(number -> {
            List<RecordKey> members = after.get(number);
            StoredCustomer old = before.get(number);
            if (members != null && old != null && lineage.stays(number)) {
                changed(old, members).ifPresent(changes::add);
            }
        });
        boolean oneSource = flows.stream().map(Flow::source).distinct().count() == 1;
        return changes.isEmpty() && oneSource ? Optional.empty() : Optional.of(new FeedEntry(position, changes, flows));
    }

    /** The records of all customers of which a record is new, moved, or has another version. */
    private List<List<RecordKey>> touched() {
        List<List<RecordKey>> touched = new ArrayList<>();
        before.values().forEach(old -> {
            if (!old.records().equals(after.get(old.number())) || hasNewVersion(old.records())) {
                touched.add(old.records());
            }
        });
        after.forEach((number, members) -> {
            StoredCustomer old = before.get(number);
            if (old == null || !old.records().equals(members)) {
                touched.add(members);
            }
        });
        return touched;
    }

    private boolean hasNewVersion(List<RecordKey> keys) {
        return keys.stream().map(records::require).anyMatch(RecordState::isNewVersion);
    }

    private Flow flow(RecordState state) {
        long from = state.customerBefore();
        long least = state.before == null || state.before.ids().isEmpty()
                ? StoredRecord.NONE
                : state.before.ids().get(0);
        return new Flow(
                state.key.source(),
                from,
                state.customer,
                least,
                state.ids.isEmpty() ? StoredRecord.NONE : state.ids.first(),
                state.isNewVersion() && !isNew(state) ? Statement.changed(state.liveBefore(), state.live()) : Set.of(),
                from == state.customer || isNew(state) ? Set.of() : Statement.all(state.liveBefore(), state.live()));
    }

    /** A customer of new records alone has no values that could change, whoever sees which of them. */
    private boolean isNew(RecordState state) {
        return state.customerBefore() == StoredRecord.NONE
                && allNew.computeIfAbsent(
                        state.customer,
                        number -> after.getOrDefault(number, List.of()).stream()
                                .allMatch(key -> records.require(key).customerBefore() == StoredRecord.NONE));
    }

    private static Flow both(Flow one, Flow other) {
        return new Flow(
                one.source(),
                one.before(),
                one.after(),
                least(one.leastBefore(), other.leastBefore()),
                least(one.leastAfter(), other.leastAfter()),
                union(one.changed(), other.changed()),
                union(one.carried(), other.carried()));
    }

    private static Set<Field> union(Set<Field> some, Set<Field> more) {
        Set<Field> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    private static long least(long one, long other) {
        if (one == StoredRecord.NONE || other == StoredRecord.NONE) {
            return Math.max(one, other);
        }
        return Math.min(one, other);
    }

    private Optional<Change> changed(StoredCustomer old, List<RecordKey> members) {
        Set<Field> fields =
                changes(prepared(old.records(), RecordState::liveBefore), prepared(members, RecordState::live));
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new Change.Changed(new CustomerId(old.number()), fields));
    }

    /** The winners are compared, not whole profiles: most are the same record's before and after. */
    private Set<Field> changes(List<PreparedRecord> was, List<PreparedRecord> is) {
        if (was.isEmpty() || is.isEmpty()) {
            return Golden.changes(profile(was), profile(is));
        }
        return golden.merge(is).changedSince(golden.merge(was));
    }

    private GoldenProfile profile(List<PreparedRecord> members) {
        return members.isEmpty() ? GoldenProfile.EMPTY : golden.merge(members).profile();
    }

    private List<PreparedRecord> prepared(List<RecordKey> keys, Function<RecordState, Optional<SourceRecord>> version) {
        List<PreparedRecord> members = new ArrayList<>(keys.size());
        for (RecordKey key : keys) {
            version.apply(records.require(key))
                    .ifPresent(record -> members.add(prepared.computeIfAbsent(record, golden::prepare)));
        }
        return List.copyOf(members);
    }
}

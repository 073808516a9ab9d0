package io.crmviews.merge.ingest;

import io.crmviews.model.change.Change;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.Field;
import io.crmviews.spi.store.Flow;
import io.crmviews.spi.store.StoredRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What flows of records mean for customers: removals, then splits, merges and creations, each in the order of ids. A
 * customer goes by the least id that its records in these flows carry; so given the flows that a reader may see, it tells
 * what happened among what that reader may see. Pure.
 */
public final class Lineage {

    private final TreeMap<Long, TreeSet<Long>> pieces = new TreeMap<>();
    private final TreeMap<Long, TreeSet<Long>> origins = new TreeMap<>();
    private final TreeMap<Long, Set<Field>> stated = new TreeMap<>();
    private final Set<Long> retold = new HashSet<>();

    /**
     * The lineage of some flows.
     *
     * @param flows the flows of one commit, all of a group of customers or those that a reader may see
     */
    public Lineage(List<Flow> flows) {
        Map<Long, Long> before = new HashMap<>();
        Map<Long, Long> after = new HashMap<>();
        for (Flow flow : flows) {
            if (flow.before() != StoredRecord.NONE) {
                before.merge(flow.before(), flow.leastBefore(), Math::min);
            }
            if (flow.after() != StoredRecord.NONE) {
                after.merge(flow.after(), flow.leastAfter(), Math::min);
            }
        }
        for (Flow flow : flows) {
            add(
                    before.getOrDefault(flow.before(), StoredRecord.NONE),
                    after.getOrDefault(flow.after(), StoredRecord.NONE),
                    flow);
        }
    }

    private void add(long from, long to, Flow flow) {
        Set<Field> fields = new HashSet<>(flow.changed());
        // Another number of the customer is no move, where only hidden records make the difference.
        if (from != to) {
            fields.addAll(flow.carried());
        }
        if (from != StoredRecord.NONE) {
            pieces.computeIfAbsent(from, any -> new TreeSet<>());
            stated.computeIfAbsent(from, any -> new HashSet<>()).addAll(fields);
        }
        if (to != StoredRecord.NONE) {
            origins.computeIfAbsent(to, any -> new TreeSet<>());
            stated.computeIfAbsent(to, any -> new HashSet<>()).addAll(fields);
        }
        if (from != StoredRecord.NONE && to != StoredRecord.NONE) {
            pieces.computeIfAbsent(from, any -> new TreeSet<>()).add(to);
            origins.computeIfAbsent(to, any -> new TreeSet<>()).add(from);
        }
    }

    /**
     * What became of customers.
     *
     * @return removals, splits, merges and creations
     */
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        pieces.forEach((number, into) -> {
            if (into.isEmpty()) {
                changes.add(new Change.Removed(new CustomerId(number)));
            }
        });
        pieces.forEach((number, into) -> split(number, into, changes));
        origins.forEach((number, from) -> merged(number, from, changes));
        origins.forEach((number, from) -> {
            if (from.isEmpty()) {
                changes.add(new Change.Created(new CustomerId(number)));
            }
        });
        return changes;
    }

    /**
     * Whether a customer was there before and is there afterwards, and neither a merge nor a split says that all of it may
     * have changed. Ask after {@link #changes()}.
     *
     * @param number the customer's number
     * @return true if a change of its values is to be told
     */
    public boolean stays(long number) {
        return pieces.containsKey(number) && origins.containsKey(number) && !retold.contains(number);
    }

    /**
     * What became of customers, and of which fields their records state something else: the golden values of these may
     * have changed, those of others have not.
     *
     * @return the changes, those of values last
     */
    public List<Change> changesWithFields() {
        List<Change> changes = changes();
        stated.forEach((number, fields) -> {
            if (stays(number) && !fields.isEmpty()) {
                changes.add(new Change.Changed(new CustomerId(number), fields));
            }
        });
        return changes;
    }

    private void split(long number, Set<Long> into, List<Change> to) {
        List<CustomerId> others = into.stream()
                .filter(piece -> piece != successor(number))
                .map(CustomerId::new)
                .toList();
        if (!others.isEmpty()) {
            retold.add(number);
            to.add(new Change.Split(new CustomerId(number), others));
        }
    }

    private void merged(long number, Set<Long> from, List<Change> to) {
        List<CustomerId> retired = from.stream()
                .filter(origin -> origin != number && successor(origin) == number)
                .map(CustomerId::new)
                .toList();
        if (!retired.isEmpty()) {
            retold.add(number);
            to.add(new Change.Merged(retired, new CustomerId(number)));
        }
    }

    /** Where a customer lives on: under its own number, else in the oldest customer that took records of it. */
    private long successor(long number) {
        TreeSet<Long> into = pieces.getOrDefault(number, new TreeSet<>());
        return into.isEmpty() || into.contains(number) ? number : into.first();
    }
}

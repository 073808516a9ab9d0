package io.crmviews.merge.golden;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.profile.GoldenProfile;
import io.crmviews.model.source.RecordKey;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Merges the records of a customer into its golden values under some rules. Immutable, deterministic, safe for any
 * thread.
 *
 * <p>Prepare each record once, merge as often as needed: a merge compares one number a field and record. It is a pure
 * function of the set of records, so it is commutative, associative and idempotent over sets.
 */
public final class GoldenMerge {

    private final Columns columns;
    private final ValueForms forms;
    private final MergeKernel kernel;

    private GoldenMerge(Survivorship rules, ValueForms forms) {
        this.columns = new Columns(rules);
        this.forms = forms;
        this.kernel = new MergeKernel(columns);
    }

    /**
     * A merge.
     *
     * @param rules which strategy decides which field
     * @param forms when two values are the same
     * @return the merge
     */
    public static GoldenMerge of(Survivorship rules, ValueForms forms) {
        return new GoldenMerge(rules, forms);
    }

    /**
     * Makes a record ready. O(values of the record).
     *
     * @param record the current version of a record
     * @return the prepared record, for merges made by this object only
     */
    public PreparedRecord prepare(SourceRecord record) {
        return new Preparation(columns, forms, record).prepare();
    }

    /**
     * Merges prepared records. O(fields times members); allocates three small objects whatever the number of members
     * if the list is immutable and no counting field has more than 64 of them.
     *
     * @param members the records of one customer, each key once, in any order; not empty
     * @return the golden values
     * @throws IllegalArgumentException if there are no members
     */
    public Golden merge(List<PreparedRecord> members) {
        if (members.isEmpty()) {
            throw new IllegalArgumentException("A merge needs at least one record.");
        }
        long[] best = members.get(0).ranks.clone();
        int[] winners = new int[best.length];
        List<PreparedRecord> kept = List.copyOf(members);
        kernel.select(kept, best, winners);
        return new Golden(this, kept, best, winners);
    }

    /**
     * Adds one record to a merge. O(fields) but for counting fields that the record states, which are counted again;
     * allocates nothing if it changes nothing.
     *
     * @param before the merge of all members but the last; members may have been added since that changed nothing
     * @param members the members of {@code before} in the same order, and after them the new record
     * @return {@code before} itself if no value changes, else the merge of all members
     */
    public Golden fold(Golden before, List<PreparedRecord> members) {
        boolean changes = kernel.changes(members, before.best, before.winners);
        boolean lists = !members.get(members.size() - 1).listed.isEmpty();
        if (!changes && !lists) {
            return before;
        }
        List<PreparedRecord> kept = List.copyOf(members);
        if (!changes) {
            return new Golden(this, kept, before.best, before.winners);
        }
        long[] best = before.best.clone();
        int[] winners = before.winners.clone();
        kernel.arrive(kept, best, winners);
        return new Golden(this, kept, best, winners);
    }

    /**
     * Prepares and merges records.
     *
     * @param records the records of one customer in any order; a record given twice counts once
     * @return the profile; empty if there are no records
     * @throws IllegalArgumentException if two versions of one record are given
     */
    public GoldenProfile profile(Collection<SourceRecord> records) {
        TreeMap<RecordKey, SourceRecord> byKey = new TreeMap<>();
        for (SourceRecord record : records) {
            SourceRecord other = byKey.put(record.key(), record);
            if (other != null && !other.equals(record)) {
                throw new IllegalArgumentException("A merge takes one version of a record.");
            }
        }
        List<PreparedRecord> prepared =
                byKey.values().stream().map(this::prepare).toList();
        return prepared.isEmpty() ? GoldenProfile.EMPTY : merge(prepared).profile();
    }

    Columns columns() {
        return columns;
    }

    ValueForms forms() {
        return forms;
    }
}

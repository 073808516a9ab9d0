package io.crmviews.merge.ingest;

import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoredRecord;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A record in the course of one step: as it was stored, and as it will be. */
final class RecordState {

    final RecordKey key;
    final @Nullable StoredRecord before;

    @Nullable
    Fact current;

    List<Fact> history = List.of();
    /** Ascending, and so are the predecessors. */
    private List<Long> ids = List.of();

    private List<RecordKey> predecessors = List.of();
    long node = StoredRecord.NONE;
    long customer = StoredRecord.NONE;
    boolean dirty;
    private boolean newVersion;
    private boolean erased;

    RecordState(RecordKey key, @Nullable StoredRecord before) {
        this.key = key;
        this.before = before;
        if (before != null) {
            ids = sorted(before.ids());
            predecessors = sorted(before.predecessors());
            current = before.current();
            history = before.history();
            node = before.node();
            customer = before.customer();
        }
    }

    private static <T extends Comparable<T>> List<T> sorted(Collection<T> values) {
        return values.size() <= 1 ? List.copyOf(values) : List.copyOf(new TreeSet<>(values));
    }

    private static <T extends Comparable<T>> List<T> union(List<T> some, List<T> more) {
        TreeSet<T> all = new TreeSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    /** The numbers it carries, ascending. */
    List<Long> ids() {
        return ids;
    }

    /** The least number it carries; {@link StoredRecord#NONE} if it carries none. */
    long leastId() {
        return ids.isEmpty() ? StoredRecord.NONE : ids.get(0);
    }

    void number(long first) {
        ids = List.of(first);
        dirty = true;
    }

    /** Takes over what a record of its customer carried that is removed. */
    void inherit(RecordState removed) {
        ids = union(ids, removed.ids);
        predecessors =
                union(union(predecessors, removed.predecessors), removed.erased ? List.of() : List.of(removed.key));
        dirty = true;
        removed.ids = List.of();
        removed.predecessors = List.of();
    }

    /** Lets another version hold from now on. */
    void become(Fact version) {
        current = version;
        newVersion = true;
        dirty = true;
    }

    /** Takes all versions away; what is left is written nowhere. */
    void erase() {
        current = null;
        history = List.of();
        newVersion = true;
        erased = true;
    }

    boolean isErased() {
        return erased;
    }

    Optional<SourceRecord> live() {
        return current instanceof SourceRecord record ? Optional.of(record) : Optional.empty();
    }

    Optional<SourceRecord> liveBefore() {
        return before != null && before.current() instanceof SourceRecord record
                ? Optional.of(record)
                : Optional.empty();
    }

    /** Whether another version holds than before the step. */
    boolean isNewVersion() {
        return newVersion;
    }

    long customerBefore() {
        return before == null ? StoredRecord.NONE : before.customer();
    }

    StoredRecord stored() {
        if (current == null) {
            throw new IllegalStateException("A record without a version cannot be stored.");
        }
        return new StoredRecord(key, ids, current, history, predecessors, node, customer);
    }
}

package io.crmviews.merge.ingest;

import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoredRecord;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A record in the course of one step: as it was stored, and as it will be. */
final class RecordState {

    final RecordKey key;
    final @Nullable StoredRecord before;
    final TreeSet<Long> ids = new TreeSet<>();
    final TreeSet<RecordKey> predecessors = new TreeSet<>();

    @Nullable
    Fact current;

    List<Fact> history = List.of();
    long node = StoredRecord.NONE;
    long customer = StoredRecord.NONE;
    boolean dirty;
    private boolean newVersion;

    RecordState(RecordKey key, @Nullable StoredRecord before) {
        this.key = key;
        this.before = before;
        if (before != null) {
            ids.addAll(before.ids());
            predecessors.addAll(before.predecessors());
            current = before.current();
            history = before.history();
            node = before.node();
            customer = before.customer();
        }
    }

    /** Lets another version hold from now on. */
    void become(Fact version) {
        current = version;
        newVersion = true;
        dirty = true;
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
        return new StoredRecord(key, List.copyOf(ids), current, history, List.copyOf(predecessors), node, customer);
    }
}

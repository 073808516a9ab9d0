package io.crmviews.merge.golden;

import io.crmviews.model.fact.SourceRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record made ready for merging: per field its best value and that value's rank. Made once per version of a record by
 * {@link GoldenMerge#prepare(SourceRecord)} and used in as many merges as one likes; immutable, safe for any thread.
 */
public final class PreparedRecord {

    final SourceRecord record;
    /** Per column: the raw text, the whole name or the whole address; null where nothing is stated. */
    final @Nullable Object[] values;
    /** Per column: the canonical text, to break ties; null where nothing is stated. */
    final @Nullable String[] texts;
    /** Per column: 0 where nothing is stated. */
    final long[] ranks;
    /** Per counting column: the hash of the canonical text. */
    final long[] hashes;
    /** Values of fields that keep all, or that no column was made for. */
    final List<Listed> listed;

    PreparedRecord(
            SourceRecord record,
            @Nullable Object[] values,
            @Nullable String[] texts,
            long[] ranks,
            long[] hashes,
            List<Listed> listed) {
        this.record = record;
        this.values = values;
        this.texts = texts;
        this.ranks = ranks;
        this.hashes = hashes;
        this.listed = List.copyOf(listed);
    }

    /**
     * The record that was prepared.
     *
     * @return the record, never null
     */
    public SourceRecord record() {
        return record;
    }

    @Override
    public String toString() {
        return "PreparedRecord[" + record.key() + "]";
    }
}

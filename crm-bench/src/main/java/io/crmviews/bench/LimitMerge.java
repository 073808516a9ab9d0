package io.crmviews.bench;

import io.crmviews.bench.Profiles.Customer;
import io.crmviews.bench.Profiles.Stated;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is possible: arrays of fields and one pass, written for these twenty fields and nothing else. The best ranks live
 * in scratch memory, so that a merge allocates its result only.
 */
final class LimitMerge implements ProfileMerge<LimitMerge.Row[], LimitMerge.Merged> {

    private static final int FIELDS = Profiles.FIELDS.size();

    private final long[] best = new long[FIELDS];

    /**
     * A prepared record.
     *
     * @param ranks by field, 0 where nothing is stated
     * @param texts by field
     * @param record its name
     */
    @SuppressWarnings("ArrayRecordComponent") // A kernel's own memory.
    record Row(long[] ranks, String[] texts, String record) {}

    /**
     * A merged profile.
     *
     * @param texts the winning values, null where nothing is known
     * @param from the places of the records that they are from
     */
    @SuppressWarnings("ArrayRecordComponent") // A kernel's own memory.
    record Merged(String[] texts, byte[] from) {}

    /**
     * A merged profile that takes more records in place.
     *
     * @param best the best ranks
     * @param merged the profile
     */
    @SuppressWarnings("ArrayRecordComponent") // A kernel's own memory.
    record Running(long[] best, Merged merged) {}

    @Override
    public Row[] prepare(Customer customer) {
        return customer.stated().stream().map(LimitMerge::row).toArray(Row[]::new);
    }

    private static Row row(List<Stated> stated) {
        Row row = new Row(new long[FIELDS], new String[FIELDS], stated.get(0).record());
        for (Stated said : stated) {
            row.ranks[said.field()] = said.rank();
            row.texts[said.field()] = said.text();
        }
        return row;
    }

    @Override
    public Merged merge(Row[] rows) {
        long[] top = best;
        Row first = rows[0];
        System.arraycopy(first.ranks, 0, top, 0, FIELDS);
        byte[] from = new byte[FIELDS];
        for (int r = 1; r < rows.length; r++) {
            take(rows, r, top, from);
        }
        String[] texts = new String[FIELDS];
        for (int f = 0; f < FIELDS; f++) {
            texts[f] = rows[from[f]].texts[f];
        }
        return new Merged(texts, from);
    }

    private static void take(Row[] rows, int r, long[] top, byte[] from) {
        Row row = rows[r];
        long[] ranks = row.ranks;
        for (int f = 0; f < FIELDS; f++) {
            long rank = ranks[f];
            if (rank >= top[f] && (rank > top[f] || (rank != 0 && breaksTie(row, rows[from[f]], f)))) {
                top[f] = rank;
                from[f] = (byte) r;
            }
        }
    }

    private static boolean breaksTie(Row row, Row other, int field) {
        int byText = row.texts[field].compareTo(other.texts[field]);
        return byText < 0 || (byText == 0 && row.record.compareTo(other.record) < 0);
    }

    /** A profile that more records can come to. */
    Running running(Row[] rows) {
        Merged merged = merge(rows);
        return new Running(best.clone(), merged);
    }

    /** The last of the rows comes to a running profile. */
    Running arrive(Running running, Row[] rows) {
        int arrived = rows.length - 1;
        byte[] from = running.merged.from;
        long[] ranks = rows[arrived].ranks;
        for (int f = 0; f < FIELDS; f++) {
            long rank = ranks[f];
            if (rank >= running.best[f]
                    && (rank > running.best[f] || (rank != 0 && breaksTie(rows[arrived], rows[from[f]], f)))) {
                running.best[f] = rank;
                from[f] = (byte) arrived;
                running.merged.texts[f] = rows[arrived].texts[f];
            }
        }
        return running;
    }

    @Override
    public SortedMap<String, Winner> winners(Row[] rows, Merged merged) {
        SortedMap<String, Winner> winners = new TreeMap<>();
        for (int f = 0; f < FIELDS; f++) {
            if (merged.texts[f] != null) {
                winners.put(
                        Profiles.FIELDS.get(f).toString(), new Winner(merged.texts[f], rows[merged.from[f]].record));
            }
        }
        return winners;
    }
}

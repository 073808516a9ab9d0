package io.crmviews.merge.memory;

import io.crmviews.spi.policy.ReadEntry;
import io.crmviews.spi.policy.ReadLog;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A log of reads in the heap, for tests and small programs: it keeps the latest entries only, and is lost when the process
 * ends. Thread-safe. Asking for the reads of a record costs a walk over all entries.
 */
public final class MemoryReadLog implements ReadLog {

    private final Deque<ReadEntry> entries = new ArrayDeque<>();
    private final int kept;

    /**
     * An empty log.
     *
     * @param kept how many entries are kept, 1 or more; the oldest go first
     */
    public MemoryReadLog(int kept) {
        if (kept < 1) {
            throw new IllegalArgumentException("A log keeps at least one entry.");
        }
        this.kept = kept;
    }

    @Override
    public synchronized void append(List<ReadEntry> more) {
        for (ReadEntry entry : more) {
            if (entries.size() == kept) {
                entries.remove();
            }
            entries.add(entry);
        }
    }

    @Override
    public synchronized List<ReadEntry> about(Collection<Long> ids, int most) {
        Iterator<ReadEntry> newestFirst = entries.descendingIterator();
        Stream<ReadEntry> all = StreamSupport.stream(((Iterable<ReadEntry>) () -> newestFirst).spliterator(), false);
        return all.filter(entry -> entry.ids().stream().anyMatch(ids::contains))
                .limit(most)
                .toList();
    }

    /**
     * All entries.
     *
     * @return a copy, in the order of the reads
     */
    public synchronized List<ReadEntry> entries() {
        return List.copyOf(entries);
    }
}

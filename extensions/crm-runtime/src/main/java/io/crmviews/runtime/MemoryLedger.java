package io.crmviews.runtime;

import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Reject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A ledger that forgets with the process: for tests, and for programs that read everything anew. Keeps a bounded number
 * of rejects per source and drops the oldest beyond. Thread-safe.
 */
public final class MemoryLedger implements Ledger {

    private static final int USUAL_REJECTS = 10_000;

    private final int mostRejects;
    private final Map<String, Entry> entries = new HashMap<>();

    /** A ledger that keeps at most 10,000 rejects per source. */
    public MemoryLedger() {
        this(USUAL_REJECTS);
    }

    /**
     * A ledger with a bound of its own.
     *
     * @param mostRejects the most rejects to keep per source, at least 0
     */
    public MemoryLedger(int mostRejects) {
        if (mostRejects < 0) {
            throw new IllegalArgumentException("The number of rejects to keep must not be negative.");
        }
        this.mostRejects = mostRejects;
    }

    @Override
    public synchronized Checkpoint checkpoint(String source) {
        return entry(source).checkpoint;
    }

    @Override
    public synchronized void commit(String source, Checkpoint checkpoint, Instant heardUpTo, List<Reject> rejects) {
        Entry entry = entry(source);
        entry.checkpoint = checkpoint;
        if (heardUpTo.isAfter(entry.heardUpTo)) {
            entry.heardUpTo = heardUpTo;
        }
        entry.rejects.addAll(rejects);
        while (entry.rejects.size() > mostRejects) {
            entry.rejects.removeFirst();
        }
    }

    @Override
    public synchronized List<Reject> rejects(String source) {
        return List.copyOf(entry(source).rejects);
    }

    @Override
    public synchronized Instant heardUpTo(String source) {
        return entry(source).heardUpTo;
    }

    private Entry entry(String source) {
        return entries.computeIfAbsent(source, id -> new Entry());
    }

    /** What is known of one source; guarded by the ledger. */
    private static final class Entry {
        private Checkpoint checkpoint = Checkpoint.START;
        private Instant heardUpTo = Instant.MIN;
        private final Deque<Reject> rejects = new ArrayDeque<>();
    }
}

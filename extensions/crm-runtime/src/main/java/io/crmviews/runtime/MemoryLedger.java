package io.crmviews.runtime;

import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Reject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
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
    private long letters;

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
    public synchronized void commit(Progress progress) {
        Entry entry = entry(progress.source());
        entry.checkpoint = progress.checkpoint();
        if (progress.heardUpTo().isAfter(entry.heardUpTo)) {
            entry.heardUpTo = progress.heardUpTo();
        }
        progress.unread().forEach(reject -> entry.letters.add(letter(progress, reject, false)));
        progress.refused().forEach(reject -> entry.letters.add(letter(progress, reject, true)));
        while (entry.letters.size() > mostRejects) {
            entry.letters.removeFirst();
        }
    }

    private DeadLetter letter(Progress progress, Reject reject, boolean mapped) {
        return new DeadLetter(++letters, progress.source(), reject, mapped, progress.at());
    }

    @Override
    public synchronized List<DeadLetter> deadLetters(String source, long after, int most) {
        return entry(source).letters.stream()
                .filter(letter -> letter.id() > after)
                .limit(most)
                .toList();
    }

    @Override
    public synchronized void settle(String source, Collection<Long> ids) {
        entry(source).letters.removeIf(letter -> ids.contains(letter.id()));
    }

    @Override
    public synchronized int expire(Instant before) {
        int expired = 0;
        for (Entry entry : entries.values()) {
            int kept = entry.letters.size();
            entry.letters.removeIf(letter -> letter.at().isBefore(before));
            expired += kept - entry.letters.size();
        }
        return expired;
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
        private final Deque<DeadLetter> letters = new ArrayDeque<>();
    }
}

package io.crmviews.merge;

import io.crmviews.spi.policy.Access;
import io.crmviews.spi.policy.AccessPolicy;
import io.crmviews.spi.policy.ReadEntry;
import io.crmviews.spi.policy.ReadLog;
import io.crmviews.spi.policy.Reader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes reads to their log in groups: when the oldest is a second old and another read comes, when the buffer is half full,
 * or when somebody says so. No read gets its answer before it is in the buffer, and none when the buffer is full because the
 * log does not take it. Thread-safe.
 */
final class ReadLogging {

    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final ReadLog log;
    private final AccessPolicy policy;
    private final Clock clock;
    private final int most;
    private final List<ReadEntry> buffer = new ArrayList<>();

    ReadLogging(ReadLog log, AccessPolicy policy, Clock clock, int most) {
        this.log = log;
        this.policy = policy;
        this.clock = clock;
        this.most = most;
    }

    void read(Reader reader, Access.Question question, Collection<Long> ids, Set<String> classes, boolean answered) {
        Set<Long> named = ids.size() <= ReadEntry.MOST_IDS
                ? Set.copyOf(ids)
                : new TreeSet<>(ids).stream().limit(ReadEntry.MOST_IDS).collect(Collectors.toSet());
        Instant now = clock.instant();
        take(
                new ReadEntry(
                        now, reader.audience(), reader.purpose(), reader.who(), question, answered, named, classes),
                policy.demandsLogFirst(reader));
    }

    private synchronized void take(ReadEntry entry, boolean first) {
        if (buffer.size() >= most) {
            flush();
        }
        boolean old =
                !buffer.isEmpty() && !entry.at().isBefore(buffer.get(0).at().plus(LONGEST));
        buffer.add(entry);
        if (first || old || buffer.size() * 2 >= most) {
            try {
                flush();
            } catch (IllegalStateException failing) {
                // A log that fails for a while loses nothing: the buffer takes reads until it is full.
                if (first) {
                    buffer.remove(buffer.size() - 1);
                    throw failing;
                }
            }
        }
    }

    synchronized void flush() {
        if (!buffer.isEmpty()) {
            try {
                log.append(List.copyOf(buffer));
            } catch (RuntimeException failure) {
                throw refused(failure);
            }
            buffer.clear();
        }
    }

    synchronized List<ReadEntry> about(Collection<Long> ids, int limit) {
        flush();
        return log.about(ids, limit);
    }

    /** The cause is not passed on: nobody knows what its text quotes. */
    private static IllegalStateException refused(RuntimeException cause) {
        return new IllegalStateException("Reads cannot be logged, so none is answered: "
                + cause.getClass().getName() + ".");
    }
}

package io.crmviews.spi.policy;

import java.util.Collection;
import java.util.List;

/**
 * Keeps who read what. Append-only: nothing is changed or taken out but by the log's own retention. Thread-safe; the engine
 * calls from the threads that read.
 */
public interface ReadLog {

    /**
     * Appends entries, durably and all or none.
     *
     * @param entries the entries, in the order of the reads
     * @throws RuntimeException if they cannot be kept; the engine then tries again, and refuses reads once its buffer is
     *     full
     */
    void append(List<ReadEntry> entries);

    /**
     * The reads of some records.
     *
     * @param ids ids of records
     * @param most how many at the most, 1 or more
     * @return the latest entries that name one of them, the newest first
     */
    List<ReadEntry> about(Collection<Long> ids, int most);
}

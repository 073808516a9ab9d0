package io.crmviews.store.jdbc.internal;

import java.util.concurrent.atomic.LongAdder;

/** Counts statements, which are round trips to a server, and the rows that they wrote. Thread-safe. */
public final class Work {

    private final LongAdder statements = new LongAdder();
    private final LongAdder rows = new LongAdder();

    /** Nothing was done yet. */
    public Work() {}

    void statement() {
        statements.increment();
    }

    void rows(int count) {
        rows.add(count);
    }

    /**
     * How many statements were executed; a batch is one.
     *
     * @return the count
     */
    public long statements() {
        return statements.sum();
    }

    /**
     * How many rows were put or removed one by one in batches.
     *
     * @return the count
     */
    public long rows() {
        return rows.sum();
    }
}

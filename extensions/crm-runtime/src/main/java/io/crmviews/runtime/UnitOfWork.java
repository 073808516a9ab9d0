package io.crmviews.runtime;

/**
 * Makes one transaction of what happens to a batch: the records go into the engine, the rejects and the checkpoint into
 * the {@link Ledger}. A SQL store begins a transaction on the calling thread, runs the work, whose calls find that
 * transaction, and commits; so a crash leaves both or neither. Without it the records are stored first and the ledger
 * after them: a crash in between delivers the batch again, which changes nothing. Thread-safe.
 */
@FunctionalInterface
public interface UnitOfWork {

    /** No transaction around both. */
    UnitOfWork NONE = Runnable::run;

    /**
     * Runs work as one unit. Called by the workers, never interrupted.
     *
     * @param work what belongs together; run once
     * @throws RuntimeException what the work throws, after nothing of it was kept; that stops the source
     */
    void run(Runnable work);
}

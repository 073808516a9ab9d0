package io.crmviews.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The workers of a runtime, one for each source, and who waits for their end. Thread-safe. */
final class Workers {

    private final Settings settings;
    private final List<String> order;
    private final Map<String, Worker> workers = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition over = lock.newCondition();

    Workers(List<SourceDefinition> sources, Settings settings) {
        this.settings = settings;
        order = sources.stream().map(SourceDefinition::id).toList();
        sources.forEach(source -> workers.put(source.id(), make(source)));
    }

    private Worker make(SourceDefinition source) {
        return new Worker(source, settings, this::tellThatOneIsOver);
    }

    private void tellThatOneIsOver() {
        lock.lock();
        try {
            over.signalAll();
        } finally {
            lock.unlock();
        }
    }

    List<Worker> all() {
        return order.stream().map(this::of).toList();
    }

    Worker of(String source) {
        Worker worker = workers.get(source);
        if (worker == null) {
            throw new IllegalArgumentException("There is no source " + source + ".");
        }
        return worker;
    }

    /** Puts a new worker in the place of one that is over. */
    void renew(Worker old) {
        Worker anew = make(old.source());
        if (workers.replace(old.source().id(), old, anew)) {
            anew.start();
        }
    }

    void awaitAll() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!areOver(all())) {
                over.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether they are over, or so within the limit. */
    boolean awaitOver(List<Worker> stopping, Duration limit) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = limit.toNanos();
            while (!areOver(stopping) && left > 0) {
                left = over.awaitNanos(left);
            }
            return areOver(stopping);
        } finally {
            lock.unlock();
        }
    }

    private static boolean areOver(List<Worker> some) {
        return some.stream().allMatch(worker -> worker.status().state().isOver());
    }
}

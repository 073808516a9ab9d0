package io.crmviews.runtime;

import io.crmviews.spi.channel.ConnectorException;

/**
 * Lets a stop interrupt a worker only while it waits for a connector or sleeps, never while the sink or the ledger
 * writes: an interrupt closes file channels, and with them an embedded store.
 */
final class Interruptions {

    private boolean stopping;
    private boolean interruptible;
    private final Thread thread;

    Interruptions(Thread thread) {
        this.thread = thread;
    }

    /** A call that may wait. */
    interface Waiting<T> {
        T call() throws ConnectorException, InterruptedException;
    }

    <T> T allow(Waiting<T> call) throws ConnectorException, InterruptedException {
        enter();
        try {
            return call.call();
        } finally {
            leave();
        }
    }

    synchronized void stop() {
        stopping = true;
        if (interruptible) {
            thread.interrupt();
        }
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    private synchronized void enter() throws InterruptedException {
        if (stopping) {
            throw new InterruptedException();
        }
        interruptible = true;
    }

    private synchronized void leave() {
        interruptible = false;
        // An interrupt that the call did not notice must not reach the store; the loop sees the flag.
        Thread.interrupted();
    }
}

package io.crmviews.runtime;

/** What people ask of a worker while it runs. Thread-safe. */
final class Control {

    private boolean paused;
    private boolean draining;

    synchronized void pause() {
        paused = true;
    }

    synchronized void resume() {
        paused = false;
        notifyAll();
    }

    synchronized void drain() {
        draining = true;
        resume();
    }

    synchronized boolean isPaused() {
        return paused;
    }

    synchronized boolean isDraining() {
        return draining;
    }

    synchronized void awaitResumed() throws InterruptedException {
        while (paused) {
            wait();
        }
    }
}

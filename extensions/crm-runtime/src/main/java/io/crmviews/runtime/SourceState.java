package io.crmviews.runtime;

/** What a source is doing. */
public enum SourceState {
    /** Not started yet. */
    NEW,
    /** Opening, reading or delivering. */
    RUNNING,
    /** Resting at an end of data. */
    IDLE,
    /** Waiting to be tried again after a failure. */
    WAITING,
    /** At its end of data, for good. */
    FINISHED,
    /** Stopped because it was told to. */
    STOPPED,
    /** Stopped because of a failure that trying again does not mend. */
    FAILED;

    /**
     * Whether the worker is gone.
     *
     * @return true for {@link #FINISHED}, {@link #STOPPED} and {@link #FAILED}
     */
    public boolean isOver() {
        return this == FINISHED || this == STOPPED || this == FAILED;
    }
}

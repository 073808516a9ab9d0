package io.crmviews.runtime;

/**
 * Hears how the sources do. Called by the workers, from several threads at once; it returns soon, for its source waits.
 * What it throws is logged and otherwise ignored.
 */
@FunctionalInterface
public interface ProgressListener {

    /** Hears nothing. */
    ProgressListener NONE = status -> {};

    /**
     * A batch was taken in, or the state changed.
     *
     * @param status how the source does now
     */
    void onProgress(SourceStatus status);
}

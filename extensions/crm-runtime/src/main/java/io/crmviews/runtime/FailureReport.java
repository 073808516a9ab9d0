package io.crmviews.runtime;

import io.crmviews.merge.CustomerViews;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the engine which sources cannot be heard, so that views say so: a source that waits after a failure or has given
 * up is failing until a batch of it is taken in or it comes to its end of data. Thread-safe.
 */
public final class FailureReport implements ProgressListener {

    private final CustomerViews views;
    /** When each failing source was last heard. */
    private final Map<String, Instant> failing = new ConcurrentHashMap<>();

    private FailureReport(CustomerViews views) {
        this.views = views;
    }

    /**
     * A listener that reports to the engine. Each change costs one small commit.
     *
     * @param views the engine
     * @return the listener
     */
    public static FailureReport into(CustomerViews views) {
        return new FailureReport(views);
    }

    @Override
    public void onProgress(SourceStatus status) {
        String source = status.source();
        if (status.state() == SourceState.WAITING || status.state() == SourceState.FAILED) {
            if (failing.put(source, status.lastSuccess()) == null) {
                views.note(source, true);
            }
        } else if (isHeard(status)) {
            failing.remove(source);
            views.note(source, false);
        }
    }

    private boolean isHeard(SourceStatus status) {
        Instant before = failing.get(status.source());
        return before != null
                && (status.lastSuccess().isAfter(before)
                        || status.state() == SourceState.IDLE
                        || status.state() == SourceState.FINISHED);
    }
}

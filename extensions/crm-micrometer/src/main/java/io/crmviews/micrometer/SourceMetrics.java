package io.crmviews.micrometer;

import io.crmviews.runtime.ProgressListener;
import io.crmviews.runtime.SourceStatus;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/**
 * Tells a registry how each source does, by the tag {@code source}: {@code crm.source.records}, {@code .rejects} and
 * {@code .failures} as counters, {@code .lag} in seconds (not a number until the source states what it heard) and
 * {@code .healthy} (1 or 0) as gauges. Hand it to the runtime as its listener. Holds no personal value. Thread-safe.
 */
public final class SourceMetrics implements ProgressListener {

    private final MeterRegistry registry;
    private final InstantSource clock;
    private final Map<String, SourceStatus> latest = new ConcurrentHashMap<>();

    /**
     * A listener that tells a registry.
     *
     * @param registry where the meters go
     * @param clock the time that lags are counted to
     */
    public SourceMetrics(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public void onProgress(SourceStatus status) {
        if (latest.put(status.source(), status) == null) {
            count(status.source(), "records", SourceStatus::records);
            count(status.source(), "rejects", SourceStatus::rejects);
            count(status.source(), "failures", SourceStatus::failures);
            measure(status.source(), "lag", this::lag);
            measure(status.source(), "healthy", it -> it.isHealthy() ? 1 : 0);
        }
    }

    private void count(String source, String what, ToDoubleFunction<SourceStatus> value) {
        FunctionCounter.builder("crm.source." + what, latest, all -> value.applyAsDouble(all.get(source)))
                .tag("source", source)
                .register(registry);
    }

    private void measure(String source, String what, ToDoubleFunction<SourceStatus> value) {
        Gauge.builder("crm.source." + what, latest, all -> value.applyAsDouble(all.get(source)))
                .tag("source", source)
                .register(registry);
    }

    private double lag(SourceStatus status) {
        return status.lag(clock.instant()).map(lag -> lag.toMillis() / 1000.0).orElse(Double.NaN);
    }
}

package io.crmviews.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.runtime.SourceState;
import io.crmviews.runtime.SourceStatus;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SourceMetricsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final SourceMetrics metrics = new SourceMetrics(registry, () -> Instant.ofEpochSecond(100));

    private static SourceStatus status(SourceState state, long records, Instant heard) {
        return new SourceStatus("branch", state, records, 2, 1, heard, Instant.MIN, "");
    }

    @Test
    void tellsTheLatestOfEachSource() {
        metrics.onProgress(status(SourceState.RUNNING, 0, Instant.MIN));
        assertThat(registry.get("crm.source.lag").gauge().value()).isNaN();

        metrics.onProgress(status(SourceState.WAITING, 7, Instant.ofEpochSecond(40)));
        assertThat(registry.get("crm.source.records")
                        .tag("source", "branch")
                        .functionCounter()
                        .count())
                .isEqualTo(7);
        assertThat(registry.get("crm.source.rejects").functionCounter().count()).isEqualTo(2);
        assertThat(registry.get("crm.source.lag").gauge().value()).isEqualTo(60);
        assertThat(registry.get("crm.source.healthy").gauge().value()).isZero();
        assertThat(registry.getMeters()).hasSize(5);
    }
}

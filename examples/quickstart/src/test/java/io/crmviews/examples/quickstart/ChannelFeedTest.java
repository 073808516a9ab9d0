package io.crmviews.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.source.RecordKey;
import io.crmviews.runtime.ChannelRuntime;
import io.crmviews.testdata.ChannelFiles;
import io.crmviews.testdata.ChannelFiles.Written;
import io.crmviews.testdata.Population;
import io.crmviews.testdata.Told;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChannelFeedTest {

    private static final Population PEOPLE = new Population(400, 4);

    @TempDir
    private Path dir;

    @Test
    void whatTheChannelsSaidComesBackThroughFilesConnectorAndMapping() throws IOException, InterruptedException {
        Written written = ChannelFiles.write(PEOPLE, dir);
        List<Fact> facts = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (ChannelFeed feed : ChannelFeed.all()) {
            MappedIntake intake = new MappedIntake(feed.mapping(), (batch, heardUntil) -> facts.addAll(batch));
            try (ChannelRuntime runtime = ChannelRuntime.builder(intake)
                    .source(feed.source(written.channels()))
                    .build()) {
                assertThat(runtime.start().await())
                        .allSatisfy(status -> assertThat(status.message()).isEmpty());
            }
            reasons.addAll(intake.reasons());
        }

        assertThat(reasons).hasSize(written.torn()).isNotEmpty();
        assertSame(facts);
    }

    /** The mapped facts say what the generator's own facts say, but for what a format cannot hold. */
    private static void assertSame(List<Fact> facts) {
        Map<RecordKey, Fact> mapped = facts.stream().collect(Collectors.toMap(Fact::key, Function.identity()));
        Map<RecordKey, Fact> told =
                PEOPLE.facts().map(Told::fact).collect(Collectors.toMap(Fact::key, Function.identity()));
        assertThat(mapped).containsOnlyKeys(told.keySet());
        told.forEach((key, fact) -> {
            if (fact instanceof SourceRecord record && mapped.get(key) instanceof SourceRecord other) {
                assertSame(record, other);
            } else if (fact instanceof Interaction || fact instanceof ConsentEvent) {
                assertThat(mapped.get(key)).isEqualTo(fact);
            }
        });
    }

    private static void assertSame(SourceRecord told, SourceRecord mapped) {
        assertThat(mapped.kind()).isEqualTo(told.kind());
        assertThat(mapped.names()).hasSameSizeAs(told.names());
        assertThat(mapped.birthDates()).isEqualTo(told.birthDates());
        assertThat(mapped.gender()).isEqualTo(told.gender());
        assertThat(mapped.media()).hasSameSizeAs(told.media());
        assertThat(mapped.identifiers()).hasSameSizeAs(told.identifiers());
        assertThat(mapped.revision().occurredAt().isAfter(told.revision().occurredAt()))
                .isFalse();
    }
}

package io.crmviews.examples.quickstart;

import io.crmviews.merge.CustomerViews;
import io.crmviews.merge.ingest.IngestReport;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.source.RecordKey;
import io.crmviews.runtime.ChannelRuntime;
import io.crmviews.runtime.SourceState;
import io.crmviews.runtime.SourceStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Takes the six channels in, one after the other, so that customers get the same ids in every run; a live system runs
 * them side by side.
 */
final class Intake {

    private static final int SHOWN_REASONS = 3;
    private static final double NANOS = 1e9;

    private final Page page;
    private final CustomerViews views;
    private final Map<RecordKey, SourceRecord> records = new HashMap<>();
    private final List<String> reasons = new ArrayList<>();

    Intake(Page page, CustomerViews views) {
        this.page = page;
        this.views = views;
    }

    /** Reads all channels below a folder and prints a line for each. */
    void take(Path channels) throws IOException, InterruptedException {
        page.heading("The channels come in");
        page.line("Connector -> channel records -> mapping document -> facts -> engine, one channel at a time:");
        page.gap();
        for (ChannelFeed feed : ChannelFeed.all()) {
            take(feed, channels);
        }
        page.gap();
        page.line("What was rejected keeps its place and reason, and stops nothing else. For example:");
        reasons.stream().limit(SHOWN_REASONS).forEach(reason -> page.line("  " + reason));
    }

    private void take(ChannelFeed feed, Path channels) throws IOException, InterruptedException {
        long start = System.nanoTime();
        MappedIntake intake = new MappedIntake(
                feed.mapping(), (facts, heardUntil) -> ingest(feed.at().id(), facts, heardUntil));
        SourceStatus status;
        try (ChannelRuntime runtime =
                ChannelRuntime.builder(intake).source(feed.source(channels)).build()) {
            status = runtime.start().await().get(0);
        }
        if (status.state() == SourceState.FAILED) {
            throw new IOException("the channel " + feed.title() + " failed: " + status.message());
        }
        reasons.addAll(intake.reasons());
        page.line(
                "  %-16s %,7d records %5d rejected %5.1f s   %s",
                feed.title(),
                status.records(),
                status.rejects(),
                (System.nanoTime() - start) / NANOS,
                streams(intake.streams()));
        page.flush();
    }

    private void ingest(String source, List<Fact> facts, Instant heardUntil) {
        IngestReport report =
                heardUntil.equals(Instant.MIN) ? views.ingest(facts) : views.ingest(facts, Map.of(source, heardUntil));
        report.rejects().forEach(reject -> reasons.add(reject.key() + ": " + reject.reason()));
        for (Fact fact : facts) {
            if (fact instanceof SourceRecord record) {
                records.put(record.key(), record);
            }
        }
    }

    private static String streams(Map<String, Integer> streams) {
        return String.join(
                ", ",
                streams.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(stream -> String.format(Locale.ROOT, "%,d %s", stream.getValue(), stream.getKey()))
                        .toList());
    }

    /** The records as they were taken in. */
    Map<RecordKey, SourceRecord> records() {
        return records;
    }
}

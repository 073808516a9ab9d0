package io.crmviews.connector.files;

import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.Context;
import io.crmviews.spi.channel.ReadLimit;
import io.crmviews.spi.channel.Reject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads sources to their end, for tests. */
final class Reading {

    static final Context CONTEXT = Context.builder("test", () -> Instant.EPOCH).build();

    final List<Batch> batches = new ArrayList<>();

    static Config folder(Path folder) {
        return Config.builder().set("folder", folder.toString()).build();
    }

    static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading all(Config config) {
        return all(config, Checkpoint.START, 1000);
    }

    static Reading all(Config config, Checkpoint from, int batchSize) {
        try (ChannelSource source = new FilesConnector().openSource(config, from, CONTEXT)) {
            return toEnd(source, batchSize);
        } catch (ConnectorException e) {
            throw new AssertionError(e);
        }
    }

    static Reading toEnd(ChannelSource source, int batchSize) {
        Reading reading = new Reading();
        try {
            Batch batch;
            do {
                batch = source.read(ReadLimit.of(batchSize, 1 << 20, Duration.ZERO));
                reading.batches.add(batch);
            } while (!batch.endOfData());
            return reading;
        } catch (ConnectorException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    List<ChannelRecord> records() {
        return batches.stream().flatMap(batch -> batch.records().stream()).toList();
    }

    List<Reject> rejects() {
        return batches.stream().flatMap(batch -> batch.rejects().stream()).toList();
    }

    List<String> keys() {
        return records().stream().map(ChannelRecord::key).toList();
    }

    List<String> problems() {
        return rejects().stream()
                .map(reject -> reject.position() + ": " + reject.reason())
                .toList();
    }

    Checkpoint checkpoint() {
        return last().checkpoint();
    }

    Batch last() {
        return batches.get(batches.size() - 1);
    }
}

package io.crmviews.examples.connector;

import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ReadLimit;
import io.crmviews.spi.channel.Reject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** An open guest book. The checkpoint is the number of lines read; one thread owns this from open to close. */
final class GuestbookSource implements ChannelSource {

    private static final int PARTS = 3;

    private final Path file;
    private int line;
    private boolean closed;

    GuestbookSource(Path file, int line) {
        this.file = file;
        this.line = line;
    }

    // read begin
    @Override
    public Batch read(ReadLimit limit) throws ConnectorException {
        if (closed) {
            throw new IllegalStateException("The guest book is closed.");
        }
        Batch.Builder batch = Batch.builder(Checkpoint.START);
        boolean end = false;
        long bytes = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (int i = 0; i < line; i++) {
                lines.readLine();
            }
            for (int i = 0; i < limit.records() && bytes < limit.bytes() && !end; i++) {
                String text = lines.readLine();
                end = text == null;
                if (text != null) {
                    line++;
                    bytes += text.length();
                    add(batch, text);
                }
            }
        } catch (IOException e) {
            throw new ConnectorException(ConnectorException.Kind.TRANSIENT, "The guest book cannot be read.", e);
        }
        return batch.checkpoint(Checkpoint.of(Integer.toString(line)))
                .endOfData(end)
                .build();
    }
    // read end

    // record begin
    private void add(Batch.Builder batch, String text) {
        String[] parts = text.split(";", PARTS);
        try {
            batch.add(ChannelRecord.builder("entries", "line " + line)
                    .op(ChannelRecord.Op.EVENT)
                    .occurredAt(Instant.parse(parts[0]))
                    .field("guest", parts[1])
                    .field("text", parts[2])
                    .build());
        } catch (DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            byte[] raw = text.getBytes(StandardCharsets.UTF_8);
            batch.add(Reject.of("entries", "line " + line, "The line is not time;guest;text.", raw));
        }
    }
    // record end

    @Override
    public void close() {
        closed = true;
    }
}

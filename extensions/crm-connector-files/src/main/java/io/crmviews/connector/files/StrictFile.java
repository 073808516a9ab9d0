package io.crmviews.connector.files;

import io.crmviews.connector.files.internal.FileReading;
import io.crmviews.connector.files.internal.FilesOptions;
import io.crmviews.connector.files.internal.SourceFile;
import io.crmviews.connector.files.internal.UnreadableFileException;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a file whole or not at all, for programs that must not take in half of it. The rules are those of {@link
 * FilesConnector}, but the first thing that would be a reject is an exception, and so are keys that occur twice and a
 * file without a record.
 */
public final class StrictFile {

    private StrictFile() {}

    /**
     * Reads a file. Holds all its records in memory.
     *
     * @param file the file; JSON lines if its suffix is {@code jsonl} or {@code ndjson}, else CSV
     * @param keyField the field that holds the key; empty to look for the usual ones
     * @return its records, at least one, in order, with distinct keys
     * @throws InvalidFileException if anything in it cannot be taken; the message names file, line and reason and quotes
     *     no value
     * @throws IOException if the file system fails
     * @throws InterruptedException if the thread was interrupted
     */
    public static List<ChannelRecord> read(Path file, String keyField)
            throws InvalidFileException, IOException, InterruptedException {
        if (!Files.isRegularFile(file)) {
            throw new InvalidFileException(file, 0, "There is no such file.");
        }
        Config.Builder config = Config.builder();
        if (!keyField.isEmpty()) {
            config.set(FilesOptions.KEY.name(), keyField);
        }
        try (FileReading reading = FileReading.open(SourceFile.listed(file), FilesOptions.of(config.build()))) {
            return records(file, reading);
        } catch (UnreadableFileException e) {
            throw new InvalidFileException(file, 1, e.reason());
        }
    }

    private static List<ChannelRecord> records(Path file, FileReading reading)
            throws InvalidFileException, IOException, InterruptedException {
        List<ChannelRecord> records = new ArrayList<>();
        Map<String, Long> lines = new HashMap<>();
        for (FileReading.Item item = reading.next(); item != null; item = reading.next()) {
            if (item instanceof FileReading.Bad bad) {
                throw new InvalidFileException(file, bad.line(), bad.reject().reason());
            }
            ChannelRecord record = ((FileReading.Good) item).record();
            Long earlier = lines.putIfAbsent(record.key(), item.line());
            if (earlier != null) {
                throw new InvalidFileException(
                        file, item.line(), "The record has the same key as that in line " + earlier + ".");
            }
            records.add(record);
        }
        if (records.isEmpty()) {
            throw new InvalidFileException(file, 1, "The file holds no record.");
        }
        return records;
    }
}

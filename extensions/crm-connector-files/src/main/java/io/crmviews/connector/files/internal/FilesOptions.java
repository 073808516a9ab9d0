package io.crmviews.connector.files.internal;

import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.ConfigField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A configuration of the connector, understood.
 *
 * @param folder the folder; empty if files are listed
 * @param files the listed files; empty if a folder is given
 * @param keys the key field by stream; under {@code ""} that of all others
 * @param times the time field by stream; under {@code ""} that of all others
 * @param events the streams of events
 * @param delimiter the delimiter, if it is not to be detected
 * @param limits how large things may be
 * @param oldestCounts whether the source is heard up to its oldest file rather than its newest
 */
public record FilesOptions(
        String folder,
        List<String> files,
        Map<String, String> keys,
        Map<String, String> times,
        Set<String> events,
        Optional<Character> delimiter,
        SizeLimits limits,
        boolean oldestCounts) {

    /** The folder. */
    public static final ConfigField FOLDER = ConfigField.builder("folder", ConfigField.Type.TEXT)
            .description(
                    "The folder whose csv, tsv, psv, jsonl and ndjson files are read, in the order of their names.")
            .build();

    /** The listed files. */
    public static final ConfigField FILES = ConfigField.builder("files", ConfigField.Type.LIST)
            .description("The files to read, instead of a folder.")
            .build();

    /** The key fields. */
    public static final ConfigField KEY = ConfigField.builder("key", ConfigField.Type.LIST)
            .description("The key field, or stream=field where streams differ. If absent: record_id, id, key or, for"
                    + " a stream customers, customers_id or customer_id, whichever comes first in this order.")
            .build();

    /** The time fields. */
    public static final ConfigField TIME = ConfigField.builder("time", ConfigField.Type.LIST)
            .description("The field of the time of occurrence in ISO 8601, or stream=field where streams differ.")
            .build();

    /** The streams of events. */
    public static final ConfigField EVENTS = ConfigField.builder("events", ConfigField.Type.LIST)
            .description("The streams whose records are events rather than states.")
            .build();

    /** The delimiter. */
    public static final ConfigField DELIMITER = ConfigField.builder("delimiter", ConfigField.Type.CHOICE)
            .description("The delimiter of the CSV files; auto takes what separates most in the header.")
            .choices("auto", "comma", "semicolon", "tab", "pipe")
            .defaultValue("auto")
            .build();

    /** The limit of a field. */
    public static final ConfigField MAX_FIELD_BYTES = ConfigField.builder("maxFieldBytes", ConfigField.Type.NUMBER)
            .description("The most bytes of one field; a record with a larger one is rejected.")
            .defaultValue(Long.toString(SizeLimits.DEFAULT_FIELD_BYTES))
            .build();

    /** Which file says how fresh the source is. */
    public static final ConfigField HEARD = ConfigField.builder("heardUpTo", ConfigField.Type.CHOICE)
            .description("Whether the source counts as heard up to the modification time of its oldest file (exports"
                    + " that are all renewed) or of its newest (files that are only added).")
            .choices("oldest", "newest")
            .defaultValue("oldest")
            .build();

    private static final Map<String, Character> DELIMITERS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "pipe", '|');

    /** Copies the collections. */
    public FilesOptions {
        files = List.copyOf(files);
        keys = Map.copyOf(keys);
        times = Map.copyOf(times);
        events = Set.copyOf(events);
    }

    /**
     * Understands a configuration.
     *
     * @param config a configuration without problems
     * @return the options
     */
    public static FilesOptions of(Config config) {
        return new FilesOptions(
                config.text(FOLDER).strip(),
                config.list(FILES),
                byStream(config.list(KEY)),
                byStream(config.list(TIME)),
                Set.copyOf(config.list(EVENTS)),
                Optional.ofNullable(DELIMITERS.get(config.text(DELIMITER).strip())),
                SizeLimits.ofField(config.number(MAX_FIELD_BYTES)),
                "oldest".equals(config.text(HEARD).strip()));
    }

    /**
     * How the records of a stream are made.
     *
     * @param stream the stream
     * @return its settings
     */
    public StreamSettings settings(String stream) {
        return new StreamSettings(
                stream,
                events.contains(stream) ? ChannelRecord.Op.EVENT : ChannelRecord.Op.UPSERT,
                keys.getOrDefault(stream, keys.getOrDefault("", "")),
                times.getOrDefault(stream, times.getOrDefault("", "")));
    }

    /**
     * The files to read now.
     *
     * @return the listed files, or those of the folder sorted by name
     * @throws IOException if the folder cannot be listed
     */
    public List<SourceFile> list() throws IOException {
        if (folder.isEmpty()) {
            return files.stream().map(Path::of).map(SourceFile::listed).toList();
        }
        try (Stream<Path> paths = Files.list(Path.of(folder))) {
            return paths.filter(SourceFile::isReadable)
                    .filter(Files::isRegularFile)
                    .map(SourceFile::inFolder)
                    .sorted(Comparator.comparing(SourceFile::name))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Map<String, String> byStream(List<String> texts) {
        Map<String, String> fields = new HashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            String stream = equals < 0 ? "" : text.substring(0, equals).strip();
            fields.put(stream, text.substring(equals + 1).strip());
        }
        return fields;
    }
}

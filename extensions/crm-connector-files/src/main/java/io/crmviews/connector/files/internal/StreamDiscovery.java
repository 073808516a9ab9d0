package io.crmviews.connector.files.internal;

import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.StreamInfo;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds out which streams there are by looking at the first records of each file. */
public final class StreamDiscovery {

    private static final int SAMPLE = 100;

    private final FilesOptions options;
    private final Map<String, Map<String, StreamInfo.FieldType>> streams = new TreeMap<>();

    private StreamDiscovery(FilesOptions options) {
        this.options = options;
    }

    /**
     * The streams of a configuration. Files that cannot be read add no fields.
     *
     * @param options what to read
     * @return the streams, sorted by name
     * @throws IOException if the file system fails
     * @throws InterruptedException if the thread was interrupted
     */
    public static List<StreamInfo> streams(FilesOptions options) throws IOException, InterruptedException {
        StreamDiscovery discovery = new StreamDiscovery(options);
        for (SourceFile file : options.list()) {
            discovery.look(file);
        }
        return discovery.streams.entrySet().stream()
                .map(stream -> discovery.describe(stream.getKey(), stream.getValue()))
                .toList();
    }

    private void look(SourceFile file) throws IOException, InterruptedException {
        Map<String, StreamInfo.FieldType> fields =
                streams.computeIfAbsent(file.stream(), stream -> new LinkedHashMap<>());
        try (FileReading reading = FileReading.open(file, options)) {
            reading.columns().forEach(name -> fields.putIfAbsent(name, StreamInfo.FieldType.TEXT));
            for (int i = 0; i < SAMPLE; i++) {
                FileReading.Item item = reading.next();
                if (item == null) {
                    return;
                }
                if (item instanceof FileReading.Good good) {
                    note(good.record(), fields);
                }
            }
        } catch (UnreadableFileException e) {
            // Reading the source rejects this file with the reason.
            return;
        }
    }

    private static void note(ChannelRecord record, Map<String, StreamInfo.FieldType> fields) {
        record.fields()
                .forEach((name, value) ->
                        fields.merge(name, type(value), (a, b) -> a == b ? a : StreamInfo.FieldType.ANY));
    }

    private static StreamInfo.FieldType type(Object value) {
        if (value instanceof String) {
            return StreamInfo.FieldType.TEXT;
        }
        if (value instanceof Long || value instanceof BigDecimal) {
            return StreamInfo.FieldType.NUMBER;
        }
        if (value instanceof Boolean) {
            return StreamInfo.FieldType.BOOLEAN;
        }
        return value instanceof List ? StreamInfo.FieldType.LIST : StreamInfo.FieldType.MAP;
    }

    private StreamInfo describe(String stream, Map<String, StreamInfo.FieldType> fields) {
        StreamInfo.Builder info =
                StreamInfo.builder(stream).op(options.settings(stream).op());
        fields.forEach(info::field);
        return info.build();
    }
}

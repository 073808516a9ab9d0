package io.crmviews.bridge.jsonlines.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmviews.channel.json.JsonFields;
import io.crmviews.channel.json.UnusableJsonException;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ConnectorException.Kind;
import io.crmviews.spi.channel.StreamInfo;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Asks a source which streams it has. */
public final class Discovery {

    private static final long MOST_SECONDS = 120;

    private Discovery() {}

    /**
     * Whether the source starts and answers.
     *
     * @param options what to run
     * @throws ConnectorException if it does not
     * @throws InterruptedException if the thread was interrupted
     */
    public static void check(BridgeOptions options) throws ConnectorException, InterruptedException {
        catalog(options);
    }

    /**
     * The streams of a source.
     *
     * @param options what to run
     * @return the streams, sorted by name
     * @throws ConnectorException if it cannot be asked
     * @throws InterruptedException if the thread was interrupted
     */
    public static List<StreamInfo> streams(BridgeOptions options) throws ConnectorException, InterruptedException {
        List<StreamInfo> streams = new ArrayList<>();
        for (JsonNode node : catalog(options)) {
            StreamInfo.Builder stream = StreamInfo.builder(Dialect.name(node));
            for (Map.Entry<String, JsonNode> field :
                    options.dialect().schema(node).path("properties").properties()) {
                stream.field(field.getKey(), type(field.getValue().path("type").toString()));
            }
            streams.add(stream.build());
        }
        streams.sort(Comparator.comparing(StreamInfo::name));
        return streams;
    }

    private static StreamInfo.FieldType type(String types) {
        if (types.contains("string")) {
            return StreamInfo.FieldType.TEXT;
        }
        if (types.contains("integer") || types.contains("number")) {
            return StreamInfo.FieldType.NUMBER;
        }
        return types.contains("boolean") ? StreamInfo.FieldType.BOOLEAN : StreamInfo.FieldType.ANY;
    }

    /** The descriptions of its streams, as the source prints them. */
    static JsonNode catalog(BridgeOptions options) throws ConnectorException, InterruptedException {
        JsonFields json = JsonFields.upTo(options.maxLineBytes());
        try (SourceProcess process = SourceProcess.discover(options)) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            byte[] line = process.line(TimeUnit.SECONDS.toNanos(MOST_SECONDS));
            while (line != null && !SourceProcess.isEnd(line)) {
                Told told = told(json, line, options.dialect());
                if (told instanceof Told.Catalog catalog) {
                    return catalog.streams();
                }
                if (told instanceof Told.Failure failure) {
                    throw new ConnectorException(failure.kind(), "The source refuses its settings.");
                }
                all.writeBytes(line);
                line = process.line(TimeUnit.SECONDS.toNanos(MOST_SECONDS));
            }
            // Singer prints its catalog over many lines.
            if (told(json, all.toByteArray(), options.dialect()) instanceof Told.Catalog catalog) {
                return catalog.streams();
            }
            throw new ConnectorException(
                    Kind.CONFIG, "The source names no streams and ends with " + process.exitCode() + ".");
        }
    }

    private static Told told(JsonFields json, byte[] line, Dialect dialect) {
        try {
            return dialect.told(json.read(new String(line, StandardCharsets.UTF_8)));
        } catch (UnusableJsonException e) {
            return new Told.Nothing();
        }
    }
}

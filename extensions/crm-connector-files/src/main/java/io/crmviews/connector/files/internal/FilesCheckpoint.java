package io.crmviews.connector.files.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.ConnectorException;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes and reads the progress of all files: {@code {"version":1,"files":{"name":[offset,line,handled,crc,modified]}}}. */
final class FilesCheckpoint {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VERSION = 1;
    private static final int NUMBERS = 5;

    private FilesCheckpoint() {}

    static Checkpoint write(Map<String, FileProgress> progress) throws ConnectorException {
        ObjectNode root = JSON.createObjectNode().put("version", VERSION);
        ObjectNode files = root.putObject("files");
        progress.forEach((name, file) -> files.putArray(name)
                .add(file.offset())
                .add(file.line())
                .add(file.handled())
                .add(file.checksum())
                .add(file.modified()));
        try {
            return Checkpoint.of(JSON.writeValueAsBytes(root));
        } catch (IllegalArgumentException e) {
            throw new ConnectorException(
                    ConnectorException.Kind.CONFIG,
                    "One source can follow about 900 files; these are " + progress.size() + ": use several folders.",
                    e);
        } catch (JsonProcessingException e) {
            throw new ConnectorException(ConnectorException.Kind.BUG, "A checkpoint cannot be written.", e);
        }
    }

    static Map<String, FileProgress> read(Checkpoint checkpoint) throws ConnectorException {
        Map<String, FileProgress> progress = new TreeMap<>();
        if (checkpoint.isStart()) {
            return progress;
        }
        try {
            JsonNode root = JSON.readTree(checkpoint.bytes());
            JsonNode files = root.path("files");
            if (root.path("version").asInt() != VERSION || !files.isObject()) {
                throw refused(null);
            }
            for (Map.Entry<String, JsonNode> file : files.properties()) {
                progress.put(file.getKey(), progress(file.getValue()));
            }
            return progress;
        } catch (IOException | IllegalArgumentException e) {
            throw refused(e);
        }
    }

    private static FileProgress progress(JsonNode numbers) throws ConnectorException {
        if (!numbers.isArray() || numbers.size() != NUMBERS) {
            throw refused(null);
        }
        for (JsonNode number : numbers) {
            if (!number.isIntegralNumber() || !number.canConvertToLong()) {
                throw refused(null);
            }
        }
        return new FileProgress(
                numbers.get(0).longValue(),
                numbers.get(1).longValue(),
                numbers.get(2).longValue(),
                numbers.get(3).longValue(),
                numbers.get(4).longValue());
    }

    private static ConnectorException refused(@Nullable Throwable cause) {
        String message = "The checkpoint is not one of the files connector.";
        return cause == null
                ? new ConnectorException(ConnectorException.Kind.DATA, message)
                : new ConnectorException(ConnectorException.Kind.DATA, message, cause);
    }
}

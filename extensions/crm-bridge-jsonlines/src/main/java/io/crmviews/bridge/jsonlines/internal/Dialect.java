package io.crmviews.bridge.jsonlines.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmviews.spi.channel.ConnectorException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The two protocols: the Airbyte protocol, version 0.2 and later, and the Singer specification, 0.3. */
enum Dialect {
    AIRBYTE {
        @Override
        List<String> discover(String config) {
            return List.of("discover", "--config", config);
        }

        @Override
        List<String> read(String config, String catalog, String state) {
            List<String> arguments = new ArrayList<>(List.of("read", "--config", config, "--catalog", catalog));
            if (!state.isEmpty()) {
                arguments.addAll(List.of("--state", state));
            }
            return arguments;
        }

        @Override
        Told told(JsonNode line) {
            return switch (line.path("type").asText()) {
                case "RECORD" -> new Told.Row(line.at("/record/stream").asText(), line.at("/record/data"));
                case "STATE" -> state(line.path("state"));
                case "CATALOG" -> new Told.Catalog(line.at("/catalog/streams"));
                case "TRACE" -> trace(line.path("trace"));
                case "CONNECTION_STATUS" ->
                    line.at("/connectionStatus/status").asText().equals("FAILED")
                            ? new Told.Failure(Kind.CONFIG)
                            : new Told.Nothing();
                default -> new Told.Nothing();
            };
        }

        private Told state(JsonNode state) {
            String of = state.path("type").asText().equals("STREAM")
                    ? state.at("/stream/stream_descriptor/namespace").asText("") + "/"
                            + state.at("/stream/stream_descriptor/name").asText()
                    : "";
            return new Told.State(of, state);
        }

        private Told trace(JsonNode trace) {
            if (!trace.path("type").asText().equals("ERROR")) {
                return new Told.Nothing();
            }
            boolean config = trace.at("/error/failure_type").asText().equals("config_error");
            return new Told.Failure(config ? Kind.CONFIG : Kind.TRANSIENT);
        }

        @Override
        JsonNode resume(Map<String, JsonNode> states) {
            JsonNode legacy = states.get("");
            if (legacy != null && legacy.has("data") && !legacy.has("type")) {
                return legacy.get("data");
            }
            ArrayNode all = JSON.createArrayNode();
            states.values().forEach(all::add);
            return all;
        }

        @Override
        JsonNode catalog(JsonNode streams, List<String> wanted) {
            ObjectNode root = JSON.createObjectNode();
            ArrayNode chosen = root.putArray("streams");
            for (JsonNode stream : streams) {
                if (wanted.isEmpty() || wanted.contains(stream.path("name").asText())) {
                    boolean incremental =
                            stream.path("supported_sync_modes").toString().contains("incremental");
                    ObjectNode one = chosen.addObject();
                    one.set("stream", stream);
                    one.put("sync_mode", incremental ? "incremental" : "full_refresh");
                    one.put("destination_sync_mode", "append");
                    one.set(
                            "cursor_field",
                            stream.path("default_cursor_field").isArray()
                                    ? stream.get("default_cursor_field")
                                    : JSON.createArrayNode());
                }
            }
            return root;
        }

        @Override
        List<String> keys(JsonNode stream) {
            List<String> keys = new ArrayList<>();
            stream.path("source_defined_primary_key")
                    .forEach(path -> keys.add(path.path(0).asText()));
            return keys;
        }

        @Override
        JsonNode schema(JsonNode stream) {
            return stream.path("json_schema");
        }
    },
    SINGER {
        @Override
        List<String> discover(String config) {
            return List.of("--config", config, "--discover");
        }

        @Override
        List<String> read(String config, String catalog, String state) {
            List<String> arguments = new ArrayList<>(List.of("--config", config, "--catalog", catalog));
            if (!state.isEmpty()) {
                arguments.addAll(List.of("--state", state));
            }
            return arguments;
        }

        @Override
        Told told(JsonNode line) {
            if (line.path("streams").isArray()) {
                return new Told.Catalog(line.path("streams"));
            }
            return switch (line.path("type").asText()) {
                case "RECORD" -> new Told.Row(line.path("stream").asText(), line.path("record"));
                case "STATE" -> new Told.State("", line.path("value"));
                case "SCHEMA" -> new Told.Keys(line.path("stream").asText(), texts(line.path("key_properties")));
                default -> new Told.Nothing();
            };
        }

        @Override
        JsonNode resume(Map<String, JsonNode> states) {
            return states.getOrDefault("", JSON.createObjectNode());
        }

        @Override
        JsonNode catalog(JsonNode streams, List<String> wanted) {
            ObjectNode root = JSON.createObjectNode();
            ArrayNode chosen = root.putArray("streams");
            for (JsonNode stream : streams) {
                if (wanted.isEmpty() || wanted.contains(stream.path("stream").asText())) {
                    ObjectNode one = stream.deepCopy();
                    one.withObject("/schema").put("selected", true);
                    ObjectNode root0 = one.withArray("/metadata").addObject();
                    root0.putArray("breadcrumb");
                    root0.putObject("metadata").put("selected", true);
                    chosen.add(one);
                }
            }
            return root;
        }

        @Override
        List<String> keys(JsonNode stream) {
            return texts(stream.path("key_properties"));
        }

        @Override
        JsonNode schema(JsonNode stream) {
            return stream.path("schema");
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();

    static Dialect of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    abstract List<String> discover(String config);

    abstract List<String> read(String config, String catalog, String state);

    abstract Told told(JsonNode line);

    /** What a later run is given of the states that were told last. */
    abstract JsonNode resume(Map<String, JsonNode> states);

    /** The catalog of a run, of what was discovered. */
    abstract JsonNode catalog(JsonNode streams, List<String> wanted);

    abstract List<String> keys(JsonNode stream);

    abstract JsonNode schema(JsonNode stream);

    static String name(JsonNode stream) {
        return stream.path("name").asText(stream.path("stream").asText());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}

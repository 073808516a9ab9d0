package io.crmviews.tck;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmviews.spi.channel.ConfigField;
import io.crmviews.spi.channel.ConnectorInfo;
import java.util.TreeSet;

/** Writes what a connector says about itself for people and for tools. The same description gives the same text. */
public final class ConnectorDocs {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String DURATION = "^P(?!$)(\\d+D)?(T(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?$";

    private ConnectorDocs() {}

    /**
     * A table of the configuration, for a README.
     *
     * @param info the description
     * @return Markdown that ends with a line end
     */
    public static String table(ConnectorInfo info) {
        StringBuilder text =
                new StringBuilder("**" + info.title() + "** (`" + info.id() + "` " + info.version() + "): ");
        text.append(String.join(
                        ", ",
                        new TreeSet<>(info.capabilities())
                                .stream().map(it -> "`" + it + "`").toList()))
                .append("\n\n| field | type | default | meaning |\n|---|---|---|---|\n");
        for (ConfigField field : info.fields()) {
            String type = field.choices().isEmpty() ? field.type().name() : String.join(", ", field.choices());
            text.append("| `").append(field.name()).append("` | ").append(type).append(" | ");
            text.append(field.required() ? "required" : field.defaultValue()).append(" | ");
            text.append(field.description().replace("|", "\\|")).append(" |\n");
        }
        return text.toString();
    }

    /**
     * A schema of the configuration (JSON Schema 2020-12), for editors and forms. Secrets are marked {@code writeOnly}.
     *
     * @param info the description
     * @return JSON that ends with a line end
     */
    public static String schema(ConnectorInfo info) {
        ObjectNode root = JSON.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", info.title())
                .put("type", "object");
        ObjectNode properties = root.putObject("properties");
        ArrayNode required = JSON.createArrayNode();
        for (ConfigField field : info.fields()) {
            describe(field, properties.putObject(field.name()));
            if (field.required()) {
                required.add(field.name());
            }
        }
        if (!required.isEmpty()) {
            root.set("required", required);
        }
        root.put("additionalProperties", false);
        try {
            return JSON.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain nodes can always be written.", e);
        }
    }

    private static void describe(ConfigField field, ObjectNode node) {
        node.put("description", field.description());
        switch (field.type()) {
            case NUMBER -> node.put("type", "integer");
            case FLAG -> node.put("type", "boolean");
            case DURATION -> node.put("type", "string").put("pattern", DURATION);
            case LIST -> node.put("type", "array").putObject("items").put("type", "string");
            case SECRET -> node.put("type", "string").put("writeOnly", true);
            default -> node.put("type", "string");
        }
        if (!field.choices().isEmpty()) {
            ArrayNode choices = node.putArray("enum");
            field.choices().forEach(choices::add);
        }
        putDefault(field, node);
    }

    private static void putDefault(ConfigField field, ObjectNode node) {
        String value = field.defaultValue();
        if (value.isEmpty()) {
            return;
        }
        switch (field.type()) {
            case NUMBER -> node.put("default", Long.parseLong(value));
            case FLAG -> node.put("default", Boolean.parseBoolean(value));
            case LIST -> node.putArray("default").add(value);
            default -> node.put("default", value);
        }
    }
}

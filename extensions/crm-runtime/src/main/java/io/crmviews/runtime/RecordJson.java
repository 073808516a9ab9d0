package io.crmviews.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmviews.spi.channel.ChannelRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a channel record as JSON and reads it again. Times and dates become texts in ISO 8601; which texts they were
 * stands beside the fields, as paths.
 */
final class RecordJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectReader READER = JSON.reader()
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

    private final ObjectNode types = JSON.createObjectNode();

    private RecordJson() {}

    static byte[] bytes(ChannelRecord record) {
        ObjectNode root = JSON.createObjectNode()
                .put("stream", record.stream())
                .put("key", record.key())
                .put("op", record.op().name());
        if (!record.occurredAt().equals(Instant.MIN)) {
            root.put("occurredAt", record.occurredAt().toString());
        }
        if (record.sequence() != ChannelRecord.NO_SEQUENCE) {
            root.put("sequence", record.sequence());
        }
        root.put("position", record.position());
        RecordJson writing = new RecordJson();
        writing.putAll(root.putObject("fields"), record.fields(), "");
        if (!writing.types.isEmpty()) {
            root.set("types", writing.types);
        }
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain nodes can always be written.", e);
        }
    }

    private void putAll(ObjectNode node, Map<?, ?> values, String path) {
        values.forEach((name, value) -> {
            String field = (String) name;
            String at = path + "/" + field;
            if (value instanceof Map<?, ?> map) {
                putAll(node.putObject(field), map, at);
            } else if (value instanceof List<?> list) {
                addAll(node.putArray(field), list, at);
            } else {
                node.putPOJO(field, scalar(value, at));
            }
        });
    }

    private void addAll(ArrayNode node, List<?> values, String path) {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            String at = path + "/" + i;
            if (value instanceof Map<?, ?> map) {
                putAll(node.addObject(), map, at);
            } else if (value instanceof List<?> list) {
                addAll(node.addArray(), list, at);
            } else {
                node.addPOJO(scalar(value, at));
            }
        }
    }

    private Object scalar(Object value, String path) {
        if (value instanceof Instant) {
            types.put(path, "instant");
        } else if (value instanceof LocalDate) {
            types.put(path, "date");
        }
        return value instanceof Long || value instanceof BigDecimal || value instanceof Boolean
                ? value
                : value.toString();
    }

    /** Reads what {@link #bytes} wrote. */
    static ChannelRecord parse(byte[] bytes) throws IOException {
        JsonNode root = READER.readTree(bytes);
        JsonNode types = root.path("types");
        ChannelRecord.Builder record = ChannelRecord.builder(
                        root.path("stream").asText(), root.path("key").asText())
                .op(ChannelRecord.Op.valueOf(root.path("op").asText()))
                .sequence(root.path("sequence").asLong(ChannelRecord.NO_SEQUENCE))
                .position(root.path("position").asText());
        if (root.has("occurredAt")) {
            record.occurredAt(Instant.parse(root.path("occurredAt").asText()));
        }
        for (Map.Entry<String, JsonNode> field : root.path("fields").properties()) {
            record.field(field.getKey(), value(field.getValue(), "/" + field.getKey(), types));
        }
        return record.build();
    }

    private static Object value(JsonNode node, String path, JsonNode types) {
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties()
                    .forEach(it -> map.put(it.getKey(), value(it.getValue(), path + "/" + it.getKey(), types)));
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>(node.size());
            for (int i = 0; i < node.size(); i++) {
                list.add(value(node.get(i), path + "/" + i, types));
            }
            return list;
        }
        if (node.isNumber()) {
            return node.isIntegralNumber() && node.canConvertToLong() ? (Object) node.longValue() : node.decimalValue();
        }
        return node.isBoolean()
                ? node.booleanValue()
                : text(node.asText(), types.path(path).asText());
    }

    private static Object text(String text, String type) {
        return switch (type) {
            case "instant" -> Instant.parse(text);
            case "date" -> LocalDate.parse(text);
            default -> text;
        };
    }
}

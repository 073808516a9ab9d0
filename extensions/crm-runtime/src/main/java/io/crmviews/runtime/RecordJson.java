package io.crmviews.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmviews.spi.channel.ChannelRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes a channel record as JSON. Times and dates become texts in ISO 8601. */
final class RecordJson {

    private static final ObjectMapper JSON = new ObjectMapper();

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
        putAll(root.putObject("fields"), record.fields());
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain nodes can always be written.", e);
        }
    }

    private static void putAll(ObjectNode node, Map<?, ?> values) {
        values.forEach((name, value) -> {
            String field = (String) name;
            if (value instanceof Map<?, ?> map) {
                putAll(node.putObject(field), map);
            } else if (value instanceof List<?> list) {
                addAll(node.putArray(field), list);
            } else {
                node.putPOJO(field, scalar(value));
            }
        });
    }

    private static void addAll(ArrayNode node, List<?> values) {
        values.forEach(value -> {
            if (value instanceof Map<?, ?> map) {
                putAll(node.addObject(), map);
            } else if (value instanceof List<?> list) {
                addAll(node.addArray(), list);
            } else {
                node.addPOJO(scalar(value));
            }
        });
    }

    private static Object scalar(Object value) {
        return value instanceof Long || value instanceof BigDecimal || value instanceof Boolean
                ? value
                : value.toString();
    }
}

package io.crmviews.connector.webhook.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmviews.channel.json.JsonFields;
import io.crmviews.channel.json.UnusableJsonException;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.Reject;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes records of CloudEvents 1.0 (cloudevents.io) in JSON: binary mode, structured mode and batches. An event that
 * lacks what it needs becomes a reject; its neighbours in a batch do not suffer.
 */
final class CloudEvents {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final int MOST_RAW = 1 << 16;

    private final WebhookOptions options;
    private final JsonFields json;

    CloudEvents(WebhookOptions options) {
        this.options = options;
        this.json = JsonFields.upTo(options.maxBodyBytes());
    }

    /** What a request holds. */
    record Told(List<ChannelRecord> records, List<Reject> rejects) {}

    /** The attributes of an event and its data. */
    private record Event(String id, String type, String subject, String time, JsonNode data) {}

    /** What a request holds; empty if it is of a kind that this connector does not take. */
    Optional<Told> read(String contentType, Map<String, String> attributes, byte[] body) {
        String kind = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean binary = attributes.containsKey("ce-id");
        if (!binary && !kind.equals(STRUCTURED) && !kind.equals(BATCH)) {
            return Optional.empty();
        }
        Told told = new Told(new ArrayList<>(), new ArrayList<>());
        try {
            JsonNode node = json.read(decoded(body));
            if (binary) {
                told.records().add(record(binary(attributes, node)));
            } else if (kind.equals(STRUCTURED)) {
                told.records().add(record(structured(node)));
            } else {
                readBatch(node, told);
            }
        } catch (UnusableJsonException e) {
            told.rejects().add(reject(e.reason(), body));
        } catch (NoEventException e) {
            told.rejects().add(reject(e.reason, body));
        }
        return Optional.of(told);
    }

    private void readBatch(JsonNode array, Told told) throws NoEventException {
        if (!array.isArray()) {
            throw new NoEventException("A batch is a JSON array.");
        }
        for (JsonNode node : array) {
            try {
                told.records().add(record(structured(node)));
            } catch (UnusableJsonException e) {
                told.rejects().add(reject(e.reason(), bytes(node)));
            } catch (NoEventException e) {
                told.rejects().add(reject(e.reason, bytes(node)));
            }
        }
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Reject reject(String reason, byte[] raw) {
        return Reject.of("events", "request", reason, raw.length > MOST_RAW ? Arrays.copyOf(raw, MOST_RAW) : raw);
    }

    private static String decoded(byte[] body) throws NoEventException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new NoEventException("The body is not valid UTF-8.");
        }
    }

    private static Event binary(Map<String, String> attributes, JsonNode data) throws NoEventException {
        requireVersion(attribute(attributes, "ce-specversion"));
        return new Event(
                attribute(attributes, "ce-id"),
                attribute(attributes, "ce-type"),
                attribute(attributes, "ce-subject"),
                attribute(attributes, "ce-time"),
                data);
    }

    /** Header values are percent-encoded UTF-8 (CloudEvents HTTP binding 3.1.3.2). */
    private static String attribute(Map<String, String> attributes, String name) throws NoEventException {
        try {
            return URLDecoder.decode(attributes.getOrDefault(name, "").replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new NoEventException("The header " + name + " is not percent-encoded as it should be.");
        }
    }

    private static Event structured(JsonNode node) throws NoEventException {
        requireVersion(node.path("specversion").asText(""));
        if (node.has("data_base64")) {
            throw new NoEventException("The event's data is binary; JSON is needed.");
        }
        return new Event(
                node.path("id").asText(""),
                node.path("type").asText(""),
                node.path("subject").asText(""),
                node.path("time").asText(""),
                node.path("data"));
    }

    private static void requireVersion(String version) throws NoEventException {
        if (!version.equals("1.0")) {
            throw new NoEventException("The request is no CloudEvent of version 1.0.");
        }
    }

    private ChannelRecord record(Event event) throws NoEventException, UnusableJsonException {
        String key = event.subject().isBlank() ? event.id() : event.subject();
        if (event.id().isBlank() || event.type().isBlank()) {
            throw new NoEventException("An event needs an id and a type.");
        }
        ChannelRecord.Op op = options.op(event.type());
        ChannelRecord.Builder record = ChannelRecord.builder(
                        options.stream(event.type()), op == ChannelRecord.Op.EVENT ? event.id() : key)
                .op(op)
                .position("event")
                .occurredAt(time(event.time()));
        if (op == ChannelRecord.Op.EVENT && !event.subject().isBlank()) {
            record.field("subject", event.subject());
        }
        if (event.data().isObject()) {
            record.fields(JsonFields.of(event.data()));
        } else if (!event.data().isMissingNode() && !event.data().isNull()) {
            record.field("data", JsonFields.value(event.data()));
        }
        return record.build();
    }

    private static Instant time(String text) throws NoEventException {
        try {
            return text.isBlank() ? Instant.MIN : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new NoEventException("The event's time is not of RFC 3339.");
        }
    }

    /** A request that is no event; the reason quotes no value. */
    private static final class NoEventException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;

        NoEventException(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }
}

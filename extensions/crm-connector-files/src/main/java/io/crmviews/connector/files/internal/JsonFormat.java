package io.crmviews.connector.files.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import io.crmviews.spi.channel.ChannelRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Records of one JSON object a line. A null is an absent field. */
final class JsonFormat implements RecordFormat {

    private static final int MAX_DEPTH = 60;

    /** Beyond this a plain rendering of the number would be unreasonably long. */
    private static final int MAX_SCALE = 1000;

    private final StreamSettings settings;
    private final SizeLimits limits;
    private final ObjectReader reader;

    JsonFormat(StreamSettings settings, SizeLimits limits) {
        this.settings = settings;
        this.limits = limits;
        this.reader = reader(limits);
    }

    static ObjectReader reader(SizeLimits limits) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxStringLength((int) Math.min(Integer.MAX_VALUE, limits.fieldBytes()))
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(constraints)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return new ObjectMapper(factory)
                .reader()
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
    }

    @Override
    public ParsedRecord parse(RawRecord raw, String position) {
        Optional<String> text = Utf8.decode(raw.bytes());
        if (text.isEmpty()) {
            return new ParsedRecord.Invalid(Reasons.NOT_UTF8);
        }
        try {
            JsonNode node = reader.readTree(text.get());
            return node.isObject()
                    ? record(node, position)
                    : new ParsedRecord.Invalid("The line is not a JSON object.");
        } catch (StreamConstraintsException e) {
            return new ParsedRecord.Invalid(
                    "A text is longer than the allowed " + limits.fieldBytes() + " bytes, or the JSON nests too deep.");
        } catch (JsonProcessingException e) {
            // Its message quotes the line.
            return new ParsedRecord.Invalid("The line is not valid JSON.");
        } catch (UnusableValueException e) {
            return new ParsedRecord.Invalid(e.reason);
        }
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    private ParsedRecord record(JsonNode object, String position) throws UnusableValueException {
        Optional<String> keyField = keyField(object);
        if (keyField.isEmpty()) {
            return new ParsedRecord.Invalid(settings.missingKey());
        }
        JsonNode key = object.get(keyField.get());
        if (!key.isTextual() && !key.isIntegralNumber()) {
            return new ParsedRecord.Invalid("The key field " + keyField.get() + " is neither text nor a whole number.");
        }
        String keyText = key.asText().strip();
        if (keyText.isEmpty()) {
            return new ParsedRecord.Invalid(Reasons.emptyKey(keyField.get()));
        }
        ChannelRecord.Builder record = ChannelRecord.builder(settings.stream(), keyText)
                .op(settings.op())
                .occurredAt(time(object))
                .position(position);
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!field.getValue().isNull()) {
                record.field(field.getKey(), value(field.getValue()));
            }
        }
        return new ParsedRecord.Valid(record.build());
    }

    private Optional<String> keyField(JsonNode object) {
        for (String candidate : settings.keyCandidates()) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (field.getKey().toLowerCase(Locale.ROOT).equals(candidate)
                        && !field.getValue().isNull()) {
                    return Optional.of(field.getKey());
                }
            }
        }
        return Optional.empty();
    }

    private Instant time(JsonNode object) throws UnusableValueException {
        JsonNode node = settings.timeField().isEmpty() ? null : object.get(settings.timeField());
        if (node == null || node.isNull()) {
            return Instant.MIN;
        }
        return StreamSettings.time(node.asText())
                .orElseThrow(() -> new UnusableValueException(Reasons.notATime(settings.timeField())));
    }

    private static Object value(JsonNode node) throws UnusableValueException {
        if (node.isTextual()) {
            return text(node.textValue());
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isNumber()) {
            return number(node);
        }
        return node.isArray() ? list(node) : map(node);
    }

    private static String text(String text) throws UnusableValueException {
        if (!Utf8.isWellFormed(text)) {
            throw new UnusableValueException("A text holds half a character (a lone surrogate).");
        }
        return text;
    }

    private static Object number(JsonNode node) throws UnusableValueException {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        BigDecimal decimal = node.decimalValue();
        if (Math.abs((long) decimal.scale()) > MAX_SCALE) {
            throw new UnusableValueException("A number has an exponent beyond " + MAX_SCALE + ".");
        }
        return decimal;
    }

    private static List<Object> list(JsonNode array) throws UnusableValueException {
        List<Object> values = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            if (!element.isNull()) {
                values.add(value(element));
            }
        }
        return values;
    }

    private static Map<String, Object> map(JsonNode object) throws UnusableValueException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!field.getValue().isNull()) {
                values.put(text(field.getKey()), value(field.getValue()));
            }
        }
        return values;
    }

    /** A value that JSON allows and a record does not. */
    private static final class UnusableValueException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;

        UnusableValueException(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }
}

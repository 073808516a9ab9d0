package io.crmviews.channel.json;

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
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON strictly and within bounds, and makes of its values what channel records carry. Names that occur twice,
 * text after the end, nesting beyond {@value #MAX_DEPTH} levels, texts over the limit, halves of characters and numbers
 * with monstrous exponents are refused. A null is an absent field. Immutable and thread-safe.
 */
public final class JsonFields {

    /** The deepest nesting. */
    public static final int MAX_DEPTH = 60;

    /** Beyond this a plain rendering of a number would be unreasonably long. */
    private static final int MAX_SCALE = 1000;

    private final long maxTextBytes;
    private final ObjectReader reader;

    private JsonFields(long maxTextBytes) {
        this.maxTextBytes = maxTextBytes;
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxStringLength((int) Math.min(Integer.MAX_VALUE, maxTextBytes))
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(constraints)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        reader = new ObjectMapper(factory)
                .reader()
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
    }

    /**
     * A way to read JSON.
     *
     * @param maxTextBytes the longest text, at least 1
     * @return the reader
     */
    public static JsonFields upTo(long maxTextBytes) {
        return new JsonFields(maxTextBytes);
    }

    /**
     * Reads one value.
     *
     * @param text JSON
     * @return the value, a missing node for blank text
     * @throws UnusableJsonException if it is no JSON or beyond the bounds
     */
    public JsonNode read(String text) throws UnusableJsonException {
        try {
            return reader.readTree(text);
        } catch (StreamConstraintsException e) {
            throw new UnusableJsonException(
                    "A text is longer than the allowed " + maxTextBytes + " bytes, or the JSON nests too deep.");
        } catch (JsonProcessingException e) {
            // Its message quotes the text.
            throw new UnusableJsonException("This is not valid JSON.");
        }
    }

    /**
     * The fields of an object.
     *
     * @param object a JSON object
     * @return names and values as records carry them, in order
     * @throws UnusableJsonException if a value cannot be carried
     */
    public static Map<String, ?> of(JsonNode object) throws UnusableJsonException {
        return map(object);
    }

    /**
     * One value.
     *
     * @param node a value that is not null
     * @return the value as records carry it
     * @throws UnusableJsonException if it cannot be carried
     */
    public static Object value(JsonNode node) throws UnusableJsonException {
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

    private static String text(String text) throws UnusableJsonException {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new UnusableJsonException("A text holds half a character (a lone surrogate).");
        }
        return text;
    }

    private static Object number(JsonNode node) throws UnusableJsonException {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        BigDecimal decimal = node.decimalValue();
        if (Math.abs((long) decimal.scale()) > MAX_SCALE) {
            throw new UnusableJsonException("A number has an exponent beyond " + MAX_SCALE + ".");
        }
        return decimal;
    }

    private static List<Object> list(JsonNode array) throws UnusableJsonException {
        List<Object> values = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            if (!element.isNull()) {
                values.add(value(element));
            }
        }
        return values;
    }

    private static Map<String, ?> map(JsonNode object) throws UnusableJsonException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!field.getValue().isNull()) {
                values.put(text(field.getKey()), value(field.getValue()));
            }
        }
        return values;
    }
}

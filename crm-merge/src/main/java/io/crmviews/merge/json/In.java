package io.crmviews.merge.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** An object that is being read: keeps track of where it is and of the names that nobody asked for. */
final class In {

    private final ObjectNode json;
    private final JsonPointer at;
    private final List<Unknown> unknown;
    private final Set<String> asked = new HashSet<>();

    In(ObjectNode json, JsonPointer at, List<Unknown> unknown) {
        this.json = json;
        this.at = at;
        this.unknown = unknown;
    }

    /** Reads the whole object; what the reader did not ask for is kept as unknown. */
    @SuppressWarnings("PreserveStackTrace") // The sentence of a refused value says all there is to say.
    <T> T read(Function<In, T> reader) {
        T value;
        try {
            value = reader.apply(this);
        } catch (JsonFormatException placed) {
            throw placed;
        } catch (IllegalArgumentException refused) {
            throw wrong("", refused.getMessage() == null ? "The object is impossible." : refused.getMessage());
        }
        json.properties().forEach(field -> {
            if (!asked.contains(field.getKey())) {
                unknown.add(new Unknown(at, field.getKey(), field.getValue()));
            }
        });
        return value;
    }

    String text(String name) {
        return find(name).map(value -> textOf(value, name)).orElse("");
    }

    long number(String name, long usual) {
        JsonNode value = find(name).orElse(null);
        if (value == null) {
            return usual;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(name, "A whole number of 64 bits is expected.");
        }
        return value.longValue();
    }

    boolean flag(String name) {
        JsonNode value = find(name).orElse(null);
        if (value != null && !value.isBoolean()) {
            throw wrong(name, "True or false is expected.");
        }
        return value != null && value.booleanValue();
    }

    @SuppressWarnings("PreserveStackTrace") // The cause would quote the value.
    Instant instant(String name, Instant usual) {
        String text = text(name);
        try {
            return text.isEmpty() ? usual : Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw wrong(name, "An instant is expected, such as 2026-01-31T12:00:00Z.");
        }
    }

    <E extends Enum<E>> E constant(String name, Class<E> type, E usual) {
        return find(name).isEmpty() ? usual : constant(name, type);
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) {
        String text = text(name);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
                return constant;
            }
        }
        throw wrong(name, "One of the words for " + type.getSimpleName() + " is expected.");
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : array(name)) {
            texts.add(textOf(value, name));
        }
        return texts;
    }

    <V> V object(String name, Function<In, V> reader) {
        return optional(name, reader).orElseThrow(() -> wrong(name, "An object is expected."));
    }

    <V> Optional<V> optional(String name, Function<In, V> reader) {
        return find(name)
                .map(value -> child(value, at.appendProperty(name), name).read(reader));
    }

    <V> List<V> objects(String name, Function<In, V> reader) {
        List<V> values = new ArrayList<>();
        JsonPointer list = at.appendProperty(name);
        for (JsonNode value : array(name)) {
            values.add(child(value, list.appendIndex(values.size()), name).read(reader));
        }
        return values;
    }

    JsonFormatException wrong(String name, String sentence) {
        String place = (name.isEmpty() ? at : at.appendProperty(name)).toString();
        return new JsonFormatException((place.isEmpty() ? "In the whole" : "At " + place) + ": " + sentence);
    }

    private In child(JsonNode value, JsonPointer place, String name) {
        if (value instanceof ObjectNode object) {
            return new In(object, place, unknown);
        }
        throw wrong(name, "An object is expected.");
    }

    private Iterable<JsonNode> array(String name) {
        JsonNode value = find(name).orElse(null);
        if (value == null) {
            return List.of();
        }
        if (value instanceof ArrayNode array) {
            return array;
        }
        throw wrong(name, "A list is expected.");
    }

    private Optional<JsonNode> find(String name) {
        asked.add(name);
        JsonNode value = json.get(name);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    private String textOf(JsonNode value, String name) {
        if (!value.isTextual()) {
            throw wrong(name, "A text is expected.");
        }
        return value.textValue();
    }
}

package io.crmviews.merge.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.function.BiConsumer;

/** An object that is being written. What equals its default is left out. */
final class Out {

    private final ObjectNode json;

    Out(ObjectNode json) {
        this.json = json;
    }

    Out text(String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
        return this;
    }

    Out number(String name, long value, long usual) {
        if (value != usual) {
            json.put(name, value);
        }
        return this;
    }

    Out flag(String name, boolean value) {
        if (value) {
            json.put(name, true);
        }
        return this;
    }

    Out instant(String name, Instant value, Instant usual) {
        return value.equals(usual) ? this : text(name, value.toString());
    }

    <E extends Enum<E>> Out constant(String name, E value, E usual) {
        return value == usual ? this : constant(name, value);
    }

    <E extends Enum<E>> Out constant(String name, E value) {
        return text(name, value.name().toLowerCase(Locale.ROOT));
    }

    Out texts(String name, Collection<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = json.putArray(name);
            values.forEach(array::add);
        }
        return this;
    }

    <V> Out object(String name, V value, BiConsumer<V, Out> writer) {
        writer.accept(value, new Out(json.putObject(name)));
        return this;
    }

    <V> Out objects(String name, Collection<? extends V> values, BiConsumer<V, Out> writer) {
        if (!values.isEmpty()) {
            ArrayNode array = json.putArray(name);
            values.forEach(value -> writer.accept(value, new Out(array.addObject())));
        }
        return this;
    }
}

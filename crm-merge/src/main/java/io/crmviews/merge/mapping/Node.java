package io.crmviews.merge.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A place in a mapping document, read strictly: what is unknown or of the wrong type is an error that names the place. */
final class Node {

    private final JsonNode json;
    private final String place;

    Node(JsonNode json, String place) {
        this.json = json;
        this.place = place;
    }

    /** The JSON pointer of this place. */
    String place() {
        return place.isEmpty() ? "/" : place;
    }

    /** An error at this place. */
    MappingException error(String sentence) {
        return new MappingException(place(), sentence);
    }

    boolean isText() {
        return json.isTextual();
    }

    boolean isList() {
        return json.isArray();
    }

    /** This place as a text that is not blank. */
    String text() {
        if (!json.isTextual() || json.textValue().isBlank()) {
            throw error("a text that is not blank is expected here.");
        }
        return json.textValue();
    }

    /** Refuses members that are not in the list. */
    Node only(String... names) {
        Set<String> known = new LinkedHashSet<>(Arrays.asList(names));
        for (String name : members()) {
            if (!known.contains(name)) {
                throw error("the member \"" + name + "\" is not known here." + Nearest.hint(name, known) + " Known are "
                        + String.join(", ", known) + ".");
            }
        }
        return this;
    }

    /** The names of this object's members. */
    List<String> members() {
        if (!json.isObject()) {
            throw error("an object is expected here.");
        }
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    boolean has(String name) {
        return json.isObject() && json.has(name);
    }

    Optional<Node> find(String name) {
        return has(name) ? Optional.of(at(name)) : Optional.empty();
    }

    Node at(String name) {
        if (!has(name)) {
            throw error("the member \"" + name + "\" is missing.");
        }
        String escaped = name.replace("~", "~0").replace("/", "~1");
        return new Node(json.get(name), place + "/" + escaped);
    }

    /** The elements of a list member; empty if there is none. */
    List<Node> list(String name) {
        return find(name).map(Node::elements).orElse(List.of());
    }

    /** The elements of this list. */
    List<Node> elements() {
        if (!json.isArray()) {
            throw error("a list is expected here.");
        }
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            nodes.add(new Node(json.get(i), place + "/" + i));
        }
        return nodes;
    }

    /** A list of texts; empty if the member is absent. */
    List<String> texts(String name) {
        return list(name).stream().map(Node::text).toList();
    }

    String text(String name, String otherwise) {
        return find(name).map(Node::text).orElse(otherwise);
    }

    boolean flag(String name, boolean otherwise) {
        Optional<Node> node = find(name);
        if (node.isPresent() && !node.get().json.isBoolean()) {
            throw node.get().error("true or false is expected here.");
        }
        return node.map(n -> n.json.booleanValue()).orElse(otherwise);
    }

    int number(String name, int otherwise) {
        Optional<Node> node = find(name);
        if (node.isPresent() && !node.get().json.isInt()) {
            throw node.get().error("a whole number is expected here.");
        }
        return node.map(n -> n.json.intValue()).orElse(otherwise);
    }

    /** A member that holds one of an enumeration's words: its names in lower case with hyphens. */
    <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
        return find(name).map(node -> node.choice(type)).orElse(otherwise);
    }

    <E extends Enum<E>> E choice(Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E value : type.getEnumConstants()) {
            words.put(word(value), value);
        }
        String text = text();
        E found = words.get(text);
        if (found == null) {
            throw error("this word is not known here." + Nearest.hint(text, words.keySet()) + " Known are "
                    + String.join(", ", words.keySet()) + ".");
        }
        return found;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The same place without some members that were read already. */
    Node without(String... names) {
        return json instanceof ObjectNode object
                ? new Node(object.deepCopy().without(Arrays.asList(names)), place)
                : this;
    }

    JsonNode json() {
        return json;
    }
}

package io.crmviews.merge.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Writes the expressions of a mapping document. */
final class Json {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static ArrayNode list(Collection<String> texts) {
        ArrayNode list = NODES.arrayNode();
        texts.forEach(list::add);
        return list;
    }

    /** A path; its value taken apart where the values of the column hold several. */
    static JsonNode path(Table table, Column column) {
        boolean several = table.values(column).share(value -> value.indexOf(';') > 0 || value.indexOf('|') > 0) > 0.005;
        return several ? object().put("path", column.name()).put("split", "[;|]") : NODES.textNode(column.name());
    }

    /** The columns joined; a mere path where there is one. */
    static JsonNode join(List<Column> columns, String separator) {
        return combine("join", columns.stream().map(Column::name).toList(), separator);
    }

    /** The first of the columns that says something. */
    static JsonNode firstOf(List<Column> columns) {
        return combine("firstOf", columns.stream().map(Column::name).toList(), " ");
    }

    /** The first of the expressions that says something. */
    static JsonNode firstOfAll(List<JsonNode> expressions) {
        List<JsonNode> some = new ArrayList<>(expressions);
        some.removeIf(JsonNode::isNull);
        if (some.size() == 1) {
            return some.get(0);
        }
        ObjectNode node = object();
        node.putArray("firstOf").addAll(some);
        return node;
    }

    private static JsonNode combine(String how, List<String> names, String separator) {
        if (names.isEmpty()) {
            return NODES.nullNode();
        }
        if (names.size() == 1) {
            return NODES.textNode(names.get(0));
        }
        ObjectNode node = object();
        node.set(how, list(names));
        return separator.equals(" ") ? node : node.put("separator", separator);
    }

    /** Sets a member unless the expression is absent. */
    static ObjectNode set(ObjectNode node, String member, JsonNode expression) {
        if (!expression.isNull()) {
            node.set(member, expression);
        }
        return node;
    }
}

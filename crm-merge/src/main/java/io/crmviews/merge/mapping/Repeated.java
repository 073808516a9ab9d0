package io.crmviews.merge.mapping;

import io.crmviews.model.fact.Fact;
import io.crmviews.spi.channel.ChannelRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A production that is run once for each element of a field: a list, or a text that packs several. The element is a field
 * named {@code each}; a packed pair such as {@code email:1} has the parts {@code each.name} and {@code each.value}.
 */
final class Repeated implements Production {

    private static final String EACH = "each";

    private final FieldPath path;
    private final Optional<Pattern> split;
    private final String pair;
    private final Production production;

    private Repeated(Node node, Production production) {
        node.only("path", "split", "pair");
        this.path = new FieldPath(node.at("path").text());
        this.split = node.find("split").map(Texts::pattern);
        this.pair = node.text("pair", "");
        this.production = production;
    }

    static Production read(Node place, Production production) {
        if (!place.has("key")) {
            throw place.error("a \"key\" is needed here, since \"each\" makes several facts of one record.");
        }
        return new Repeated(place.at(EACH), production);
    }

    @Override
    public void make(ChannelRecord record, Scope scope, List<Fact> facts) {
        for (Object element : elements(scope)) {
            Map<Object, Object> fields = new LinkedHashMap<>(scope.fields());
            fields.remove(path.text());
            fields.put(EACH, element);
            production.make(record, scope.with(fields), facts);
        }
    }

    private List<Object> elements(Scope scope) {
        List<Object> elements = new ArrayList<>();
        for (Object found : path.elements(scope)) {
            if (!(found instanceof String text)) {
                elements.add(found);
                continue;
            }
            for (String piece : split.isPresent() ? split.get().split(text, -1) : new String[] {text}) {
                if (!scope.text(piece).isEmpty()) {
                    elements.add(paired(piece.strip()));
                }
            }
        }
        return elements;
    }

    private Object paired(String piece) {
        int at = pair.isEmpty() ? -1 : piece.indexOf(pair);
        return at < 0
                ? piece
                : Map.of(
                        "name",
                        piece.substring(0, at).strip(),
                        "value",
                        piece.substring(at + pair.length()).strip());
    }

    @Override
    public void paths(Consumer<String> to) {
        to.accept(path.text());
        production.paths(read -> {
            if (!read.equals(EACH) && !read.startsWith(EACH + ".")) {
                to.accept(read);
            }
        });
    }
}

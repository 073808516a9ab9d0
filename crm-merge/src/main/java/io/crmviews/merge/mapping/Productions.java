package io.crmviews.merge.mapping;

import java.util.ArrayList;
import java.util.List;

/** Reads what a stream makes: one production or a list of them, each perhaps under a condition or once an element. */
final class Productions {

    /** What a production makes. */
    private enum Makes {
        RECORD,
        INTERACTION,
        CONSENT,
        NOTHING
    }

    private Productions() {}

    static List<Production> read(Node node) {
        List<Node> places = node.isList() ? node.elements() : List.of(node);
        List<Production> productions = new ArrayList<>();
        for (Node place : places) {
            Production plain = plain(place, place.without("each", "when"));
            Production repeated = place.has("each") ? Repeated.read(place, plain) : plain;
            productions.add(place.has("when") ? Conditional.read(place.at("when"), repeated) : repeated);
        }
        return productions;
    }

    private static Production plain(Node place, Node rest) {
        return switch (place.choice("makes", Makes.class, Makes.RECORD)) {
            case RECORD -> RecordProduction.read(rest);
            case INTERACTION -> InteractionProduction.read(rest);
            case CONSENT -> ConsentProduction.read(rest);
            case NOTHING -> Production.NOTHING;
        };
    }
}

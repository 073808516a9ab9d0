package io.crmviews.merge.mapping;

import java.util.ArrayList;
import java.util.List;

/** Reads what a stream makes: one production or a list of them. */
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
            switch (place.choice("makes", Makes.class, Makes.RECORD)) {
                case RECORD -> productions.add(RecordProduction.read(place));
                case INTERACTION -> productions.add(InteractionProduction.read(place));
                case CONSENT -> productions.add(ConsentProduction.read(place));
                case NOTHING -> {}
            }
        }
        return productions;
    }
}

package io.crmviews.merge.mapping;

import java.util.List;

/** Reads what a stream makes: one production or a list of them. */
final class Productions {

    /** What a production makes. */
    private enum Makes {
        RECORD,
        NOTHING
    }

    private Productions() {}

    static List<Production> read(Node node) {
        List<Node> places = node.isList() ? node.elements() : List.of(node);
        return places.stream()
                .filter(place -> place.choice("makes", Makes.class, Makes.RECORD) != Makes.NOTHING)
                .map(RecordProduction::read)
                .toList();
    }
}

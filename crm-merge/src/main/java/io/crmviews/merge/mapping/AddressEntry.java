package io.crmviews.merge.mapping;

import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.Usage;
import java.util.function.Consumer;

/** A postal address made of fields that belong together. */
record AddressEntry(Usage usage, Text street, Text unit, Text city, Text region, Text postcode, Text country)
        implements Entry {

    static Entry read(Node node) {
        node.only("kinds", "ifAny", "usage", "street", "unit", "city", "region", "postcode", "country");
        return new AddressEntry(
                node.choice("usage", Usage.class, Usage.CURRENT),
                Texts.member(node, "street"),
                Texts.member(node, "unit"),
                Texts.member(node, "city"),
                Texts.member(node, "region"),
                Texts.member(node, "postcode"),
                Texts.member(node, "country"));
    }

    @Override
    public void add(Draft draft) {
        Scope scope = draft.scope();
        String[] parts = new String[6];
        Text[] texts = texts();
        boolean any = false;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = texts[i].first(scope);
            any |= !parts[i].isEmpty();
        }
        if (any) {
            draft.add(new PostalAddress(usage, parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]));
        }
    }

    private Text[] texts() {
        return new Text[] {street, unit, city, region, postcode, country};
    }

    @Override
    public void paths(Consumer<String> to) {
        for (Text text : texts()) {
            text.paths(to);
        }
    }
}

package io.crmviews.merge.mapping;

import io.crmviews.model.party.PartialDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How the dates of a field are written: exact patterns in a locale, tried in turn; or, without patterns, any usual way,
 * with an order for what is ambiguous, which another field (a country) may choose.
 */
final class DateFormats {

    private final List<DatePattern> patterns;
    private final DateReader reader;
    private final DateOrder order;
    private final Text chooser;
    private final Map<String, DateOrder> orders;

    private DateFormats(Node node) {
        Locale locale = Locale.forLanguageTag(node.text("locale", "en"));
        int firstYear = node.number("firstYear", DateReader.FIRST_YEAR);
        patterns = node.list("formats").stream()
                .map(format -> DatePattern.read(format, locale, firstYear))
                .toList();
        reader = new DateReader(firstYear);
        order = node.choice("order", DateOrder.class, DateOrder.DAY_FIRST);
        Optional<Node> by = node.find("orderBy");
        chooser = by.map(n -> Texts.read(n.only("path", "values").at("path"))).orElse(Text.NOTHING);
        orders = new HashMap<>();
        by.ifPresent(n -> readOrders(n.at("values")));
    }

    /** Reads the members that say how dates are written. */
    static DateFormats read(Node node) {
        return new DateFormats(node);
    }

    private void readOrders(Node values) {
        for (String word : values.members()) {
            orders.put(word.toLowerCase(Locale.ROOT), values.at(word).choice(DateOrder.class));
        }
    }

    /** The dates that a text states; empty if it is no date in these formats. */
    List<PartialDate> dates(String text, Scope scope) {
        if (patterns.isEmpty()) {
            return reader.read(text, order(scope));
        }
        for (DatePattern pattern : patterns) {
            Optional<PartialDate> date = pattern.read(text);
            if (date.isPresent()) {
                return List.of(date.get());
            }
        }
        return List.of();
    }

    private DateOrder order(Scope scope) {
        return orders.isEmpty()
                ? order
                : orders.getOrDefault(chooser.first(scope).toLowerCase(Locale.ROOT), order);
    }

    void paths(Consumer<String> to) {
        chooser.paths(to);
    }
}

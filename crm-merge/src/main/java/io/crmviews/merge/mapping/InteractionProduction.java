package io.crmviews.merge.mapping;

import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.Interaction.Direction;
import io.crmviews.model.fact.Interaction.Reference;
import io.crmviews.model.party.Characteristic;
import io.crmviews.model.source.Money;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.channel.ChannelRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Makes interactions: purchases, calls, posts, offers. */
final class InteractionProduction implements Production {

    private static final Map<String, Direction> DIRECTIONS = Map.of(
            "inbound", Direction.INBOUND,
            "in", Direction.INBOUND,
            "outbound", Direction.OUTBOUND,
            "out", Direction.OUTBOUND);

    private final Head head;
    private final Text kind;
    private final Text channel;
    private final Text direction;
    private final Text text;
    private final Text amount;
    private final Text currency;
    private final SubjectRules subjects;
    private final List<Named> references = new ArrayList<>();
    private final List<Named> characteristics = new ArrayList<>();
    private final Optional<Leftovers> leftovers;

    /** A value and what it is. */
    private record Named(String name, Text value) {}

    private InteractionProduction(Node node) {
        node.only(
                "makes",
                "source",
                "key",
                "occurredAt",
                "kind",
                "channel",
                "direction",
                "subjects",
                "text",
                "amount",
                "currency",
                "references",
                "characteristics",
                "leftovers");
        head = Head.read(node);
        kind = Texts.read(node.at("kind"));
        channel = Texts.member(node, "channel");
        direction = Texts.member(node, "direction");
        text = Texts.member(node, "text");
        amount = Texts.member(node, "amount");
        currency = Texts.member(node, "currency");
        subjects = SubjectRules.member(node);
        node.list("references").forEach(place -> references.add(named(place, "type")));
        node.list("characteristics").forEach(place -> characteristics.add(named(place, "name")));
        leftovers = LeftoverChoice.keeps(node) ? Optional.of(new Leftovers(covered())) : Optional.empty();
    }

    static Production read(Node node) {
        return new InteractionProduction(node);
    }

    private static Named named(Node node, String name) {
        node.only(name, "value");
        return new Named(node.at(name).text(), Texts.read(node.at("value")));
    }

    private Set<String> covered() {
        Set<String> paths = new HashSet<>();
        paths(paths::add);
        return paths;
    }

    @Override
    public void paths(Consumer<String> to) {
        head.paths(to);
        subjects.paths(to);
        List.of(kind, channel, direction, text, amount, currency).forEach(each -> each.paths(to));
        references.forEach(each -> each.value().paths(to));
        characteristics.forEach(each -> each.value().paths(to));
    }

    @Override
    public void make(ChannelRecord record, Scope scope, List<Fact> facts) {
        String what = kind.first(scope).toLowerCase(Locale.ROOT);
        Optional<Money> paid = money(scope);
        if (what.isEmpty()) {
            scope.refuse("The field that says what kind of interaction it was is missing or empty.");
        } else if (paid.isEmpty()) {
            scope.refuse("The amount is no number.");
        } else {
            facts.add(interaction(record, scope, what, paid.get()));
        }
    }

    private Interaction interaction(ChannelRecord record, Scope scope, String what, Money paid) {
        RecordKey key = head.key(record, scope);
        String where = channel.first(scope);
        return new Interaction(
                key,
                head.revision(record, scope),
                what,
                where.isEmpty() ? key.source() : where,
                DIRECTIONS.getOrDefault(direction.first(scope).toLowerCase(Locale.ROOT), Direction.UNKNOWN),
                subjects.subjects(scope, key.source()),
                text.first(scope),
                paid,
                references(scope),
                characteristics(scope));
    }

    private List<Reference> references(Scope scope) {
        List<Reference> found = new ArrayList<>();
        for (Named reference : references) {
            reference.value().all(scope).forEach(value -> found.add(new Reference(reference.name(), value)));
        }
        return found;
    }

    private List<Characteristic> characteristics(Scope scope) {
        List<Characteristic> found = new ArrayList<>();
        for (Named characteristic : characteristics) {
            characteristic
                    .value()
                    .all(scope)
                    .forEach(value -> found.add(new Characteristic(characteristic.name(), value)));
        }
        leftovers.ifPresent(rest -> rest.forEach(scope, (name, value) -> found.add(new Characteristic(name, value))));
        return found;
    }

    /** What was paid; empty if the amount is no number. */
    private Optional<Money> money(Scope scope) {
        String number = amount.first(scope);
        if (number.isEmpty()) {
            return Optional.of(Money.NONE);
        }
        try {
            return Optional.of(new Money(new BigDecimal(number), currency.first(scope)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

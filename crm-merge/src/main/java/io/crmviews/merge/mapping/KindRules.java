package io.crmviews.merge.mapping;

import io.crmviews.model.party.PartyKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Decides a record's kind: the first rule with an answer. */
final class KindRules {

    /** The usual words for a kind. */
    static final Map<String, String> KIND_WORDS = WordList.load("kinds.txt");

    private final List<Rule> rules;

    private KindRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The rules in a member: one or a list; none if it is absent. */
    static KindRules member(Node parent, String name) {
        List<Rule> rules = new ArrayList<>();
        parent.find(name).ifPresent(node -> {
            List<Node> places = node.isList() ? node.elements() : List.of(node);
            places.forEach(place -> rules.add(rule(place)));
        });
        return new KindRules(rules);
    }

    private static Rule rule(Node node) {
        if (node.isText()) {
            return new Fixed(List.of(), node.choice(PartyKind.class));
        }
        if (node.has("ifAny")) {
            node.only("ifAny", "is");
            List<FieldPath> paths =
                    node.texts("ifAny").stream().map(FieldPath::new).toList();
            return new Fixed(paths, node.at("is").choice(PartyKind.class));
        }
        node.only("path", "words");
        Map<String, PartyKind> words = new HashMap<>();
        KIND_WORDS.forEach((word, kind) -> words.put(word, PartyKind.valueOf(kind.toUpperCase(Locale.ROOT))));
        node.find("words")
                .ifPresent(own -> own.members()
                        .forEach(word -> words.put(
                                word.toLowerCase(Locale.ROOT), own.at(word).choice(PartyKind.class))));
        return new ByWord(new FieldPath(node.at("path").text()), Map.copyOf(words));
    }

    PartyKind kind(Scope scope) {
        for (Rule rule : rules) {
            PartyKind kind = rule.kind(scope);
            if (kind != PartyKind.UNKNOWN) {
                return kind;
            }
        }
        return PartyKind.UNKNOWN;
    }

    void paths(Consumer<String> to) {
        rules.forEach(rule -> rule.paths(to));
    }

    /** One rule. */
    private interface Rule {
        PartyKind kind(Scope scope);

        void paths(Consumer<String> to);
    }

    /** A kind, perhaps only where one of some fields says something. */
    private record Fixed(List<FieldPath> ifAny, PartyKind kind) implements Rule {
        @Override
        public PartyKind kind(Scope scope) {
            boolean holds = ifAny.isEmpty()
                    || ifAny.stream().anyMatch(path -> !path.first(scope).isEmpty());
            return holds ? kind : PartyKind.UNKNOWN;
        }

        @Override
        public void paths(Consumer<String> to) {
            // A field that is only looked at says more than the kind, and so stays a left-over.
        }
    }

    /** A kind by a word in a field. */
    private record ByWord(FieldPath path, Map<String, PartyKind> words) implements Rule {
        @Override
        public PartyKind kind(Scope scope) {
            return words.getOrDefault(path.first(scope).toLowerCase(Locale.ROOT), PartyKind.UNKNOWN);
        }

        @Override
        public void paths(Consumer<String> to) {
            to.accept(path.text());
        }
    }
}

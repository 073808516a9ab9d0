package io.crmviews.merge.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads {@link Text} expressions from a document. */
final class Texts {

    private Texts() {}

    /** The expression in a member, or {@link Text#NOTHING}. */
    static Text member(Node parent, String name) {
        return parent.find(name).map(Texts::read).orElse(Text.NOTHING);
    }

    /** The expression at a place: a path as a text, or an object. */
    static Text read(Node node) {
        if (node.isText()) {
            return new AtPath(new FieldPath(node.text()));
        }
        if (node.has("const")) {
            return new Constant(node.only("const").at("const").text());
        }
        if (node.has("join")) {
            node.only("join", "separator");
            String separator =
                    node.find("separator").map(n -> n.json().asText()).orElse(" ");
            return new Joined(node.list("join").stream().map(Texts::read).toList(), separator);
        }
        if (node.has("firstOf")) {
            return new FirstOf(node.only("firstOf").list("firstOf").stream()
                    .map(Texts::read)
                    .toList());
        }
        return path(node.only("path", "split", "words", "default", "required"));
    }

    private static Text path(Node node) {
        FieldPath path = new FieldPath(node.at("path").text());
        Text text = new AtPath(path);
        if (node.has("split")) {
            text = new Split(text, pattern(node.at("split")));
        }
        if (node.has("words")) {
            text = new Words(text, words(node.at("words")));
        }
        if (node.has("default")) {
            text = new FirstOf(List.of(text, new Constant(node.at("default").text())));
        }
        return node.flag("required", false) ? new Required(text, path.text(), node.place()) : text;
    }

    /** The pattern at a place. */
    static Pattern pattern(Node node) {
        try {
            return Pattern.compile(node.text());
        } catch (PatternSyntaxException e) {
            throw node.error("this is no regular expression (" + e.getDescription() + ").");
        }
    }

    /** A dictionary; its keys match whatever their case. */
    static Map<String, String> words(Node node) {
        Map<String, String> words = new HashMap<>();
        for (String word : node.members()) {
            words.put(word.toLowerCase(Locale.ROOT), node.at(word).text());
        }
        return words;
    }

    private record AtPath(FieldPath path) implements Text {
        @Override
        public List<String> all(Scope scope) {
            return path.all(scope);
        }

        @Override
        public String first(Scope scope) {
            return path.first(scope);
        }

        @Override
        public void paths(Consumer<String> to) {
            to.accept(path.text());
        }
    }

    private record Constant(String value) implements Text {
        @Override
        public List<String> all(Scope scope) {
            return List.of(value);
        }

        @Override
        public void paths(Consumer<String> to) {}
    }

    private record Joined(List<Text> parts, String separator) implements Text {
        @Override
        public List<String> all(Scope scope) {
            List<String> values = new ArrayList<>();
            parts.forEach(part -> values.addAll(part.all(scope)));
            return values.isEmpty() ? values : List.of(String.join(separator, values));
        }

        @Override
        public void paths(Consumer<String> to) {
            parts.forEach(part -> part.paths(to));
        }
    }

    private record FirstOf(List<Text> choices) implements Text {
        @Override
        public List<String> all(Scope scope) {
            for (Text choice : choices) {
                List<String> values = choice.all(scope);
                if (!values.isEmpty()) {
                    return values;
                }
            }
            return List.of();
        }

        @Override
        public void paths(Consumer<String> to) {
            choices.forEach(choice -> choice.paths(to));
        }
    }

    private record Split(Text text, Pattern at) implements Text {
        @Override
        public List<String> all(Scope scope) {
            List<String> pieces = new ArrayList<>();
            for (String value : text.all(scope)) {
                for (String piece : at.split(value, -1)) {
                    String stripped = scope.text(piece);
                    if (!stripped.isEmpty()) {
                        pieces.add(stripped);
                    }
                }
            }
            return pieces;
        }

        @Override
        public void paths(Consumer<String> to) {
            text.paths(to);
        }
    }

    /** Replaces words that the dictionary knows; others yield nothing. */
    private record Words(Text text, Map<String, String> dictionary) implements Text {
        @Override
        public List<String> all(Scope scope) {
            List<String> known = new ArrayList<>();
            for (String value : text.all(scope)) {
                String word = dictionary.get(value.toLowerCase(Locale.ROOT));
                if (word != null) {
                    known.add(word);
                }
            }
            return known;
        }

        @Override
        public void paths(Consumer<String> to) {
            text.paths(to);
        }
    }

    private record Required(Text text, String path, String place) implements Text {
        @Override
        public List<String> all(Scope scope) {
            List<String> values = text.all(scope);
            if (values.isEmpty()) {
                scope.refuse(
                        "The field " + path + ", which the mapping requires at " + place + ", is missing or empty.");
            }
            return values;
        }

        @Override
        public String first(Scope scope) {
            List<String> values = all(scope);
            return values.isEmpty() ? "" : values.get(0);
        }

        @Override
        public void paths(Consumer<String> to) {
            text.paths(to);
        }
    }
}

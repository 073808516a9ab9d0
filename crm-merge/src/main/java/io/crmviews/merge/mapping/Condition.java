package io.crmviews.merge.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Whether a field holds one of some words (whatever their case), or holds anything at all.
 *
 * @param value what is looked at
 * @param words the words; empty if any value will do
 */
record Condition(Text value, Set<String> words) {

    /** Reads {@code {"path": ..., "is": [...]}}; without {@code is}, any value will do. */
    static Condition read(Node node) {
        node.only("path", "is");
        Set<String> words = new HashSet<>();
        node.texts("is").forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
        return new Condition(Texts.read(node.at("path")), words);
    }

    boolean holds(Scope scope) {
        List<String> values = value.all(scope);
        return words.isEmpty()
                ? !values.isEmpty()
                : values.stream().anyMatch(text -> words.contains(text.toLowerCase(Locale.ROOT)));
    }

    void paths(Consumer<String> to) {
        value.paths(to);
    }
}

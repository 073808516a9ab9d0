package io.crmviews.merge.mapping;

import java.util.List;
import java.util.function.Consumer;

/** An expression of the mapping document that yields texts from a record: a path, a constant, or made from others. */
interface Text {

    /** Says nothing, ever. */
    Text NOTHING = new Text() {
        @Override
        public List<String> all(Scope scope) {
            return List.of();
        }

        @Override
        public void paths(Consumer<String> to) {}
    };

    /** All values, in order, each with something to say. */
    List<String> all(Scope scope);

    /** The first value, or empty. */
    default String first(Scope scope) {
        List<String> values = all(scope);
        return values.isEmpty() ? "" : values.get(0);
    }

    /** Tells which field paths it reads. */
    void paths(Consumer<String> to);
}

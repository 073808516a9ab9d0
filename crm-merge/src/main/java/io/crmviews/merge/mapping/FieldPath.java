package io.crmviews.merge.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A path into a channel record's fields: names joined by points. A field that has the whole path as its name comes
 * first, so that column names may hold points. Lists on the way yield each of their elements.
 */
final class FieldPath {

    private final String text;
    private final String[] steps;

    FieldPath(String text) {
        this.text = text;
        this.steps = text.split("\\.", -1);
    }

    /** The path as written. */
    String text() {
        return text;
    }

    /** The first value as text, or empty. */
    String first(Scope scope) {
        Object direct = scope.fields().get(text);
        if (direct instanceof String value) {
            return scope.text(value);
        }
        List<String> values = all(scope);
        return values.isEmpty() ? "" : values.get(0);
    }

    /** All values as texts that say something. */
    List<String> all(Scope scope) {
        Object direct = scope.fields().get(text);
        if (direct == null && steps.length == 1) {
            return List.of();
        }
        List<String> found = new ArrayList<>(1);
        if (direct != null) {
            collect(direct, steps.length, scope, found);
        } else {
            collect(scope.fields(), 0, scope, found);
        }
        return found;
    }

    /** The elements found there as they are: of a list each, otherwise the one value. */
    List<Object> elements(Scope scope) {
        Object value = scope.fields().get(text);
        if (value == null) {
            value = scope.fields();
            for (String step : steps) {
                value = value instanceof Map<?, ?> map ? map.get(step) : null;
            }
        }
        if (value instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        return value == null ? List.of() : List.of(value);
    }

    private void collect(Object value, int depth, Scope scope, List<String> found) {
        if (value instanceof List<?> list) {
            list.forEach(element -> collect(element, depth, scope, found));
        } else if (value instanceof Map<?, ?> map) {
            Object next = depth < steps.length ? map.get(steps[depth]) : null;
            if (next != null) {
                collect(next, depth + 1, scope, found);
            }
        } else if (depth == steps.length) {
            String leaf = scope.text(value);
            if (!leaf.isEmpty()) {
                found.add(leaf);
            }
        }
    }
}

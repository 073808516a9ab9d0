package io.crmviews.merge.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Finds the fields of a record that no entry reads. */
final class Leftovers {

    private final Set<String> covered;

    Leftovers(Set<String> covered) {
        this.covered = new HashSet<>(covered);
    }

    /** Tells name and text of each value that is left over. */
    void forEach(Scope scope, BiConsumer<String, String> to) {
        scope.fields().forEach((name, value) -> visit(name.toString(), value, scope, to));
    }

    private void visit(String path, Object value, Scope scope, BiConsumer<String, String> to) {
        if (covered.contains(path)) {
            return;
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> visit(path + "." + name, inner, scope, to));
        } else if (value instanceof List<?> list) {
            list.forEach(element -> visit(path, element, scope, to));
        } else {
            String text = scope.text(value);
            if (!text.isEmpty() && !path.isBlank()) {
                to.accept(path, text);
            }
        }
    }
}

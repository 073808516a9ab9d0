package io.crmviews.merge;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Searches everything that an object reaches for texts. */
final class HeapSearch {

    private final List<String> texts = new ArrayList<>();
    private final Set<Long> numbers = new HashSet<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();

    private HeapSearch() {}

    static HeapSearch of(Object root) {
        HeapSearch search = new HeapSearch();
        search.add(root);
        while (!search.open.isEmpty()) {
            search.look(search.open.remove());
        }
        return search;
    }

    /** The texts that hold one of the marks. */
    List<String> find(List<String> marks) {
        return texts.stream()
                .filter(text -> marks.stream().anyMatch(text::contains))
                .toList();
    }

    /** The objects of our own types. */
    List<Object> ours() {
        return seen.stream()
                .filter(object -> object.getClass().getName().startsWith("io.crmviews")
                        && !object.getClass().isArray()
                        && !object.getClass().getName().contains("Test"))
                .toList();
    }

    /** Whether a number stands anywhere. */
    boolean holds(long number) {
        return numbers.contains(number);
    }

    private void add(Object object) {
        if (object != null && seen.add(object)) {
            open.add(object);
        }
    }

    private void look(Object object) {
        if (object instanceof CharSequence text) {
            texts.add(text.toString());
        } else if (object instanceof char[] text) {
            texts.add(new String(text));
        } else if (object instanceof byte[] bytes) {
            texts.add(new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
        } else if (object instanceof long[] array) {
            for (long number : array) {
                numbers.add(number);
            }
        } else if (object instanceof Long number) {
            numbers.add(number);
        } else if (object.getClass().isArray()) {
            if (!object.getClass().getComponentType().isPrimitive()) {
                for (int i = 0; i < Array.getLength(object); i++) {
                    add(Array.get(object, i));
                }
            }
        } else if (object instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                add(key);
                add(value);
            });
            fields(object);
        } else if (object instanceof Collection<?> collection) {
            collection.forEach(this::add);
            fields(object);
        } else if (object instanceof Optional<?> optional) {
            optional.ifPresent(this::add);
        } else if (object.getClass().getName().startsWith("java.time.")) {
            texts.add(object.toString());
        } else {
            fields(object);
        }
    }

    private void fields(Object object) {
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if ((!field.getType().isPrimitive() || field.getType() == long.class) && !isForeignStatic(field)) {
                    value(object, field);
                }
            }
        }
    }

    private static boolean isForeignStatic(Field field) {
        return Modifier.isStatic(field.getModifiers())
                && !field.getDeclaringClass().getName().startsWith("io.crmviews");
    }

    private void value(Object object, Field field) {
        try {
            field.setAccessible(true);
            add(field.get(object));
        } catch (InaccessibleObjectException | IllegalAccessException closed) {
            // Of the platform's own classes only collections and texts hold data of ours, and those are looked into
            // above.
        }
    }
}

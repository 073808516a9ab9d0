package io.crmviews.merge.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a table held before. A value is kept when another takes its place; nothing is kept of one that was put once, if it
 * bears the number by which its age is known.
 */
final class Past<K, V> {

    /** A value that is not numbered when it first comes. */
    static final long UNNUMBERED = -1;

    /** {@code value} held before the commit of that position, or nothing did. */
    private record Was<V>(long until, @Nullable V value) {}

    private final Map<K, List<Was<V>>> former = new HashMap<>();
    private final ToLongBiFunction<K, V> number;

    /**
     * {@code number}: the greatest of the numbers that a value and its key bear, all given out before it first came or with it, or
     * {@link #UNNUMBERED}.
     */
    Past(ToLongBiFunction<K, V> number) {
        this.number = number;
    }

    /** Notes what a commit overwrites; {@code next}: the next number before that commit. */
    void overwrite(K key, @Nullable V before, @Nullable V after, long position, long next) {
        boolean fresh = before == null && after != null && number.applyAsLong(key, after) >= next;
        if (!fresh) {
            List<Was<V>> was = former.computeIfAbsent(key, any -> new ArrayList<>(1));
            if (was.isEmpty() || was.get(was.size() - 1).until() < position) {
                was.add(new Was<>(position, before));
            }
        }
    }

    /** What held after the commit of a position; {@code next}: the next number after it. */
    @Nullable
    V at(K key, @Nullable V present, long position, long next) {
        List<Was<V>> was = former.getOrDefault(key, List.of());
        int first = 0;
        int end = was.size();
        while (first < end) {
            int middle = (first + end) >>> 1;
            if (was.get(middle).until() > position) {
                end = middle;
            } else {
                first = middle + 1;
            }
        }
        V held = first < was.size() ? was.get(first).value() : present;
        boolean later = first == 0 && held != null && number.applyAsLong(key, held) >= next;
        return later ? null : held;
    }

    /** Forgets all that a key held before. */
    void forget(K key) {
        former.remove(key);
    }

    /** Puts other values in place of all that held before, or nothing in place of one. */
    void replaceAll(Function<V, @Nullable V> other) {
        for (List<Was<V>> was : former.values()) {
            was.replaceAll(one -> one.value() == null ? one : new Was<>(one.until(), other.apply(one.value())));
        }
    }

    /** Forgets what held before commits up to a position. */
    void forgetUntil(K key, long position) {
        List<Was<V>> was = former.get(key);
        if (was != null) {
            was.removeIf(one -> one.until() <= position);
            if (was.isEmpty()) {
                former.remove(key);
            }
        }
    }
}

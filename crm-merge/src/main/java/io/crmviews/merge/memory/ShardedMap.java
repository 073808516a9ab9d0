package io.crmviews.merge.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A hash map made of many small ones that grow by themselves, so that no operation moves more than a small part of it. Not
 * thread-safe while written.
 */
final class ShardedMap<K, V> {

    private static final int BITS = 10;
    private static final int SPREAD = 0x9E3779B9;

    private final List<Map<K, V>> shards = new ArrayList<>(1 << BITS);

    ShardedMap() {
        for (int i = 0; i < 1 << BITS; i++) {
            shards.add(new HashMap<>());
        }
    }

    private Map<K, V> shard(K key) {
        return shards.get((key.hashCode() * SPREAD) >>> (Integer.SIZE - BITS));
    }

    @Nullable
    V get(K key) {
        return shard(key).get(key);
    }

    /** Puts a value; the one before or null. */
    @Nullable
    V put(K key, V value) {
        return shard(key).put(key, value);
    }

    void remove(K key) {
        shard(key).remove(key);
    }

    void replaceAll(UnaryOperator<V> other) {
        shards.forEach(shard -> shard.replaceAll((key, value) -> other.apply(value)));
    }

    /** All keys in no stated order; stands while nothing is written. */
    Iterable<K> keys() {
        return () -> shards.stream().flatMap(shard -> shard.keySet().stream()).iterator();
    }
}

package io.crmviews.merge.ingest;

import io.crmviews.merge.internal.LongMap;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredNode;
import io.crmviews.spi.store.WriteSet;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Counts what a second generation would change of the first. Pure but for reading. */
final class Differences {

    private Differences() {}

    static long count(StoreReader first, WriteSet second) {
        return nodes(first, second)
                + second.removedNodes().size()
                + second.addedKeys().size()
                + second.removedKeys().size()
                + second.mutedKeys().size()
                + second.unmutedKeys().size()
                + second.customers().size()
                + second.removedCustomers().size()
                + second.reviews().size()
                + second.closedReviews().size();
    }

    private static long nodes(StoreReader first, WriteSet second) {
        long[] ids = second.nodes().stream().mapToLong(StoredNode::id).toArray();
        LongMap<StoredNode> stored = new LongMap<>(2 * ids.length);
        first.nodes(ids).forEach(node -> stored.put(node.id(), node));
        return second.nodes().stream()
                .filter(node -> !same(node, stored.get(node.id())))
                .count();
    }

    private static boolean same(StoredNode one, @Nullable StoredNode other) {
        return other != null
                && one.check() == other.check()
                && one.records().equals(other.records())
                && Arrays.equals(one.keys(), other.keys())
                && Arrays.equals(one.neighbours(), other.neighbours())
                && Arrays.equals(one.weights(), other.weights())
                && Arrays.equals(one.signature(), other.signature());
    }
}

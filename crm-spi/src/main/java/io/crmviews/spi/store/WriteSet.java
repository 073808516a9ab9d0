package io.crmviews.spi.store;

import io.crmviews.model.source.RecordKey;
import java.util.List;
import java.util.Map;

/**
 * Everything that one decision writes; applied all or nothing. Immutable by contract: whoever makes it gives it away.
 *
 * @param basePosition the position that the decision was made on
 * @param nextNumber the number that the next new record gets afterwards
 * @param records records and assertions to put
 * @param nodes nodes to put
 * @param removedNodes ids of nodes to remove
 * @param addedKeys pairs of key and node to add to the postings
 * @param removedKeys pairs of key and node to remove from the postings
 * @param mutedKeys keys that more nodes hold from now on than their scoring cap allows
 * @param unmutedKeys keys of which that is true no more
 * @param customers customers to put
 * @param removedCustomers numbers of customers to remove
 * @param reviews reviews to put
 * @param closedReviews reviews to remove
 * @param carriers which record carries an id from now on
 * @param events events to put
 * @param sources states of sources to put
 * @param feed entries of the change feed, in order, all of the position after {@code basePosition}
 * @param model the checksum of the model by which everything was decided, see {@link StoreReader#model()}
 */
public record WriteSet(
        long basePosition,
        long nextNumber,
        List<StoredRecord> records,
        List<StoredNode> nodes,
        List<Long> removedNodes,
        KeyPairs addedKeys,
        KeyPairs removedKeys,
        List<Long> mutedKeys,
        List<Long> unmutedKeys,
        List<StoredCustomer> customers,
        List<Long> removedCustomers,
        List<StoredReview> reviews,
        List<StoredReview> closedReviews,
        Map<Long, RecordKey> carriers,
        List<StoredEvent> events,
        List<SourceState> sources,
        List<FeedEntry> feed,
        String model) {

    /** Pairs of a key and a node. */
    public static final class KeyPairs {

        private final long[] keys;
        private final long[] nodes;

        /**
         * Pairs from two arrays of one length.
         *
         * @param keys the keys
         * @param nodes the node of each
         */
        public KeyPairs(long[] keys, long[] nodes) {
            if (keys.length != nodes.length) {
                throw new IllegalArgumentException("Each key needs its node.");
            }
            this.keys = keys;
            this.nodes = nodes;
        }

        /**
         * How many pairs there are.
         *
         * @return the size
         */
        public int size() {
            return keys.length;
        }

        /**
         * The key of a pair.
         *
         * @param index 0 to size - 1
         * @return the key
         */
        public long key(int index) {
            return keys[index];
        }

        /**
         * The node of a pair.
         *
         * @param index 0 to size - 1
         * @return the node's id
         */
        public long node(int index) {
            return nodes[index];
        }
    }
}

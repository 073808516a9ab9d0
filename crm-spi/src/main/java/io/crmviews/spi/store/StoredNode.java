package io.crmviews.spi.store;

import io.crmviews.model.source.RecordKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records whose features are equal, with their keys and edges. Its id is a hash of the features, so it depends on no
 * order of arrival. The arrays belong to the node and are never written again.
 */
public final class StoredNode {

    private final long id;
    private final long check;
    private final List<RecordKey> records;
    private final long[] keys;
    private final long[] neighbours;
    private final int[] weights;
    private final long[] signature;
    private final @Nullable Object attachment;

    /**
     * A node.
     *
     * @param id the first half of the hash of its features
     * @param check the second half
     * @param records its records, ascending
     * @param keys its keys, ascending
     * @param neighbours the nodes it has an edge with, ascending
     * @param weights the weight of each edge, 1/1024 bits
     * @param signature what tells most other nodes apart from it; of one length in all nodes, opaque to a store
     * @param attachment what the engine prepared for it; a store may drop it, and the engine then prepares it again
     */
    public StoredNode(
            long id,
            long check,
            List<RecordKey> records,
            long[] keys,
            long[] neighbours,
            int[] weights,
            long[] signature,
            @Nullable Object attachment) {
        this.id = id;
        this.check = check;
        this.records = List.copyOf(records);
        this.keys = keys;
        this.neighbours = neighbours;
        this.weights = weights;
        this.signature = signature;
        this.attachment = attachment;
    }

    /**
     * The first half of the hash of its features.
     *
     * @return the id
     */
    public long id() {
        return id;
    }

    /**
     * The second half of the hash of its features.
     *
     * @return the check
     */
    public long check() {
        return check;
    }

    /**
     * Its records.
     *
     * @return the keys of the records, ascending, at least one
     */
    public List<RecordKey> records() {
        return records;
    }

    /**
     * Its keys.
     *
     * @return the keys, ascending; not to be written
     */
    public long[] keys() {
        return keys;
    }

    /**
     * The nodes it has an edge with.
     *
     * @return their ids, ascending; not to be written
     */
    public long[] neighbours() {
        return neighbours;
    }

    /**
     * The weights of its edges.
     *
     * @return one weight a neighbour, 1/1024 bits; not to be written
     */
    public int[] weights() {
        return weights;
    }

    /**
     * What tells most other nodes apart from it: read by {@link StoreReader#signatures(long[])} for every candidate of a
     * new record, so a store keeps it near the id.
     *
     * @return the signature; not to be written
     */
    public long[] signature() {
        return signature;
    }

    /**
     * What the engine prepared for it.
     *
     * @return the attachment, or null if the store dropped it
     */
    public @Nullable Object attachment() {
        return attachment;
    }
}

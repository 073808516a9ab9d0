package io.crmviews.merge.ingest;

import io.crmviews.merge.key.KeyCaps;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads who holds a key, as far as a reader may know of it: a node without a visible record does not count, not even
 * towards a bound. Valid within one question to a store.
 */
public final class KeyHolders {

    private final StoreReader reader;
    private final Predicate<RecordKey> visible;

    /**
     * A reader of holders.
     *
     * @param reader the state to read
     * @param visible which records the reader may know of
     */
    public KeyHolders(StoreReader reader, Predicate<RecordKey> visible) {
        this.reader = reader;
        this.visible = visible;
    }

    /**
     * The nodes that hold a key. Costs one read of as many nodes as are asked for, and another for as many more as long
     * as hidden ones are among them.
     *
     * @param key the key
     * @param most how many at the most
     * @return nodes with a visible record, ascending by id, whatever else holds the key
     */
    public List<StoredNode> nodes(long key, int most) {
        long[] ids = reader.postings(new long[] {key}, Integer.MAX_VALUE)
                .get(0)
                .holders()
                .clone();
        Arrays.sort(ids);
        List<StoredNode> found = new ArrayList<>();
        for (int from = 0; from < ids.length && found.size() < most; from += most) {
            long[] chunk = Arrays.copyOfRange(ids, from, (int) Math.min(ids.length, (long) from + most));
            for (StoredNode node : reader.nodes(chunk)) {
                if (found.size() < most && node.records().stream().anyMatch(visible)) {
                    found.add(node);
                }
            }
        }
        return found;
    }

    /**
     * Whether a key proposes pairs among what the reader may know of.
     *
     * @param key the key
     * @param caps the caps of the model
     * @return true if no more nodes hold it than its cap
     */
    public boolean isLive(long key, KeyCaps caps) {
        int cap = caps.of(key);
        return nodes(key, cap + 1).size() <= cap;
    }
}

package io.crmviews.merge.ingest;

import io.crmviews.merge.internal.LongList;
import io.crmviews.merge.internal.LongMap;
import io.crmviews.merge.internal.LongSet;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredNode;
import io.crmviews.spi.store.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The nodes of one step, loaded in sets. */
final class NodeLoader {

    private final StoreReader reader;
    private final Model model;
    private final LongMap<WorkNode> nodes = new LongMap<>(64);
    private final LongSet asked = new LongSet(64);

    NodeLoader(StoreReader reader, Model model) {
        this.reader = reader;
        this.model = model;
    }

    @Nullable
    WorkNode get(long id) {
        return nodes.get(id);
    }

    WorkNode require(long id) {
        WorkNode node = nodes.get(id);
        if (node == null) {
            throw new IllegalStateException("The store lists a node that it does not hold.");
        }
        return node;
    }

    void add(WorkNode node) {
        asked.add(node.id);
        nodes.put(node.id, node);
    }

    Iterable<WorkNode> all() {
        return nodes.values();
    }

    /** Loads those of the nodes that were not asked for before; two reads at the most. */
    void load(LongSet ids) {
        LongList missing = new LongList();
        for (int i = 0; i < ids.size(); i++) {
            if (asked.add(ids.get(i))) {
                missing.add(ids.get(i));
            }
        }
        if (missing.size() == 0) {
            return;
        }
        List<StoredNode> bare = new ArrayList<>();
        for (StoredNode stored : reader.nodes(missing.toArray())) {
            if (stored.attachment() instanceof Prepared prepared) {
                nodes.put(stored.id(), WorkNode.of(stored, prepared));
            } else {
                bare.add(stored);
            }
        }
        prepare(bare);
    }

    /** A store may drop what was prepared: it is made again from the facts. */
    private void prepare(List<StoredNode> bare) {
        if (bare.isEmpty()) {
            return;
        }
        List<RecordKey> firsts =
                bare.stream().map(node -> node.records().get(0)).toList();
        Map<RecordKey, StoredRecord> records = reader.records(firsts);
        for (StoredNode node : bare) {
            StoredRecord record = records.get(node.records().get(0));
            if (record == null || !(record.current() instanceof SourceRecord fact)) {
                throw new IllegalStateException("The store lists a node whose record it does not hold.");
            }
            nodes.put(node.id(), WorkNode.of(node, Prepared.of(Normaliser.features(fact), model)));
        }
    }
}

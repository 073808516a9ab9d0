package io.crmviews.merge.ingest;

import io.crmviews.merge.explain.Hub;
import io.crmviews.merge.key.KeyCaps;
import io.crmviews.merge.key.KeyType;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.CrowdedKey;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredNode;
import java.util.Arrays;
import java.util.List;

/** Reads what is generic. Valid within one question to a store. */
public final class HubsRead {

    private static final int EXAMPLES = 2;

    private final StoreReader reader;
    private final KeyCaps caps;

    /**
     * A reader of hubs.
     *
     * @param reader the state to read
     * @param caps the caps of the model
     */
    public HubsRead(StoreReader reader, KeyCaps caps) {
        this.reader = reader;
        this.caps = caps;
    }

    /**
     * The keys over their caps.
     *
     * @param limit how many at the most
     * @return the hubs, most holders first
     */
    public List<Hub> most(int limit) {
        int least = Arrays.stream(KeyType.values()).mapToInt(caps::of).min().orElse(0);
        // Types have caps of their own, so more keys are asked for until enough of them are over theirs.
        for (int most = limit; ; most = (int) Math.min(Integer.MAX_VALUE, most * 4L + 16)) {
            List<CrowdedKey> crowded = reader.crowdedKeys(least, most);
            List<CrowdedKey> generic = crowded.stream()
                    .filter(one -> one.holders() > caps.of(one.key()))
                    .limit(limit)
                    .toList();
            if (generic.size() == limit || crowded.size() < most || most == Integer.MAX_VALUE) {
                return generic.stream().map(this::hub).toList();
            }
        }
    }

    private Hub hub(CrowdedKey crowded) {
        boolean muted = crowded.holders() > caps.scoringOf(crowded.key());
        return new Hub(
                KeyType.of(crowded.key()), crowded.holders(), caps.of(crowded.key()), muted, examples(crowded.key()));
    }

    private List<RecordKey> examples(long key) {
        long[] holders =
                reader.postings(new long[] {key}, Integer.MAX_VALUE).get(0).holders();
        long[] first = Arrays.stream(holders).sorted().limit(EXAMPLES).toArray();
        return reader.nodes(first).stream()
                .sorted((x, y) -> Long.compare(x.id(), y.id()))
                .map((StoredNode node) -> node.records().get(0))
                .toList();
    }
}

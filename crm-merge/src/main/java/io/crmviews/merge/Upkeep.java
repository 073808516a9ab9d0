package io.crmviews.merge;

import io.crmviews.merge.ingest.Ingest;
import io.crmviews.merge.ingest.StoreCheck;
import io.crmviews.spi.store.CustomerStore;
import java.util.List;

/** Looks after a store: whether what it derived from facts agrees with them, and deriving it again. Thread-safe. */
public final class Upkeep {

    private final CustomerStore store;
    private final Ingest ingest;

    Upkeep(CustomerStore store, Ingest ingest) {
        this.store = store;
        this.ingest = ingest;
    }

    /**
     * Checks everything that is derived at one state: each record is in one customer and ids resolve, nodes and keys are
     * those of the records' features, postings, edges and muted keys agree. Reads the whole store; others go on.
     *
     * @return what is wrong, by ids; empty if nothing is
     */
    public List<StoreCheck.Finding> verify() {
        return store.read(
                reader -> StoreCheck.check(reader, ingest.model().caps()));
    }

    /**
     * Derives nodes, keys, edges, customers and reviews again from the facts, in memory, and puts right in one commit what
     * differs. Readers go on, writers wait. Holders of keys are compared by the nodes; {@link #verify()} looks at both.
     *
     * @return how many things differed; 0 for a store that is as it should be, to which nothing is written then
     * @throws io.crmviews.merge.ingest.OtherModelException if the store was written with another model
     */
    public long rebuild() {
        return ingest.rebuild();
    }
}

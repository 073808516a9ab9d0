package io.crmviews.merge.ingest;

import io.crmviews.model.fact.Subject;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.Posting;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredNode;
import io.crmviews.spi.store.StoredRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Reads which records and customers hold an identifier. Valid within one question to a store. */
public final class HoldersRead {

    private static final int MOST_NODES = 1_000;

    private final StoreReader reader;
    private final Map<Long, Set<CustomerId>> found = new HashMap<>();

    /**
     * A reader of holders.
     *
     * @param reader the state to read
     */
    public HoldersRead(StoreReader reader) {
        this.reader = reader;
    }

    /**
     * The customers that a subject names now.
     *
     * @param subject a record or an identifier
     * @return the record's customer, or all customers that hold the identifier; empty if nobody does
     */
    public Set<CustomerId> customers(Subject subject) {
        OptionalLong hash = Subjects.of(subject);
        if (hash.isEmpty()) {
            return Set.of();
        }
        return found.computeIfAbsent(hash.getAsLong(), key -> {
            Collection<RecordKey> keys = subject instanceof Subject.OfRecord of ? List.of(of.record()) : records(key);
            Set<CustomerId> customers = new TreeSet<>();
            for (StoredRecord record : reader.records(keys).values()) {
                if (record.customer() != StoredRecord.NONE) {
                    customers.add(new CustomerId(record.customer()));
                }
            }
            return customers;
        });
    }

    /**
     * The records that hold an identifier now.
     *
     * @param subject the identifier's subject, as {@link Subjects} gives it
     * @return their keys; of a generic identifier, those of the first thousand nodes
     */
    public List<RecordKey> records(long subject) {
        Posting posting =
                reader.postings(new long[] {subject}, Integer.MAX_VALUE).get(0);
        int many = Math.min(posting.holders().length, MOST_NODES);
        long[] ids = new long[many];
        System.arraycopy(posting.holders(), 0, ids, 0, many);
        List<RecordKey> keys = new ArrayList<>();
        for (StoredNode node : reader.nodes(ids)) {
            keys.addAll(node.records());
        }
        return keys;
    }
}

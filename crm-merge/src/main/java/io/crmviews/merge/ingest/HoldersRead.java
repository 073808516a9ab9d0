package io.crmviews.merge.ingest;

import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.Posting;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredNode;
import io.crmviews.spi.store.StoredRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads which records and customers hold an identifier. Valid within one question to a store. */
public final class HoldersRead {

    private static final int MOST_NODES = 1_000;

    private final StoreReader reader;
    private final Map<Subject, Set<CustomerId>> found = new HashMap<>();

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
        return found.computeIfAbsent(subject, asked -> {
            Collection<RecordKey> keys =
                    asked instanceof Subject.OfRecord of ? List.of(of.record()) : records((Subject.OfIdentifier) asked);
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
     * @param identifier the identifier
     * @return their keys; of a generic identifier, those of the first thousand nodes
     */
    public List<RecordKey> records(Subject.OfIdentifier identifier) {
        Features asked = Subjects.features(identifier);
        long[] subjects = Subjects.identifiers(asked);
        if (subjects.length == 0) {
            return List.of();
        }
        Posting posting = reader.postings(subjects, Integer.MAX_VALUE).get(0);
        long[] ids = Arrays.copyOf(posting.holders(), Math.min(posting.holders().length, MOST_NODES));
        List<RecordKey> keys = new ArrayList<>();
        for (StoredNode node : reader.nodes(ids)) {
            if (Subjects.mayHold(features(node), asked)) {
                keys.addAll(node.records());
            }
        }
        return keys;
    }

    /** The features of a node; a store may drop what was prepared, then they are made again from a fact. */
    private Features features(StoredNode node) {
        if (node.attachment() instanceof Prepared prepared) {
            return prepared.features();
        }
        RecordKey first = node.records().get(0);
        StoredRecord record = reader.records(List.of(first)).get(first);
        if (record == null || !(record.current() instanceof SourceRecord fact)) {
            throw new IllegalStateException("The store lists a node whose record it does not hold.");
        }
        return Normaliser.features(fact);
    }
}

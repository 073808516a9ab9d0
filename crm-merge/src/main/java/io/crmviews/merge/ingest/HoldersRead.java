package io.crmviews.merge.ingest;

import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredNode;
import io.crmviews.spi.store.StoredRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Reads which records and customers hold an identifier. Valid within one question to a store. */
public final class HoldersRead {

    private static final int MOST_NODES = 1_000;

    private final StoreReader reader;
    private final Predicate<RecordKey> visible;
    private final Map<Subject, Set<CustomerId>> found = new HashMap<>();

    /**
     * A reader of all holders.
     *
     * @param reader the state to read
     */
    public HoldersRead(StoreReader reader) {
        this(reader, record -> true);
    }

    /**
     * A reader of the holders that somebody may know of.
     *
     * @param reader the state to read
     * @param visible which records may be known of; the others leave no trace
     */
    public HoldersRead(StoreReader reader, Predicate<RecordKey> visible) {
        this.reader = reader;
        this.visible = visible;
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
            for (StoredRecord record :
                    reader.records(keys.stream().filter(visible).toList()).values()) {
                if (record.customer() != StoredRecord.NONE) {
                    customers.add(new CustomerId(record.customer()));
                }
            }
            return customers;
        });
    }

    /**
     * The records that hold an identifier now and may be known of.
     *
     * @param identifier the identifier
     * @return their keys; of a generic identifier, those of a thousand nodes
     */
    public List<RecordKey> records(Subject.OfIdentifier identifier) {
        Features asked = Subjects.features(identifier);
        long[] subjects = Subjects.identifiers(asked);
        if (subjects.length == 0) {
            return List.of();
        }
        List<RecordKey> keys = new ArrayList<>();
        for (StoredNode node : new KeyHolders(reader, visible).nodes(subjects[0], MOST_NODES)) {
            if (Subjects.mayHold(features(node), asked)) {
                node.records().stream().filter(visible).forEach(keys::add);
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

package io.crmviews.merge;

import io.crmviews.merge.ingest.SnapshotRead;
import io.crmviews.merge.json.JsonCodec;
import io.crmviews.merge.view.Snapshot;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredRecord;
import io.crmviews.spi.store.TimelinePoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes all facts about one customer as one JSON document, a fact a line, a page of interactions at a time. */
final class PersonalData {

    private static final int PAGE = 500;

    private final SnapshotRead snapshots;
    private final JsonCodec<Fact> facts = JsonCodec.facts();
    private final Appendable out;
    private String separator = "\n";

    PersonalData(SnapshotRead snapshots, Appendable out) {
        this.snapshots = snapshots;
        this.out = out;
    }

    /** Says whether there is such a customer; nothing is written else. */
    boolean write(StoreReader state, CustomerId id, Instant at) {
        Optional<StoredCustomer> customer = SnapshotRead.customer(state, id);
        customer.ifPresent(one -> {
            try {
                write(state, one, at);
            } catch (IOException failure) {
                throw new UncheckedIOException("The personal data cannot be written.", failure);
            }
        });
        return customer.isPresent();
    }

    private void write(StoreReader state, StoredCustomer customer, Instant at) throws IOException {
        out.append("{\"personalData\":1,\"customer\":\"")
                .append(new CustomerId(customer.number()).toString())
                .append("\",\"at\":\"")
                .append(at.toString())
                .append("\",\"facts\":[");
        for (StoredRecord record : records(state, customer).values()) {
            for (Fact version : record.history()) {
                fact(version);
            }
            fact(record.current());
        }
        Snapshot snapshot = snapshots.read(state, customer, at);
        Map<RecordKey, Fact> consents = new TreeMap<>();
        snapshot.consents().forEach(consent -> consents.put(consent.event().key(), consent.event()));
        for (Fact consent : consents.values()) {
            fact(consent);
        }
        interactions(snapshot);
        out.append("\n]}\n");
    }

    private void interactions(Snapshot snapshot) throws IOException {
        @Nullable TimelinePoint after = null;
        List<Interaction> page;
        do {
            page = snapshot.history().after(Optional.ofNullable(after), PAGE);
            for (Interaction next : page) {
                if (snapshot.attributor()
                        .attribution(next)
                        .filter(judged -> judged.isCertain())
                        .isPresent()) {
                    fact(next);
                }
                after = TimelinePoint.of(next);
            }
        } while (page.size() == PAGE);
    }

    private static Map<RecordKey, StoredRecord> records(StoreReader state, StoredCustomer customer) {
        Map<RecordKey, StoredRecord> members = new TreeMap<>(state.records(customer.records()));
        Set<RecordKey> removed = new TreeSet<>();
        members.values().forEach(member -> removed.addAll(member.predecessors()));
        members.putAll(state.records(removed));
        return members;
    }

    private void fact(Fact fact) throws IOException {
        out.append(separator).append(facts.write(fact));
        separator = ",\n";
    }
}

package io.crmviews.merge.ingest;

import io.crmviews.merge.key.KeyCaps;
import io.crmviews.merge.normalise.Features;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredNode;
import io.crmviews.spi.store.StoredRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Who held one identifier when. */
final class IdentifierHistory {

    /** Who held it by a record that is gone is a customer no more. */
    private static final CustomerId GONE = new CustomerId(Long.MAX_VALUE);

    private final Map<CustomerId, Set<Holding>> holdings = new HashMap<>();
    private final Map<Instant, Set<CustomerId>> answered = new HashMap<>();
    private boolean generic;

    private IdentifierHistory() {}

    static IdentifierHistory read(
            StoreReader state, Predicate<RecordKey> visible, Subject.OfIdentifier identifier, KeyCaps caps) {
        IdentifierHistory history = new IdentifierHistory();
        Features asked = Subjects.features(identifier);
        OptionalLong subject = Subjects.first(asked);
        if (subject.isPresent()) {
            history.read(state, visible, identifier, asked, subject.getAsLong(), caps.of(subject.getAsLong()));
        }
        return history;
    }

    private void read(
            StoreReader state,
            Predicate<RecordKey> visible,
            Subject.OfIdentifier identifier,
            Features asked,
            long subject,
            int cap) {
        List<StoredNode> nodes = new KeyHolders(state, visible).nodes(subject, cap + 1);
        generic = nodes.size() > cap;
        Set<RecordKey> records = new TreeSet<>();
        nodes.forEach(node -> records.addAll(node.records()));
        state.formerHolders(new long[] {subject})
                .getOrDefault(subject, List.of())
                .forEach(records::add);
        records.removeIf(visible.negate());
        for (StoredRecord record : state.records(records).values()) {
            Holding holding = Holding.of(record, identifier, asked);
            if (holding.isAny()) {
                holdings.computeIfAbsent(customer(record), any -> new HashSet<>())
                        .add(holding);
            }
        }
    }

    private static CustomerId customer(StoredRecord record) {
        return record.customer() == StoredRecord.NONE ? GONE : new CustomerId(record.customer());
    }

    Set<CustomerId> customers(Instant at) {
        return generic || at.equals(Instant.MIN) ? holdings.keySet() : answered.computeIfAbsent(at, this::held);
    }

    private Set<CustomerId> held(Instant at) {
        Set<CustomerId> stated = those(at, Holding.At.STATED);
        if (!stated.isEmpty()) {
            return stated;
        }
        Set<CustomerId> perhaps = those(at, Holding.At.BEFORE);
        if (!perhaps.isEmpty()) {
            perhaps.addAll(those(at, Holding.At.ENDED));
        }
        return perhaps;
    }

    private Set<CustomerId> those(Instant at, Holding.At what) {
        Set<CustomerId> found = new TreeSet<>();
        holdings.forEach((customer, held) -> {
            if (held.stream().anyMatch(holding -> holding.at(at) == what)) {
                found.add(customer);
            }
        });
        return found;
    }
}

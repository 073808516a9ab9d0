package io.crmviews.merge;

import io.crmviews.merge.explain.Forecast;
import io.crmviews.merge.explain.Formation;
import io.crmviews.merge.ingest.ComponentRead;
import io.crmviews.merge.partition.Partition;
import io.crmviews.merge.partition.Refusal;
import io.crmviews.merge.partition.Union;
import io.crmviews.merge.weigh.Evidence;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredNode;
import io.crmviews.spi.store.StoredRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Explains how records make a customer, by what a reader may see. Valid within one question to a store. */
final class CustomerExplaining {

    private final StoreReader state;
    private final ComponentRead components;
    private final Explainable explainable;

    /**
     * Explains a state.
     *
     * @param state the state: what is, or what would be
     * @param explainable which of its records may stand in an explanation
     * @param components how its components are cut
     */
    CustomerExplaining(StoreReader state, Explainable explainable, ComponentRead components) {
        this.state = state;
        this.explainable = explainable;
        this.components = components;
    }

    /** How some records of a customer came together. */
    Formation formation(CustomerId customer, List<RecordKey> records) {
        Set<RecordKey> members = new HashSet<>(records);
        Partition partition = components.partition(records);
        Map<RecordKey, List<RecordKey>> parts = new HashMap<>();
        records.forEach(record -> parts.put(record, new ArrayList<>(List.of(record))));
        List<Formation.Join> joins = new ArrayList<>();
        for (Union union : partition.unions()) {
            if (members.contains(union.a()) && members.contains(union.b())) {
                joins.add(join(union, parts));
            }
        }
        List<Refusal> refusals = partition.refusals().stream()
                .filter(refusal -> members.contains(refusal.a()) != members.contains(refusal.b()))
                .toList();
        int threshold = components.scorer().model().parameters().get(Parameter.MATCH);
        return new Formation(customer, records.stream().sorted().toList(), joins, refusals, threshold);
    }

    /** Counts sizes among the members only, since others may be in between for a moment of what is hidden. */
    private Formation.Join join(Union union, Map<RecordKey, List<RecordKey>> parts) {
        List<RecordKey> a = parts.getOrDefault(union.a(), List.of());
        List<RecordKey> b = parts.getOrDefault(union.b(), List.of());
        int sizeA = a.size();
        int sizeB = b.size();
        List<RecordKey> larger = sizeA >= sizeB ? a : b;
        List<RecordKey> smaller = sizeA >= sizeB ? b : a;
        larger.addAll(smaller);
        smaller.forEach(record -> parts.put(record, larger));
        boolean asserted = union.weight() == Union.ASSERTED;
        Prepared one = prepared(union.a());
        Prepared other = prepared(union.b());
        return new Formation.Join(
                union.a(),
                union.b(),
                asserted,
                asserted ? components.scorer().weight(one, other) : union.weight(),
                sizeA,
                sizeB,
                components.scorer().evidence(one, other));
    }

    /** The records that are like one, the heaviest first. */
    List<Forecast.Link> links(RecordKey record, StoredNode node, Ids ids) {
        List<Weighed> like = new ArrayList<>();
        Prepared own = components.prepared(node);
        addAll(like, node, node.records().size() > 1 ? components.scorer().weight(own, own) : 0);
        Map<Long, Integer> weights = new HashMap<>();
        for (int i = 0; i < node.neighbours().length; i++) {
            weights.put(node.neighbours()[i], node.weights()[i]);
        }
        for (StoredNode neighbour : state.nodes(node.neighbours())) {
            addAll(like, neighbour, weights.getOrDefault(neighbour.id(), 0));
        }
        return like.stream()
                .filter(other -> !other.record().equals(record))
                .sorted(Comparator.comparingInt((Weighed other) -> -other.weight())
                        .thenComparing(Weighed::record))
                .limit(Forecast.MOST_LINKS)
                .map(other -> new Forecast.Link(
                        other.record(), ids.of(other.record()), other.weight(), evidence(record, other.record())))
                .toList();
    }

    /** The refused unions of a node's records. */
    List<Refusal> refusals(RecordKey record, StoredNode node) {
        return components.partition(List.of(record)).refusals().stream()
                .filter(refusal ->
                        node.records().contains(refusal.a()) || node.records().contains(refusal.b()))
                .toList();
    }

    /** By which id a reader knows the customer of a record. */
    interface Ids {
        CustomerId of(RecordKey record);
    }

    private record Weighed(RecordKey record, int weight) {}

    private void addAll(List<Weighed> to, StoredNode node, int weight) {
        node.records().stream().filter(explainable).forEach(record -> to.add(new Weighed(record, weight)));
    }

    private List<Evidence> evidence(RecordKey a, RecordKey b) {
        return components.scorer().evidence(prepared(a), prepared(b));
    }

    private Prepared prepared(RecordKey record) {
        StoredRecord stored = state.records(List.of(record)).get(record);
        if (stored == null) {
            throw new IllegalStateException("A component holds a record that the store does not hold.");
        }
        return components.prepared(state.nodes(new long[] {stored.node()}).get(0));
    }
}

package io.crmviews.examples.quickstart;

import io.crmviews.merge.CustomerViews;
import io.crmviews.merge.evaluate.Evaluation;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import io.crmviews.testdata.Phenomenon;
import io.crmviews.testdata.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the engine found, beside the truth.
 *
 * @param truth the truth
 * @param found the found customer of each record
 * @param clusters the records of each found customer
 * @param told the records of each true customer
 */
record Findings(
        Truth truth,
        Map<RecordKey, CustomerId> found,
        Map<CustomerId, List<RecordKey>> clusters,
        Map<Integer, List<RecordKey>> told) {

    static Findings of(Truth truth, CustomerViews views) {
        Map<RecordKey, CustomerId> found = new HashMap<>();
        Map<CustomerId, List<RecordKey>> clusters = new LinkedHashMap<>();
        views.forEachCustomer((id, records) -> {
            clusters.put(id, records.stream().sorted().toList());
            records.forEach(record -> found.put(record, id));
        });
        Map<Integer, List<RecordKey>> told = new LinkedHashMap<>();
        truth.customers()
                .forEach((record, customer) ->
                        told.computeIfAbsent(customer, any -> new ArrayList<>()).add(record));
        return new Findings(truth, found, clusters, told);
    }

    Evaluation evaluation() {
        return Evaluation.of(truth.customers(), found);
    }

    /** Whether the found customer has exactly the records of one true customer. */
    boolean isExact(CustomerId id) {
        List<RecordKey> records = clusters.getOrDefault(id, List.of());
        return !records.isEmpty() && Set.copyOf(records).equals(Set.copyOf(sameTruth(records.get(0))));
    }

    private List<RecordKey> sameTruth(RecordKey record) {
        Integer customer = truth.customers().get(record);
        return customer == null ? List.of() : told.getOrDefault(customer, List.of());
    }

    boolean has(RecordKey record, Phenomenon phenomenon) {
        return truth.phenomena().getOrDefault(record, Set.of()).contains(phenomenon);
    }

    /** Whether the engine keeps two records apart. */
    boolean areApart(RecordKey a, RecordKey b) {
        CustomerId one = found.get(a);
        return one != null && !one.equals(found.get(b));
    }
}

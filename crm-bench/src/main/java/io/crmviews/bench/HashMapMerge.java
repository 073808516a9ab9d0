package io.crmviews.bench;

import io.crmviews.bench.Profiles.Customer;
import io.crmviews.bench.Profiles.Stated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The loop that one writes without a library: a map a record, a map for the result. Values know their rank and record,
 * so that a win costs it no object of its own.
 */
final class HashMapMerge implements ProfileMerge<List<Map<String, Stated>>, Map<String, Stated>> {

    private static final int TABLE = 64;

    @Override
    public List<Map<String, Stated>> prepare(Customer customer) {
        List<Map<String, Stated>> records = new ArrayList<>();
        for (List<Stated> stated : customer.stated()) {
            Map<String, Stated> record = new HashMap<>(TABLE);
            stated.forEach(said -> record.put(Profiles.FIELDS.get(said.field()).toString(), said));
            records.add(record);
        }
        return records;
    }

    @Override
    public Map<String, Stated> merge(List<Map<String, Stated>> records) {
        Map<String, Stated> merged = new HashMap<>(TABLE);
        for (Map<String, Stated> record : records) {
            for (Map.Entry<String, Stated> said : record.entrySet()) {
                Stated before = merged.get(said.getKey());
                if (before == null || said.getValue().beats(before)) {
                    merged.put(said.getKey(), said.getValue());
                }
            }
        }
        return merged;
    }

    @Override
    public SortedMap<String, Winner> winners(List<Map<String, Stated>> records, Map<String, Stated> merged) {
        SortedMap<String, Winner> winners = new TreeMap<>();
        merged.forEach((field, said) -> winners.put(field, new Winner(said.text(), said.record())));
        return winners;
    }
}

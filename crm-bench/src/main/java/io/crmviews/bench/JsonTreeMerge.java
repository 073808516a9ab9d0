package io.crmviews.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmviews.bench.Profiles.Customer;
import io.crmviews.bench.Profiles.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Records as Jackson trees, merged field by field into another tree. A value's node holds its rank and its record and is
 * taken over as it is, so that a win costs no node.
 */
final class JsonTreeMerge implements ProfileMerge<List<ObjectNode>, ObjectNode> {

    @Override
    public List<ObjectNode> prepare(Customer customer) {
        List<ObjectNode> records = new ArrayList<>();
        for (List<Stated> stated : customer.stated()) {
            ObjectNode record = JsonNodeFactory.instance.objectNode();
            for (Stated said : stated) {
                record.putObject(Profiles.FIELDS.get(said.field()).toString())
                        .put("value", said.text())
                        .put("rank", said.rank())
                        .put("record", said.record());
            }
            records.add(record);
        }
        return records;
    }

    @Override
    public ObjectNode merge(List<ObjectNode> records) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        for (ObjectNode record : records) {
            for (Map.Entry<String, JsonNode> said : record.properties()) {
                JsonNode before = merged.get(said.getKey());
                if (before == null || beats(said.getValue(), before)) {
                    merged.set(said.getKey(), said.getValue());
                }
            }
        }
        return merged;
    }

    private static boolean beats(JsonNode said, JsonNode before) {
        long rank = said.get("rank").longValue();
        long other = before.get("rank").longValue();
        if (rank != other) {
            return rank > other;
        }
        int byText = said.get("value").textValue().compareTo(before.get("value").textValue());
        return byText < 0
                || (byText == 0
                        && said.get("record")
                                        .textValue()
                                        .compareTo(before.get("record").textValue())
                                < 0);
    }

    @Override
    public SortedMap<String, Winner> winners(List<ObjectNode> records, ObjectNode merged) {
        SortedMap<String, Winner> winners = new TreeMap<>();
        merged.properties()
                .forEach(said -> winners.put(
                        said.getKey(),
                        new Winner(
                                said.getValue().get("value").textValue(),
                                said.getValue().get("record").textValue())));
        return winners;
    }
}

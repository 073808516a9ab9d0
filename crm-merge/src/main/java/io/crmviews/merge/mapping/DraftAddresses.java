package io.crmviews.merge.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmviews.model.party.Usage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Drafts the postal addresses of a mapping document: columns of one usage and purpose belong to one address. */
final class DraftAddresses {

    private static final Pattern UNIT = Pattern.compile(
            "(?i)(#|apt|apartment|unit|suite|ste|flat|floor|fl|room|rm|lot|bldg|po box|p\\.? ?o\\.? box)?\\W*\\w{0,5}");

    private final Table table;
    private final ObjectNode rules;

    DraftAddresses(Table table, ObjectNode rules) {
        this.table = table;
        this.rules = rules;
    }

    void draft() {
        for (Usage usage : Usage.values()) {
            for (Map<ColumnTarget, List<Column>> address : merged(groups(usage))) {
                address(usage, address);
            }
        }
    }

    private List<Map<ColumnTarget, List<Column>>> groups(Usage usage) {
        Map<String, Map<ColumnTarget, List<Column>>> groups = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            if (column.target().isAddress() && column.usage() == usage) {
                groups.computeIfAbsent(column.purpose(), unseen -> new EnumMap<>(ColumnTarget.class))
                        .computeIfAbsent(column.target(), unseen -> new ArrayList<>())
                        .add(column);
            }
        }
        return new ArrayList<>(groups.values());
    }

    /** Groups that share no part complete each other: a mailing postcode and a street are one address. */
    private static List<Map<ColumnTarget, List<Column>>> merged(List<Map<ColumnTarget, List<Column>>> groups) {
        List<Map<ColumnTarget, List<Column>>> result = new ArrayList<>();
        for (Map<ColumnTarget, List<Column>> group : groups) {
            boolean done = false;
            for (Map<ColumnTarget, List<Column>> earlier : result) {
                if (!done && group.keySet().stream().noneMatch(earlier::containsKey)) {
                    earlier.putAll(group);
                    done = true;
                }
            }
            if (!done) {
                result.add(group);
            }
        }
        return result;
    }

    private void address(Usage usage, Map<ColumnTarget, List<Column>> parts) {
        ObjectNode entry = rules.withArray("addresses").addObject();
        if (usage != Usage.CURRENT) {
            entry.put("usage", Node.word(usage));
        }
        List<Column> second = parts.getOrDefault(ColumnTarget.STREET2, List.of());
        boolean unit = second.stream().allMatch(this::holdsUnits);
        street(entry, parts, unit ? List.of() : second);
        List<Column> units = new ArrayList<>(parts.getOrDefault(ColumnTarget.UNIT, List.of()));
        units.addAll(unit ? second : List.of());
        Json.set(entry, "unit", Json.join(units, " "));
        List<Column> cities = parts.getOrDefault(ColumnTarget.CITY, List.of());
        List<Column> suburbs = parts.getOrDefault(ColumnTarget.SUBURB, List.of());
        Json.set(entry, "city", Json.firstOf(cities.isEmpty() ? suburbs : cities));
        List<Column> regions = new ArrayList<>(parts.getOrDefault(ColumnTarget.REGION, List.of()));
        regions.addAll(parts.getOrDefault(ColumnTarget.COUNTY, List.of()));
        Json.set(entry, "region", Json.firstOf(regions));
        Json.set(entry, "postcode", Json.firstOf(parts.getOrDefault(ColumnTarget.POSTCODE, List.of())));
        Json.set(entry, "country", Json.firstOf(parts.getOrDefault(ColumnTarget.COUNTRY, List.of())));
    }

    /** Number and street in one line, and behind it what else names the place. */
    private static void street(ObjectNode entry, Map<ColumnTarget, List<Column>> parts, List<Column> second) {
        List<Column> first = new ArrayList<>(parts.getOrDefault(ColumnTarget.HOUSENUMBER, List.of()));
        first.addAll(parts.getOrDefault(ColumnTarget.STREET, List.of()));
        List<Column> behind = new ArrayList<>(second);
        if (parts.containsKey(ColumnTarget.CITY)) {
            behind.addAll(parts.getOrDefault(ColumnTarget.SUBURB, List.of()));
        }
        if (behind.isEmpty()) {
            Json.set(entry, "street", Json.join(first, " "));
            return;
        }
        ObjectNode line = Json.object();
        var pieces = line.putArray("join");
        if (!first.isEmpty()) {
            pieces.add(Json.join(first, " "));
        }
        behind.forEach(column -> pieces.add(column.name()));
        entry.set("street", line.put("separator", ", "));
    }

    private boolean holdsUnits(Column column) {
        return table.values(column).share(value -> UNIT.matcher(value).matches()) > 0.5;
    }
}

package io.crmviews.merge.mapping;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmviews.model.party.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Drafts dates, media, identifiers and characteristics of a mapping document from a table. */
final class DraftRest {

    private final Table table;
    private final Sample sample;
    private final ObjectNode rules;

    DraftRest(Table table, Sample sample, ObjectNode rules) {
        this.table = table;
        this.sample = sample;
        this.rules = rules;
    }

    void draft() {
        times();
        birthDates();
        table.first(ColumnTarget.GENDER).ifPresent(column -> rules.put("gender", column.name()));
        for (Column column : table.columns()) {
            medium(column);
            statement(column);
        }
    }

    private void times() {
        List<Column> columns = new ArrayList<>(table.all(ColumnTarget.UPDATED));
        List<Column> created = table.all(ColumnTarget.CREATED);
        if (!columns.isEmpty()) {
            created.forEach(column -> characteristic(column.name(), column));
        }
        columns.addAll(created);
        if (!columns.isEmpty()) {
            ObjectNode time = rules.putObject("occurredAt");
            time.set("text", Json.firstOf(columns));
            time.put("order", orders(columns.get(0)).order(american()).word());
        }
    }

    private void birthDates() {
        ArrayNode dates = Json.object().arrayNode();
        table.first(ColumnTarget.BIRTHDATE).ifPresent(column -> dates.add(birthDate(column)));
        table.first(ColumnTarget.BIRTHYEAR).ifPresent(year -> {
            ObjectNode date = dates.addObject().put("year", year.name());
            table.first(ColumnTarget.BIRTHMONTH).ifPresent(month -> date.put("month", month.name()));
            table.first(ColumnTarget.BIRTHDAY).ifPresent(day -> date.put("day", day.name()));
            table.first(ColumnTarget.BIRTHDATE).ifPresent(whole -> dates.remove(1));
        });
        if (!dates.isEmpty()) {
            rules.set("birthDates", dates);
        }
    }

    private ObjectNode birthDate(Column column) {
        DateOrders orders = orders(column);
        DateOrder general = orders.order(american());
        ObjectNode date = Json.object().put("text", column.name()).put("order", general.word());
        Map<String, DateOrder> exceptions = orders.exceptions(general);
        Optional<Column> country = table.first(ColumnTarget.COUNTRY);
        if (!exceptions.isEmpty() && country.isPresent()) {
            ObjectNode by = date.putObject("orderBy").put("path", country.get().name());
            ObjectNode values = by.putObject("values");
            exceptions.forEach((word, order) -> values.put(word, order.word()));
        }
        return date;
    }

    private DateOrders orders(Column column) {
        int at = table.columns().indexOf(column);
        int country =
                table.first(ColumnTarget.COUNTRY).map(table.columns()::indexOf).orElse(-1);
        DateOrders orders = new DateOrders();
        for (List<String> row : sample.rows()) {
            if (at < row.size()) {
                String where =
                        country >= 0 && country < row.size() ? row.get(country).strip() : "";
                orders.count(row.get(at).strip(), where);
            }
        }
        return orders;
    }

    /** A column named zip and no country: the United States. */
    private boolean american() {
        return !table.has(ColumnTarget.COUNTRY)
                && table.all(ColumnTarget.POSTCODE).stream()
                        .anyMatch(column -> column.words().contains("zip"));
    }

    private void medium(Column column) {
        switch (column.target()) {
            case EMAIL -> medium("emails", column);
            case PHONE -> medium("phones", column);
            case MOBILE -> medium("phones", column).put("type", "mobile");
            case LANDLINE -> medium("phones", column).put("type", "landline");
            case FAX -> medium("phones", column).put("type", "fax");
            case DEVICE -> medium("devices", column).put("type", deviceType(column));
            default -> {
                if (column.target().isHandle()) {
                    medium("handles", column).put("network", network(column));
                }
            }
        }
    }

    private ObjectNode medium(String list, Column column) {
        ObjectNode entry = rules.withArray(list).addObject();
        entry.set("value", Json.path(table, column));
        return column.usage() == Usage.CURRENT ? entry : entry.put("usage", Node.word(column.usage()));
    }

    private static String deviceType(Column column) {
        return column.words().contains("cookie") ? "cookie" : "device";
    }

    private static String network(Column column) {
        return column.target() == ColumnTarget.HANDLE
                ? "username"
                : column.target().name().toLowerCase(Locale.ROOT);
    }

    private void statement(Column column) {
        switch (column.target()) {
            case IDENTIFIER -> {
                ObjectNode entry = rules.withArray("identifiers").addObject();
                entry.put("type", column.name().toLowerCase(Locale.ROOT)).set("value", Json.path(table, column));
            }
            case BIRTHPLACE -> characteristic("birth_place", column);
            case NATIONALITY -> characteristic("nationality", column);
            case OCCUPATION -> characteristic("occupation", column);
            default -> {}
        }
    }

    private void characteristic(String name, Column column) {
        rules.withArray("characteristics").addObject().put("name", name).put("value", column.name());
    }
}

package io.crmviews.merge.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmviews.model.party.Usage;
import java.util.ArrayList;
import java.util.List;

/** Drafts the kind and the names of a mapping document from a table. */
final class DraftNames {

    private static final double MANY = 0.25;

    private final Table table;
    private final ObjectNode rules;
    private final boolean ofPersons;
    private final boolean mixed;

    DraftNames(Table table, ObjectNode rules) {
        this.table = table;
        this.rules = rules;
        this.ofPersons = table.has(ColumnTarget.GIVEN)
                || table.has(ColumnTarget.FAMILY)
                || table.has(ColumnTarget.FULLNAME)
                || table.speaksOfPersons();
        this.mixed = table.has(ColumnTarget.KIND) || (ofPersons && table.has(ColumnTarget.ORG));
    }

    void draft() {
        kind();
        ArrayNode names = rules.putArray("names");
        personName(names);
        organizationNames(names);
        for (Usage usage : new Usage[] {Usage.FORMER, Usage.ALIAS}) {
            otherName(names, usage);
        }
        changedFamilies(names);
        nicknames(names);
    }

    private List<Column> whole(Usage usage) {
        List<Column> whole = new ArrayList<>(table.all(ColumnTarget.FULLNAME, usage));
        whole.addAll(table.all(ColumnTarget.NAME, usage));
        return whole;
    }

    private void kind() {
        ArrayNode kinds = rules.putArray("kind");
        table.first(ColumnTarget.KIND).ifPresent(column -> kinds.add(kindColumn(column)));
        if (ofPersons && table.has(ColumnTarget.ORG)) {
            kinds.add(ifAny(personColumns(), "individual"));
            kinds.add(ifAny(table.all(ColumnTarget.ORG), "organization"));
        } else if (table.has(ColumnTarget.ORG)) {
            kinds.add("organization");
        } else if (!table.has(ColumnTarget.KIND)) {
            kinds.add(ofPersons ? "individual" : looksLikeOrganizations() ? "organization" : "unknown");
        }
    }

    private ObjectNode kindColumn(Column column) {
        ObjectNode rule = Json.object().put("path", column.name());
        ColumnValues values = table.values(column);
        boolean bodies = values.list().stream()
                .anyMatch(value ->
                        "organization".equals(KindRules.KIND_WORDS.get(value.toLowerCase(java.util.Locale.ROOT))));
        boolean entities = values.list().stream().anyMatch("legalentity"::equalsIgnoreCase);
        if (entities && !bodies) {
            rule.putObject("words").put("legalentity", "organization");
        }
        return rule;
    }

    private boolean looksLikeOrganizations() {
        return whole(Usage.CURRENT).stream()
                        .anyMatch(column -> table.values(column).share(LegalForms::isNamed) > MANY)
                || table.has(ColumnTarget.ORGALIAS)
                || table.columns().stream().anyMatch(LegalForms::isOrganizational);
    }

    private List<Column> personColumns() {
        List<Column> columns = new ArrayList<>(table.all(ColumnTarget.GIVEN));
        columns.addAll(table.all(ColumnTarget.FAMILY));
        columns.addAll(whole(Usage.CURRENT));
        return columns;
    }

    private static ObjectNode ifAny(List<Column> columns, String kind) {
        ObjectNode rule = Json.object();
        rule.set("ifAny", Json.list(columns.stream().map(Column::name).toList()));
        return rule.put("is", kind);
    }

    private void personName(ArrayNode names) {
        List<Column> lines = table.has(ColumnTarget.ORG) && !ofPersons ? List.of() : whole(Usage.CURRENT);
        if (!mixed && !ofPersons && !lines.isEmpty()) {
            lines.forEach(line -> names.addObject().put("as", "party").put("text", line.name()));
            return;
        }
        ObjectNode name = parts(Usage.CURRENT);
        Json.set(name, "text", Json.firstOf(lines));
        if (!lines.isEmpty()) {
            name.put("split", "comma");
        }
        if (name.isEmpty()) {
            return;
        }
        if (mixed) {
            name.set("kinds", Json.list(List.of("individual", "unknown")));
        }
        names.add(name);
    }

    private ObjectNode parts(Usage usage) {
        ObjectNode name = Json.object();
        List<Column> givens = new ArrayList<>(table.all(ColumnTarget.GIVEN, usage));
        givens.addAll(table.all(ColumnTarget.GIVEN2, usage));
        List<Column> families = new ArrayList<>(table.all(ColumnTarget.FAMILY, usage));
        families.addAll(table.all(ColumnTarget.FAMILY2, usage));
        Json.set(name, "given", Json.join(givens, " "));
        Json.set(name, "middle", Json.join(table.all(ColumnTarget.MIDDLE, usage), " "));
        Json.set(name, "family", Json.join(families, " "));
        Json.set(name, "prefix", Json.join(table.all(ColumnTarget.TITLE, usage), " "));
        return Json.set(name, "suffix", Json.join(table.all(ColumnTarget.SUFFIX, usage), " "));
    }

    private void organizationNames(ArrayNode names) {
        List<Column> bodies = table.all(ColumnTarget.ORG);
        if (bodies.isEmpty() && !mixed) {
            table.all(ColumnTarget.ORGALIAS).forEach(column -> alias(names, column));
            return;
        }
        List<Column> persons = new ArrayList<>(whole(Usage.CURRENT));
        List<Column> parts = new ArrayList<>(table.all(ColumnTarget.GIVEN));
        parts.addAll(table.all(ColumnTarget.MIDDLE));
        parts.addAll(table.all(ColumnTarget.FAMILY));
        List<JsonNode> choices = new ArrayList<>(List.of(Json.firstOf(bodies), Json.firstOf(persons)));
        choices.add(Json.join(parts, " "));
        ObjectNode name = Json.object().put("as", "organization");
        name.set("kinds", Json.list(List.of("organization")));
        names.add(Json.set(name, "text", Json.firstOfAll(choices)));
        table.all(ColumnTarget.ORGALIAS).forEach(column -> alias(names, column));
        contactPersons(bodies, persons, parts);
    }

    private static void alias(ArrayNode names, Column column) {
        names.addObject().put("as", "organization").put("usage", "alias").put("text", column.name());
    }

    /** An organisation's row may name a person as well: that is whom to talk to, not the party. */
    private void contactPersons(List<Column> bodies, List<Column> lines, List<Column> parts) {
        if (bodies.isEmpty() || (lines.isEmpty() && parts.isEmpty())) {
            return;
        }
        for (List<Column> columns : List.of(lines, parts)) {
            if (!columns.isEmpty()) {
                ObjectNode contact =
                        rules.withArray("characteristics").addObject().put("name", "contact_person");
                contact.set("value", Json.join(columns, " "));
                contact.set("kinds", Json.list(List.of("organization")));
                contact.set("ifAny", Json.list(bodies.stream().map(Column::name).toList()));
            }
        }
    }

    /** A former or second name; parts that it lacks are those of the current one. */
    private void otherName(ArrayNode names, Usage usage) {
        List<Column> lines = new ArrayList<>(whole(usage));
        if (usage == Usage.ALIAS) {
            lines.addAll(table.all(ColumnTarget.ALIAS));
        }
        lines.addAll(table.all(ColumnTarget.ORG, usage));
        for (Column line : lines) {
            ObjectNode name = names.addObject().put("as", ofPersons && !mixed ? "person" : "party");
            name.put("usage", Node.word(usage)).set("text", Json.path(table, line));
        }
        List<Column> own = new ArrayList<>(table.all(ColumnTarget.GIVEN, usage));
        own.addAll(table.all(ColumnTarget.FAMILY, usage));
        if (!own.isEmpty()) {
            names.add(withCurrent(usage, own));
        }
    }

    private ObjectNode withCurrent(Usage usage, List<Column> own) {
        ObjectNode name = Json.object().put("usage", Node.word(usage));
        name.set("ifAny", Json.list(own.stream().map(Column::name).toList()));
        for (ColumnTarget target : new ColumnTarget[] {ColumnTarget.GIVEN, ColumnTarget.MIDDLE, ColumnTarget.FAMILY}) {
            List<Column> choices = new ArrayList<>(table.all(target, usage));
            choices.addAll(table.all(target));
            Json.set(name, target.name().toLowerCase(java.util.Locale.ROOT), Json.firstOf(choices));
        }
        return name;
    }

    /** Maiden names and second surnames: the given name stays. */
    private void changedFamilies(ArrayNode names) {
        for (Column column : table.columns()) {
            if (column.target() == ColumnTarget.MAIDEN || column.target() == ColumnTarget.FAMILYALIAS) {
                boolean former = column.target() == ColumnTarget.MAIDEN;
                ObjectNode name = names.addObject().put("usage", former ? "former" : "alias");
                name.set("ifAny", Json.list(List.of(column.name())));
                Json.set(name, "given", Json.firstOf(table.all(ColumnTarget.GIVEN)));
                name.put("family", column.name());
            }
        }
    }

    private void nicknames(ArrayNode names) {
        for (Column column : table.columns()) {
            if (column.target() == ColumnTarget.NICKNAME) {
                ObjectNode name = names.addObject().put("usage", "alias");
                name.set("ifAny", Json.list(List.of(column.name())));
                name.put("given", column.name());
                Json.set(name, "family", Json.firstOf(table.all(ColumnTarget.FAMILY)));
            }
        }
    }
}

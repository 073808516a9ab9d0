package io.crmviews.merge.mapping;

import io.crmviews.model.party.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table's columns as they are understood, and their values in a sample. */
final class Table {

    private final List<Column> columns;
    private final List<ColumnValues> values;

    private Table(List<Column> columns, List<ColumnValues> values) {
        this.columns = columns;
        this.values = values;
    }

    /** Understands the columns; the first of the given keys that exists is the record's key. */
    static Table of(List<String> names, List<String> keys, Sample sample) {
        List<ColumnValues> values = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            values.add(new ColumnValues(sample, i));
        }
        String key = keys.stream().filter(names::contains).findFirst().orElse("");
        Table table = new Table(understand(names, key, values, false), values);
        boolean nameless = table.columns.stream().noneMatch(Table::isName);
        Table understood = nameless ? new Table(understand(names, key, values, true), values) : table;
        return new Table(new Consistency(understood).columns(), values);
    }

    private static List<Column> understand(
            List<String> names, String key, List<ColumnValues> values, boolean anyPerson) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(understand(names.get(i), key, values.get(i), anyPerson));
        }
        return columns;
    }

    private static Column understand(String name, String key, ColumnValues values, boolean anyPerson) {
        List<String> words = ColumnName.words(name);
        if (name.equals(key)) {
            return new Column(name, words, ColumnTarget.KEY, Usage.CURRENT, "", 1, "");
        }
        if (name.equals("source")) {
            return new Column(name, words, ColumnTarget.SOURCE, Usage.CURRENT, "", 1, "");
        }
        if (ColumnLexicon.isOfAnotherPerson(words)) {
            List<String> rest = ColumnLexicon.withoutPerson(words);
            return anyPerson && !rest.isEmpty() && !ColumnLexicon.isOfCertainlyAnother(words)
                    ? ColumnReview.review(ColumnLexicon.read(name, rest), values)
                    : new Column(name, words, ColumnTarget.OTHER, Usage.CURRENT, "", 1, "of another person");
        }
        return ColumnReview.review(ColumnLexicon.read(name, words), values);
    }

    private static boolean isName(Column column) {
        return switch (column.target()) {
            case GIVEN, FAMILY, FULLNAME, NAME, ORG, ORGALIAS -> true;
            default -> false;
        };
    }

    List<Column> columns() {
        return columns;
    }

    /** The values of a column. */
    ColumnValues values(Column column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column.name())) {
                return values.get(i);
            }
        }
        throw new IllegalArgumentException("The table has no such column.");
    }

    /** All current columns of a target. */
    List<Column> all(ColumnTarget target) {
        return all(target, Usage.CURRENT);
    }

    List<Column> all(ColumnTarget target, Usage usage) {
        return columns.stream().filter(column -> column.is(target, usage)).toList();
    }

    Optional<Column> first(ColumnTarget target) {
        return all(target).stream().findFirst();
    }

    boolean has(ColumnTarget target) {
        return first(target).isPresent();
    }

    /** Whether something else than names speaks of persons. */
    boolean speaksOfPersons() {
        return columns.stream().anyMatch(column -> column.target().isPersonal());
    }
}

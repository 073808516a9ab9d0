package io.crmviews.merge.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A mapping inferred from the names of a table's columns and a look at its values, with a report. It knows the usual
 * names of columns about persons and organisations in several languages; what it does not know is kept as a
 * characteristic. The mapping can be printed, changed by hand and used instead. Immutable and thread-safe;
 * deterministic for equal columns and samples; costs time in proportion to the sample.
 */
public final class AutoMapping {

    private static final List<String> KEYS = List.of("record_id", "id", "rec_id", "recordid", "record_no", "ID", "Id");

    private final Mapping mapping;
    private final List<InferredColumn> columns;
    private final String keyColumn;

    private AutoMapping(Table table, Sample sample) {
        mapping = Mapping.of(document(table, sample));
        columns = table.columns().stream().map(ColumnMeaning::describe).toList();
        keyColumn = table.first(ColumnTarget.KEY).map(Column::name).orElse("");
    }

    /**
     * Infers a mapping; the key of a record is in a column named {@code record_id} or {@code id}, where there is one, and
     * its source in one named {@code source}.
     *
     * @param columns the names of the columns, each once
     * @param sample some rows
     * @return the mapping and what was inferred for each column
     * @throws IllegalArgumentException if a column's name occurs twice
     */
    public static AutoMapping infer(List<String> columns, Sample sample) {
        return infer(columns, KEYS, sample);
    }

    /**
     * Infers a mapping whose key is in a given column.
     *
     * @param columns the names of the columns, each once
     * @param keyColumn the column of the record's key
     * @param sample some rows
     * @return the mapping and what was inferred for each column
     * @throws IllegalArgumentException if a column's name occurs twice
     */
    public static AutoMapping infer(List<String> columns, String keyColumn, Sample sample) {
        return infer(columns, List.of(keyColumn), sample);
    }

    private static AutoMapping infer(List<String> columns, List<String> keys, Sample sample) {
        Set<String> names = new HashSet<>();
        for (String column : columns) {
            if (!names.add(column)) {
                throw new IllegalArgumentException("The column " + column + " occurs twice.");
            }
        }
        return new AutoMapping(Table.of(columns, keys, sample), sample);
    }

    private static ObjectNode document(Table table, Sample sample) {
        ObjectNode document = Json.object();
        document.put("crmMapping", Mapping.FORMAT).put("name", "inferred").put("version", "1");
        document.set("absent", Json.list(ColumnValues.ABSENT));
        ObjectNode rules = document.putObject("streams").putObject(Mapping.ANY_STREAM);
        rules.put("makes", "record");
        table.first(ColumnTarget.SOURCE).ifPresent(column -> rules.put("source", column.name()));
        table.first(ColumnTarget.KEY).ifPresent(column -> rules.put("key", column.name()));
        new DraftNames(table, rules).draft();
        new DraftRest(table, sample, rules).draft();
        new DraftAddresses(table, rules).draft();
        return document;
    }

    /**
     * The mapping.
     *
     * @return a mapping for every stream of records with these columns
     */
    public Mapping mapping() {
        return mapping;
    }

    /**
     * The column of the record's key.
     *
     * @return its name, or empty if none was recognised
     */
    public String keyColumn() {
        return keyColumn;
    }

    /**
     * What was inferred.
     *
     * @return one entry a column, in the order of the columns
     */
    public List<InferredColumn> columns() {
        return columns;
    }

    /**
     * The report as a table for people.
     *
     * @return lines of column, meaning and reason, aligned, without personal data
     */
    public String table() {
        int width = columns.stream().mapToInt(c -> c.column().length()).max().orElse(0);
        int meanings =
                columns.stream().mapToInt(c -> c.meaning().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (InferredColumn column : columns) {
            String name = column.column() + " ".repeat(width - column.column().length());
            String meaning =
                    column.meaning() + " ".repeat(meanings - column.meaning().length());
            lines.add((name + "  " + meaning + "  " + column.reason()).stripTrailing());
        }
        return String.join("\n", lines);
    }
}

package io.crmviews.examples.resolvecsv;

import io.crmviews.merge.mapping.AutoMapping;
import io.crmviews.merge.mapping.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One file, read once from beginning to end before anything is done with it: so a fault on its last line is found while
 * nothing has been taken in yet.
 *
 * @param file the file
 * @param columns the names of its columns
 * @param keyIndex where its record key stands
 * @param rows how many records it has
 * @param sample some of them
 */
record CsvInput(Path file, List<String> columns, int keyIndex, long rows, Sample sample) {

    private static final int SAMPLE = 20_000;
    private static final List<String> KEYS = List.of("record_id", "id");

    /**
     * Reads a file through.
     *
     * @param file the file
     * @param idColumn the column of the key; empty for record_id or id
     * @param ids the ids seen in earlier files; those of this one are added
     */
    static CsvInput scan(Path file, String idColumn, Set<String> ids) throws BadInputException {
        try (CsvReader reader = new CsvReader(file)) {
            int key = keyIndex(file, reader.header(), idColumn);
            List<List<String>> sample = new ArrayList<>();
            List<String> row = new ArrayList<>();
            long rows = 0;
            long stride = 1;
            while (reader.next(row)) {
                checkId(file, reader, row.get(key).strip(), ids);
                if (rows++ % stride == 0) {
                    sample.add(List.copyOf(row));
                }
                if (sample.size() > SAMPLE) {
                    sample = halved(sample);
                    stride *= 2;
                }
            }
            if (rows == 0) {
                throw new BadInputException(file + " has a header and no records.");
            }
            return new CsvInput(file, reader.header(), key, rows, new Sample(sample));
        }
    }

    private static int keyIndex(Path file, List<String> header, String idColumn) throws BadInputException {
        List<String> names = idColumn.isEmpty() ? KEYS : List.of(idColumn);
        for (String name : names) {
            if (header.contains(name)) {
                return header.indexOf(name);
            }
        }
        throw new BadInputException(file + ", line 1: no column is named " + String.join(" or ", names)
                + "; name the column of the record's id with --id COLUMN.");
    }

    private static void checkId(Path file, CsvReader reader, String id, Set<String> ids) throws BadInputException {
        if (id.isEmpty()) {
            throw new BadInputException(file + ", line " + reader.line() + ": the record has no id.");
        }
        if (!ids.add(id)) {
            throw new BadInputException(file + ", line " + reader.line()
                    + ": the record's id occurred before; ids are unique across all files.");
        }
    }

    private static List<List<String>> halved(List<List<String>> rows) {
        List<List<String>> half = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += 2) {
            half.add(rows.get(i));
        }
        return half;
    }

    /** The mapping that its columns and values suggest. */
    AutoMapping infer() {
        return AutoMapping.infer(columns, columns.get(keyIndex), sample);
    }

    /** The name of the stream that its records belong to: the file's name without its ending. */
    String stream() {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}

package io.crmviews.examples.resolvecsv;

import io.crmviews.merge.mapping.Mapping;
import io.crmviews.merge.mapping.MappingResult;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.spi.channel.ChannelRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;

/** Turns the rows of a CSV file into facts. */
public final class CsvFacts {

    private CsvFacts() {}

    /**
     * Reads a file with the mapping that its own columns suggest.
     *
     * @param file a CSV file with a column {@code record_id} or {@code id}
     * @return its records, in the order of the file
     * @throws IllegalArgumentException if the file is not clean; the message says where
     */
    public static List<SourceRecord> read(Path file) {
        List<SourceRecord> records = new ArrayList<>();
        try {
            CsvInput input = CsvInput.scan(file, "", new HashSet<>());
            read(input, input.infer().mapping(), fact -> {
                if (fact instanceof SourceRecord record) {
                    records.add(record);
                }
            });
        } catch (BadInputException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return records;
    }

    /** Reads a file with a mapping; a row that the mapping refuses is an error. */
    static void read(CsvInput input, Mapping mapping, Consumer<Fact> to) throws BadInputException {
        try (CsvReader reader = new CsvReader(input.file())) {
            List<String> row = new ArrayList<>();
            while (reader.next(row)) {
                MappingResult result = mapping.map(record(input, reader, row));
                if (result instanceof MappingResult.Refused refused) {
                    throw new BadInputException(input.file() + ", line " + reader.line() + ": " + refused.reason());
                }
                ((MappingResult.Facts) result).facts().forEach(to);
            }
        }
    }

    private static ChannelRecord record(CsvInput input, CsvReader reader, List<String> row) {
        ChannelRecord.Builder record = ChannelRecord.builder(
                        input.stream(), row.get(input.keyIndex()).strip())
                .position(input.file() + ":" + reader.line());
        for (int i = 0; i < row.size(); i++) {
            String value = row.get(i);
            if (!value.isBlank()) {
                record.field(input.columns().get(i), value);
            }
        }
        return record.build();
    }
}

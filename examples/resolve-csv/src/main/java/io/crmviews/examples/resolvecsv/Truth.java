package io.crmviews.examples.resolvecsv;

import io.crmviews.merge.evaluate.Evaluation;
import io.crmviews.model.source.RecordKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A file that tells which entity each record is of. */
final class Truth {

    private Truth() {}

    static Map<String, String> read(Path file) throws BadInputException {
        Map<String, String> entities = new LinkedHashMap<>();
        try (CsvReader reader = new CsvReader(file)) {
            int record = reader.header().indexOf("record_id");
            int entity = reader.header().indexOf("entity_id");
            if (record < 0 || entity < 0) {
                throw new BadInputException(file + ", line 1: columns named record_id and entity_id are expected.");
            }
            List<String> row = new ArrayList<>();
            while (reader.next(row)) {
                if (entities.put(row.get(record), row.get(entity)) != null) {
                    throw new BadInputException(file + ", line " + reader.line() + ": the record occurred before.");
                }
            }
        }
        return entities;
    }

    static Evaluation evaluate(Map<String, String> truth, Map<RecordKey, String> clusters) {
        Map<String, String> found = new HashMap<>();
        clusters.forEach((key, cluster) -> found.put(key.key(), cluster));
        return Evaluation.of(truth, found);
    }

    static String line(Evaluation e) {
        return String.format(
                Locale.ROOT,
                "against the truth: pairs P %.4f R %.4f F1 %.4f, B-cubed P %.4f R %.4f F1 %.4f, exact %.4f,"
                        + " split %d, over-merged %d",
                e.pairPrecision(),
                e.pairRecall(),
                e.pairF1(),
                e.bcubedPrecision(),
                e.bcubedRecall(),
                e.bcubedF1(),
                e.exactRate(),
                e.split(),
                e.overMerged());
    }
}

package io.crmviews.examples.resolvecsv;

import io.crmviews.merge.CustomerViews;
import io.crmviews.merge.ingest.IngestReport;
import io.crmviews.merge.ingest.WorkCounters;
import io.crmviews.merge.weigh.Model;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.source.RecordKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The library as an embedding program uses it: records are taken in batch by batch.
 */
final class LibraryEngine implements Engine {

    private static final int BATCH = 2_000;

    @Override
    public Outcome resolve(Facts facts, Fitting fitting, Progress progress) throws BadInputException {
        try (CustomerViews views =
                CustomerViews.builder().model(fitting.model()).build()) {
            Intake intake = new Intake(views, fitting.order().size(), progress);
            facts.forEach(intake::add);
            intake.flush();
            return outcome(views, fitting.order(), fitting.model(), intake);
        }
    }

    private static Outcome outcome(CustomerViews views, List<RecordKey> order, Model model, Intake intake) {
        Map<RecordKey, String> found = new HashMap<>();
        views.forEachCustomer((customer, members) -> {
            String id = customer.toString();
            members.forEach(member -> found.put(member, id));
        });
        Map<RecordKey, String> clusters = new LinkedHashMap<>();
        for (RecordKey key : order) {
            clusters.put(key, found.getOrDefault(key, key.key()));
        }
        WorkCounters work = intake.work;
        return new Outcome(clusters, model.expectedCustomers(), work.candidates(), work.comparisons(), intake.rejected);
    }

    /** Hands facts over in batches. */
    private static final class Intake {
        private final CustomerViews views;
        private final long records;
        private final Progress progress;
        private final List<Fact> batch = new ArrayList<>(BATCH);
        private long done;
        private long rejected;
        private WorkCounters work = WorkCounters.NONE;

        Intake(CustomerViews views, long records, Progress progress) {
            this.views = views;
            this.records = records;
            this.progress = progress;
        }

        void add(Fact fact) {
            batch.add(fact);
            if (batch.size() == BATCH) {
                flush();
            }
        }

        void flush() {
            if (!batch.isEmpty()) {
                IngestReport report = views.ingest(batch);
                work = work.plus(report.work());
                rejected += report.rejects().size();
                done += batch.size();
                batch.clear();
                progress.at("resolving", done, records);
            }
        }
    }
}

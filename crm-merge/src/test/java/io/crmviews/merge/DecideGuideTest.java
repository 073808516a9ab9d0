package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.evaluate.ModelComparison;
import io.crmviews.merge.json.ModelDocument;
import io.crmviews.merge.train.ThresholdReport;
import io.crmviews.merge.train.Trained;
import io.crmviews.merge.train.Training;
import io.crmviews.merge.view.Policies;
import io.crmviews.merge.weigh.Model;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.review.Review;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.SourceDescription;
import io.crmviews.spi.policy.Reader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the guides to reviews and to models is the code here, and does what the guides say. */
class DecideGuideTest {

    private final List<String> logged = new ArrayList<>();

    private static CustomerViews views() {
        return CustomerViews.builder()
                .policy(Policies.allowAll())
                .source(new SourceDescription("single", "", true, Duration.ZERO))
                .build();
    }

    private static SourceRecord single(String key) {
        return Kate.kate(new RecordKey("single", key))
                .medium(Kate.shop().media().get(0))
                .medium(Kate.shop().media().get(1))
                .build();
    }

    @Test
    void reviews() {
        try (CustomerViews views = views()) {
            views.ingest(List.of(single("1"), single("2")));
            reviews(views);
            assertThat(logged).hasSize(1);
            assertThat(views.customerCount()).isEqualTo(1);
        }
    }

    private void reviews(CustomerViews views) {
        // reviews begin
        ReaderViews steward = views.as(Reader.of("steward", "data quality", "user-7"));
        for (Review review : steward.reviews(20)) {
            WhyAnswer why = steward.why(review.a(), review.b());
            log(review.reason() + ": " + why); // show both records and the evidence to somebody who knows
            views.decide(review, Verdict.SAME, "user-7", "Seen the passport.");
        }
        // reviews end
    }

    @Test
    void assertions() {
        try (CustomerViews views = views()) {
            views.ingest(List.of(Kate.crm(), Kate.calls()));
            assertions(views, Kate.CRM, Kate.SHOP);
            assertThat(views.as(Reader.of("a", "b", "c")).conflicts(10)).isEmpty();
        }
    }

    private static void assertions(CustomerViews views, RecordKey crm, RecordKey shop) {
        // assertions begin
        RecordKey key = new RecordKey("desk", "2026-001");
        views.ingest(List.of(MatchAssertion.of(key, crm, shop, Verdict.SAME, "user-7", Instant.now())));
        views.withdraw(key, "user-7", "A misreading.");
        // assertions end
    }

    @Test
    void models(@TempDir Path folder) throws IOException {
        try (CustomerViews views = views()) {
            List<SourceRecord> records = List.of(Kate.crm(), Kate.calls(), Kate.shop());
            views.ingest(records);
            Path file = folder.resolve("model.json");
            models(views, records, file);
            assertThat(logged).hasSize(3);
            assertThat(file).isNotEmptyFile();
        }
    }

    private void models(CustomerViews views, List<SourceRecord> records, Path file) throws IOException {
        // models begin
        Training training = new Training(views.model());
        records.forEach(training::add);
        Trained trained = training.finish();
        log(trained.report().text()); // level by level: estimated, smoothed, not estimated, and why
        Model next = trained.recommended(); // the calibrated model where training is not expected to help

        log(ThresholdReport.of(records, next).text());
        log(ModelComparison.of(records, views.model(), next, 20).text()); // who would merge or split, with reasons

        try (OutputStream out = Files.newOutputStream(file)) {
            ModelDocument.write(next, out);
        }
        views.switchModel(next); // one commit; readers see the old state until then
        // models end
    }

    @Test
    void theGuidesShowThisCode() throws IOException {
        GuideCode.assertShown(DecideGuideTest.class, "reviews.md", "reviews", "assertions");
        GuideCode.assertShown(DecideGuideTest.class, "model.md", "models");
    }

    private void log(String line) {
        logged.add(line);
    }
}

package io.crmviews.examples.resolvecsv;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.CustomerViews;
import io.crmviews.merge.ReaderViews;
import io.crmviews.merge.train.Calibration;
import io.crmviews.merge.view.PageRequest;
import io.crmviews.merge.view.Policies;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.merge.weigh.Model;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.Interaction.Direction;
import io.crmviews.model.fact.Interaction.Reference;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.Money;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.model.view.TimelinePage;
import io.crmviews.spi.policy.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Whose an interaction is, against the truth of an evaluation set that is not part of this project: what docs/accuracy.md
 * says, as floors. The set is looked for under the system property {@code crm.shared}.
 */
// A column that is not there fails the test where it is read.
@SuppressWarnings("NullAway")
class InteractionFiguresTest {

    private static final Path SET = Path.of(System.getProperty("crm.shared", "../../../shared"))
            .resolve("data/synth_multichannel_5k");
    private static final int BATCH = 2_000;

    private final Map<String, RecordKey> records = new HashMap<>();
    private final Map<RecordKey, String> owners = new HashMap<>();

    @Test
    void interactionsGoToWhomTheyAreOf() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(SET), () -> "the evaluation set " + SET + " is not there");
        List<SourceRecord> all = CsvFacts.read(SET.resolve("records.csv"));
        Map<String, String> truth = column(SET.resolve("truth.csv"), "record_id", "entity_id");
        Calibration calibration = new Calibration(Model.shipped());
        all.forEach(record -> {
            records.put(record.key().key(), record.key());
            owners.put(record.key(), truth.getOrDefault(record.key().key(), ""));
            calibration.add(record);
        });
        Map<String, String> whose = column(SET.resolve("truth_interactions.csv"), "interaction_id", "entity_id");
        Map<String, String> resolvable = column(SET.resolve("truth_interactions.csv"), "interaction_id", "resolvable");
        try (CustomerViews views = CustomerViews.builder()
                .policy(Policies.allowAll())
                .model(calibration.model())
                .build()) {
            take(views, all);
            take(views, interactions());
            Figures figures = figures(views, whose);
            long can = resolvable.values().stream().filter("1"::equals).count();
            long known = interactions().stream()
                    .filter(said -> said.subjects().stream().anyMatch(subject -> isKnown(views, subject)))
                    .count();
            double precision = (double) figures.right / figures.certain;
            double holding = (double) figures.holding / figures.certain;
            double recall = (double) figures.right / can;
            double ofKnown = (double) figures.right / known;
            System.out.printf(
                    Locale.ROOT,
                    "attributed %d of %d that carry a key and %d whose key a record states; precision %.4f, to a customer"
                            + " with a record of that person %.4f; recall %.4f, of the known %.4f; one of n %.4f%n",
                    figures.certain,
                    can,
                    known,
                    precision,
                    holding,
                    recall,
                    ofKnown,
                    (double) figures.possible.size() / can);
            assertThat(precision).isGreaterThanOrEqualTo(.95);
            assertThat(holding).isGreaterThanOrEqualTo(.96);
            assertThat(recall).isGreaterThanOrEqualTo(.82);
            assertThat(ofKnown).isGreaterThanOrEqualTo(.90);
        }
    }

    private static <T extends Fact> void take(CustomerViews views, List<T> facts) {
        for (int from = 0; from < facts.size(); from += BATCH) {
            views.ingest(facts.subList(from, Math.min(facts.size(), from + BATCH)));
        }
    }

    private static final class Figures {
        private int certain;
        private int right;
        private int holding;
        private final Set<String> possible = new HashSet<>();
    }

    private static boolean isKnown(CustomerViews views, Subject subject) {
        return subject instanceof Subject.OfRecord
                || !views.as(Reader.of("measure", "accuracy", "test"))
                        .find((Subject.OfIdentifier) subject)
                        .isEmpty();
    }

    private Figures figures(CustomerViews views, Map<String, String> whose) {
        Figures figures = new Figures();
        ReaderViews reader = views.as(Reader.of("measure", "accuracy", "test"));
        views.forEachCustomer((customer, members) -> {
            String owner = owner(members);
            PageRequest request = new PageRequest(500, "", true);
            TimelinePage page = page(reader, customer, request);
            while (true) {
                page.entries().forEach(entry -> {
                    List<String> keys = new ArrayList<>(List.of(entry.interaction().key().key()));
                    entry.otherReports().forEach(report -> keys.add(report.key().key()));
                    for (String key : keys) {
                        if (entry.attribution().isCertain()) {
                            figures.certain++;
                            figures.right += owner.equals(whose.get(key)) ? 1 : 0;
                            figures.holding += members.stream()
                                            .anyMatch(member -> owners.getOrDefault(member, "")
                                                    .equals(whose.get(key)))
                                    ? 1
                                    : 0;
                        } else {
                            figures.possible.add(key);
                        }
                    }
                });
                if (page.continuation().isEmpty()) {
                    return;
                }
                page = page(reader, customer, request.after(page.continuation()));
            }
        });
        return figures;
    }

    private static TimelinePage page(ReaderViews reader, CustomerId customer, PageRequest request) {
        return ((ViewAnswer.Shown) reader.view(customer, request)).view().timeline();
    }

    /** Whom most records of a customer are of; the least name of those that are equal. */
    private String owner(List<RecordKey> members) {
        Map<String, Integer> counts = new HashMap<>();
        members.forEach(member -> counts.merge(owners.getOrDefault(member, ""), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    private List<Interaction> interactions() throws BadInputException {
        List<Interaction> all = new ArrayList<>();
        try (CsvReader reader = new CsvReader(SET.resolve("interactions.csv"))) {
            List<String> columns = reader.header();
            List<String> row = new ArrayList<>();
            while (reader.next(row)) {
                Map<String, String> said = new HashMap<>();
                for (int i = 0; i < row.size(); i++) {
                    said.put(columns.get(i), row.get(i));
                }
                all.add(interaction(said));
            }
        }
        return all;
    }

    private Interaction interaction(Map<String, String> said) {
        List<Subject> subjects = new ArrayList<>();
        RecordKey account = records.get(said.get("record_id"));
        if (account != null) {
            subjects.add(new Subject.OfRecord(account));
        }
        identifier("loyalty-card", said.get("card_no"), subjects);
        identifier("email", said.get("email"), subjects);
        identifier("phone", said.get("phone"), subjects);
        identifier("device", said.get("device_id"), subjects);
        List<Reference> references = new ArrayList<>();
        if (!said.get("order_id").isBlank()) {
            references.add(new Reference("order", said.get("order_id")));
        }
        return new Interaction(
                new RecordKey(said.get("channel") + "-log", said.get("interaction_id")),
                Revision.occurred(Instant.parse(said.get("ts"))),
                said.get("type"),
                said.get("channel"),
                said.get("direction").equals("in") ? Direction.INBOUND : Direction.OUTBOUND,
                subjects,
                said.get("text"),
                said.get("amount").isBlank()
                        ? Money.NONE
                        : new Money(new BigDecimal(said.get("amount")), said.get("currency")),
                references,
                List.of());
    }

    private static void identifier(String type, String value, List<Subject> subjects) {
        if (!value.isBlank()) {
            subjects.add(new Subject.OfIdentifier(type, "", value));
        }
    }

    private static Map<String, String> column(Path file, String key, String value) throws BadInputException {
        Map<String, String> found = new HashMap<>();
        try (CsvReader reader = new CsvReader(file)) {
            int at = reader.header().indexOf(key);
            int of = reader.header().indexOf(value);
            List<String> row = new ArrayList<>();
            while (reader.next(row)) {
                found.put(row.get(at), row.get(of));
            }
        }
        return found;
    }
}

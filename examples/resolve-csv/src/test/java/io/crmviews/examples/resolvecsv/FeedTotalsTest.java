package io.crmviews.examples.resolvecsv;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.CustomerViews;
import io.crmviews.merge.ReaderViews;
import io.crmviews.merge.view.FigureAnswer;
import io.crmviews.merge.view.Policies;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.Interaction.Direction;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.source.Money;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.model.view.CustomerFigures;
import io.crmviews.spi.policy.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * On real feeds of purchases, the totals of each customer are the plain sums over the file. The feeds are looked for under
 * the system property {@code crm.shared}.
 */
// A column that is not there fails the test where it is read.
@SuppressWarnings("NullAway")
class FeedTotalsTest {

    private static final Path FEEDS =
            Path.of(System.getProperty("crm.shared", "../../../shared")).resolve("data/feeds");
    private static final Reader READER = Reader.of("measure", "accuracy", "test");
    private static final int BATCH = 5_000;

    /** One line of a feed. */
    private record Line(String customer, Instant at, BigDecimal amount) {}

    /** What is counted of a customer. */
    private record Totals(long purchases, BigDecimal bought, BigDecimal returned, Instant last) {

        static final Totals NONE = new Totals(0, BigDecimal.ZERO, BigDecimal.ZERO, Instant.MIN);

        Totals with(Line line) {
            if (line.amount().signum() < 0) {
                return new Totals(purchases, bought, returned.subtract(line.amount()), last);
            }
            Instant later = line.at().isAfter(last) ? line.at() : last;
            return new Totals(purchases + 1, bought.add(line.amount()), returned, later);
        }

        Totals plain() {
            return new Totals(purchases, new Money(bought, "X").amount(), new Money(returned, "X").amount(), last);
        }
    }

    @Test
    void cdnow() throws Exception {
        check("cdnow_purchases/events.csv", row -> new Line(
                row.get("customer_id"), Instant.parse(row.get("date") + "T00:00:00Z"), new BigDecimal(row.get("dollar_value"))));
    }

    @Test
    void onlineRetail() throws Exception {
        check("uci_online_retail/events.csv", row -> new Line(
                row.get("customer_id"),
                Instant.parse(row.get("invoice_date").replace(' ', 'T') + "Z"),
                new BigDecimal(row.get("unit_price")).multiply(new BigDecimal(row.get("quantity")))));
    }

    @Test
    void completeJourney() throws Exception {
        check("completejourney_households/transactions_sample.csv", row -> new Line(
                row.get("household_id"),
                Instant.parse(row.get("transaction_timestamp") + "Z"),
                new BigDecimal(row.get("sales_value"))));
    }

    private interface Reading {
        Line line(Map<String, String> row);
    }

    private static void check(String feed, Reading reading) throws BadInputException {
        Path file = FEEDS.resolve(feed);
        Assumptions.assumeTrue(Files.exists(file), () -> "the feed " + file + " is not there");
        Map<String, Totals> plain = new TreeMap<>();
        List<Fact> facts = new ArrayList<>();
        int number = 0;
        for (Map<String, String> row : rows(file)) {
            Line line = reading.line(row);
            facts.add(interaction(line, number++));
            if (!line.customer().isBlank()) {
                if (!plain.containsKey(line.customer())) {
                    facts.add(SourceRecord.builder(new RecordKey("shop", line.customer()))
                            .identifier(Identifier.of("customer-number", line.customer()))
                            .build());
                }
                plain.merge(line.customer(), Totals.NONE.with(line), (before, first) -> before.with(line));
            }
        }
        try (CustomerViews views =
                CustomerViews.builder().policy(Policies.allowAll()).build()) {
            for (int from = 0; from < facts.size(); from += BATCH) {
                views.ingest(facts.subList(from, Math.min(facts.size(), from + BATCH)));
            }
            ReaderViews reader = views.as(READER);
            Map<String, Totals> found = new TreeMap<>();
            plain.keySet().forEach(customer -> found.put(customer, totals(reader, new RecordKey("shop", customer))));
            plain.replaceAll((customer, totals) -> totals.plain());
            assertThat(found).isEqualTo(plain);
            System.out.println(feed + ": " + facts.size() + " facts, totals of " + found.size() + " customers equal");
        }
    }

    private static Totals totals(ReaderViews reader, RecordKey record) {
        CustomerFigures figures = ((FigureAnswer.Shown)
                        reader.activity().figures(reader.find(record).orElseThrow()))
                .figures();
        return new Totals(
                figures.purchases(), sum(figures.purchased()), sum(figures.refunded()), figures.lastPurchase());
    }

    private static BigDecimal sum(List<Money> sums) {
        return sums.isEmpty() ? BigDecimal.ZERO : sums.get(0).amount();
    }

    private static Interaction interaction(Line line, int number) {
        boolean back = line.amount().signum() < 0;
        List<Subject> subjects = line.customer().isBlank()
                ? List.of()
                : List.of(new Subject.OfRecord(new RecordKey("shop", line.customer())));
        return new Interaction(
                new RecordKey("shop", "line-" + number),
                Revision.occurred(line.at()),
                back ? "refund" : "purchase",
                "shop",
                back ? Direction.OUTBOUND : Direction.INBOUND,
                subjects,
                "",
                new Money(line.amount().abs(), "USD"),
                List.of(),
                List.of());
    }

    private static List<Map<String, String>> rows(Path file) throws BadInputException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (CsvReader reader = new CsvReader(file)) {
            List<String> row = new ArrayList<>();
            while (reader.next(row)) {
                Map<String, String> fields = new LinkedHashMap<>();
                for (int i = 0; i < row.size(); i++) {
                    fields.put(reader.header().get(i), row.get(i));
                }
                rows.add(fields);
            }
        }
        return rows;
    }
}

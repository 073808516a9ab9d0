package io.crmviews.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmviews.merge.CustomerViews;
import io.crmviews.merge.ingest.IngestReport;
import io.crmviews.merge.mapping.Mapping;
import io.crmviews.model.fact.Fact;
import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Reject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappingSinkTest {

    private static final Mapping MAPPING = Mapping.parse("""
            {"crmMapping": 1, "name": "branch", "version": "1", "streams": {
              "customers": {"source": {"const": "branch"}}}}
            """);

    private final List<List<Fact>> ingested = new ArrayList<>();
    private final Map<String, Instant> heardUntil = new HashMap<>();
    private final MappingSink sink = new MappingSink(Map.of("branch", MAPPING), (facts, heard) -> {
        ingested.add(facts);
        heardUntil.putAll(heard);
        return facts.stream()
                .map(Fact::key)
                .filter(key -> key.key().equals("bad"))
                .map(key -> new IngestReport.Rejected(key, "The engine refuses it."))
                .toList();
    });

    private static Delivery delivery(String source, ChannelRecord... records) {
        Batch.Builder batch = Batch.builder(Checkpoint.START);
        for (ChannelRecord record : records) {
            batch.add(record);
        }
        return new Delivery(source, batch.build());
    }

    @Test
    void handsOnTheFactsOfABatchTogether() {
        List<Reject> rejects = sink.accept(delivery(
                "branch",
                ChannelRecord.builder("customers", "1").field("name", "Ann").build(),
                ChannelRecord.builder("customers", "2")
                        .op(ChannelRecord.Op.DELETE)
                        .build()));

        assertThat(rejects).isEmpty();
        assertThat(ingested).hasSize(1);
        assertThat(ingested.get(0).stream().map(it -> it.key().key())).containsExactly("1", "2");
    }

    @Test
    void tellsUntilWhenTheSourceIsHeardEvenIfNothingChanged() {
        Batch batch = Batch.builder(Checkpoint.START).heardUpTo(Instant.EPOCH).build();
        sink.accept(new Delivery("branch", batch));

        assertThat(heardUntil).containsExactly(Map.entry("branch", Instant.EPOCH));
        assertThat(ingested).containsExactly(List.of());
    }

    @Test
    void whatTheMappingRefusesIsARejectThatHoldsTheRecord() {
        ChannelRecord record = ChannelRecord.builder("orders", "o1")
                .position("orders.csv line 2")
                .occurredAt(Instant.EPOCH)
                .sequence(7)
                .field("sum", new BigDecimal("1.50"))
                .field("day", LocalDate.EPOCH)
                .field("lines", List.of(Map.of("sku", "a", "n", 1L), List.of(true)))
                .build();
        List<Reject> rejects = sink.accept(delivery("branch", record));

        assertThat(ingested).isEmpty();
        assertThat(rejects).hasSize(1);
        Reject reject = rejects.get(0);
        assertThat(reject.position()).isEqualTo("orders.csv line 2");
        assertThat(reject.reason()).contains("no rules for the stream orders");
        assertThat(new String(reject.raw(), StandardCharsets.UTF_8))
                .startsWith("{\"stream\":\"orders\",\"key\":\"o1\",\"op\":\"UPSERT\"")
                .contains(
                        "\"occurredAt\":\"1970-01-01T00:00:00Z\",\"sequence\":7",
                        "\"sum\":1.50",
                        "\"day\":\"1970-01-01\"")
                .contains("[true]");
    }

    @Test
    void whatTheEngineRefusesIsARejectToo() {
        List<Reject> rejects = sink.accept(delivery(
                "branch",
                ChannelRecord.builder("customers", "good").build(),
                ChannelRecord.builder("customers", "bad").position("line 9").build()));

        assertThat(rejects).hasSize(1);
        assertThat(rejects.get(0)).hasToString("Reject[customers, line 9, The engine refuses it.]");
    }

    @Test
    void feedsTheEngine() {
        CustomerViews views = CustomerViews.builder().build();
        MappingSink intoViews = MappingSink.into(views, Map.of("branch", MAPPING));

        assertThat(intoViews.accept(delivery(
                        "branch", ChannelRecord.builder("customers", "1").build())))
                .isEmpty();
    }

    @Test
    void aSourceWithoutMappingIsAMistakeOfTheProgram() {
        Delivery delivery = delivery("web", ChannelRecord.builder("s", "k").build());

        assertThatThrownBy(() -> sink.accept(delivery)).isInstanceOf(IllegalStateException.class);
    }
}

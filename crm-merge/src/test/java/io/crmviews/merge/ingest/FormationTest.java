package io.crmviews.merge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.CustomerViews;
import io.crmviews.merge.HowAnswer;
import io.crmviews.merge.ReaderViews;
import io.crmviews.merge.WhatIfAnswer;
import io.crmviews.merge.WhyAnswer;
import io.crmviews.merge.explain.Forecast;
import io.crmviews.merge.explain.Formation;
import io.crmviews.merge.view.Policies;
import io.crmviews.merge.weigh.Evidence;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.model.source.SourceDescription;
import io.crmviews.spi.policy.Reader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** How a customer came together is how it was decided, and what a record would do is what it then does. */
class FormationTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(2_000_000), ZoneOffset.UTC);
    private static final Reader OWNER = Reader.of("owner", "service", "test");

    @Property(tries = 100)
    void theJoinsOfEachCustomerConnectAllItsRecordsAndWeighWhatTheirEvidenceSays(@ForAll long seed) {
        try (CustomerViews views = views()) {
            views.ingest(CrowdedPopulations.facts(new Random(seed)));
            ReaderViews owner = views.as(OWNER);
            views.forEachCustomer((id, records) -> {
                Formation formation = formation(owner, id);
                assertThat(formation.records()).isEqualTo(records);
                assertThat(formation.parts()).isEqualTo(1);
                for (Formation.Join join : formation.joins()) {
                    int stranger =
                            join.evidence().stream().mapToInt(Evidence::weight).sum();
                    int rival = join.evidence().stream()
                            .mapToInt(Evidence::rivalWeight)
                            .sum();
                    assertThat(join.weight()).isEqualTo(Math.min(stranger, rival));
                    assertThat(owner.why(join.a(), join.b()))
                            .isInstanceOfSatisfying(
                                    WhyAnswer.Explained.class,
                                    why -> assertThat(why.explanation().together())
                                            .isTrue());
                }
                assertThat(formation.joins().stream()
                                .mapToInt(join -> join.sizeA() + join.sizeB())
                                .max()
                                .orElse(1))
                        .isEqualTo(records.size());
            });
        }
    }

    @Property(tries = 150)
    void whatARecordWouldDoIsWhatItDoesAndNothingIsWrittenBefore(@ForAll long seed) {
        Random random = new Random(seed);
        List<Fact> facts = CrowdedPopulations.facts(random);
        List<SourceRecord> records = new ArrayList<>();
        facts.forEach(fact -> {
            if (fact instanceof SourceRecord record) {
                records.add(record);
            }
        });
        records.add(CrowdedPopulations.record(
                new RecordKey("source-1", "new"), Revision.occurred(Instant.ofEpochSecond(1_000_000)), random));
        SourceRecord next = records.get(random.nextInt(records.size()));
        facts.removeIf(next::equals);
        try (CustomerViews views = views()) {
            views.ingest(facts);
            ReaderViews owner = views.as(OWNER);
            long customers = views.customerCount();
            Forecast forecast = forecast(owner, next);
            assertThat(forecast(owner, next)).as("asking changes nothing").isEqualTo(forecast);
            assertThat(views.customerCount()).isEqualTo(customers);
            List<CustomerId> present = forecast.companions().stream()
                    .map(key -> owner.find(key).orElseThrow())
                    .distinct()
                    .sorted()
                    .toList();
            assertThat(forecast.customers()).isEqualTo(present);

            views.ingest(List.of(next));
            if (forecast.holds()) {
                CustomerId id = owner.find(next.key()).orElseThrow();
                List<RecordKey> found = formation(owner, id).records();
                List<RecordKey> expected = new ArrayList<>(forecast.companions());
                expected.add(next.key());
                assertThat(found).isEqualTo(List.copyOf(new TreeSet<>(expected)));
            }
        }
    }

    private static Formation formation(ReaderViews views, CustomerId id) {
        return ((HowAnswer.Explained) views.how(id)).formation();
    }

    private static Forecast forecast(ReaderViews views, SourceRecord record) {
        return ((WhatIfAnswer.Explained) views.whatIf(record)).forecast();
    }

    private static CustomerViews views() {
        return CustomerViews.builder()
                .policy(Policies.allowAll())
                .clock(CLOCK)
                .source(new SourceDescription("source-0", "", true, Duration.ZERO))
                .build();
    }
}

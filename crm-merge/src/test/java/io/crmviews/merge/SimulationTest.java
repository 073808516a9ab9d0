package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.golden.Simulation;
import io.crmviews.merge.golden.Strategies;
import io.crmviews.merge.golden.Survivorship;
import io.crmviews.merge.view.Policies;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.FieldGroup;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A policy is tried on all customers before it is used: it tells who would change, and no value. */
class SimulationTest {

    private static final Field EMAIL = Field.of(Attribute.EMAIL);
    private static final List<String> GIVEN = List.of("Vera", "Ida", "Noor", "Tilde", "Runa");
    private static final List<String> SURNAMES = List.of("Ostrander", "Bellweather", "Quistgaard", "Montague", "Ferreira");

    private static SourceRecord record(String source, int number, int year, String secondEmail) {
        return SourceRecord.builder(new RecordKey(source, "" + number))
                .revision(Revision.occurred(Instant.parse(year + "-01-01T00:00:00Z")))
                .name(PersonName.of(GIVEN.get(number), SURNAMES.get(number)))
                .medium(EmailAddress.of(SURNAMES.get(number) + "@" + GIVEN.get(number) + ".test"))
                .medium(EmailAddress.of(secondEmail))
                .build();
    }

    private static CustomerViews views() {
        CustomerViews views =
                CustomerViews.builder().policy(Policies.allowAll()).build();
        List<SourceRecord> records = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            records.add(record("crm", number, 2020, SURNAMES.get(number) + "@crm.test"));
            String second = number < 3 ? "@shop.test" : "@crm.test";
            records.add(record("shop", number, 2024, GIVEN.get(number) + second));
        }
        views.ingest(records);
        assertThat(views.customerCount()).isEqualTo(5);
        return views;
    }

    private static Survivorship branchFirst() {
        return Survivorship.builder()
                .policy("branch first")
                .version("2")
                .rule(FieldGroup.EMAIL, Strategies.sourcePriority(List.of("crm")))
                .build();
    }

    @Test
    void tellsWhichCustomersAndFieldsWouldChange() {
        try (CustomerViews views = views()) {
            List<Simulation.Difference> told = new ArrayList<>();
            Simulation simulation = views.simulate(branchFirst(), 2, told::add);

            assertThat(simulation.customers()).isEqualTo(5);
            assertThat(simulation.changed()).isEqualTo(5);
            assertThat(simulation.fields()).isEqualTo(Map.of(EMAIL, 5L));
            assertThat(simulation.samples()).hasSize(2).isEqualTo(told.subList(0, 2));
            assertThat(told).hasSize(5);
            assertThat(told.get(0).after()).containsExactly(new RecordKey("crm", "0"));
            assertThat(simulation.text())
                    .contains("5 of 5")
                    .contains("email: 5")
                    .doesNotContain("@mail.test");
        }
    }

    @Test
    void thePolicyInUseChangesNothing() {
        try (CustomerViews views = views()) {
            Simulation simulation = views.simulate(Survivorship.standard(), 10, difference -> {});
            assertThat(simulation.changed()).isZero();
            assertThat(simulation.samples()).isEmpty();
        }
    }
}

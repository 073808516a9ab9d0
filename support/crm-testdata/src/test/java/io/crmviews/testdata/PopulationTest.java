package io.crmviews.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.source.RecordKey;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PopulationTest {

    private static final Population PEOPLE = new Population(1_500, 11);
    private static final List<Told> FACTS = PEOPLE.facts().toList();

    @Test
    void theSameSeedGivesTheSameFacts() {
        assertThat(new Population(300, 5).facts().toList())
                .isEqualTo(new Population(300, 5).facts().toList());
    }

    @Test
    void anotherSeedGivesOtherFacts() {
        assertThat(new Population(300, 5).factList()).isNotEqualTo(new Population(300, 6).factList());
    }

    @Test
    void aLargerPopulationBeginsWithTheSmallerOne() {
        List<Fact> few = new Population(120, 5).factList();

        assertThat(new Population(350, 5).factList().subList(0, few.size())).isEqualTo(few);
    }

    @Test
    void thePopulationStaysTheSameFromVersionToVersion() {
        Fact first = new Population(1, 1).factList().get(0);

        assertThat(first.key()).hasToString("estore/E1R8R4E");
        assertThat(FACTS).hasSizeBetween(10_000, 30_000);
    }

    @Test
    void everyPhenomenonOccurs() {
        Map<Phenomenon, Integer> counts = new EnumMap<>(Phenomenon.class);
        FACTS.forEach(told -> told.phenomena().forEach(each -> counts.merge(each, 1, Integer::sum)));

        assertThat(counts).containsOnlyKeys(EnumSet.allOf(Phenomenon.class));
    }

    @Test
    void everyCustomerIsToldOfAndEveryFactHasItsCustomer() {
        Set<Integer> told = FACTS.stream()
                .filter(each -> each.fact() instanceof SourceRecord)
                .map(Told::customer)
                .collect(Collectors.toSet());

        assertThat(told).isEqualTo(IntStream.range(0, 1_500).boxed().collect(Collectors.toSet()));
        assertThat(FACTS).allMatch(each -> each.customer() >= 0 && each.customer() < 1_500);
    }

    @Test
    void everyChannelTellsRecordsAndEvents() {
        for (Touchpoint at : Touchpoint.values()) {
            List<Fact> facts = PEOPLE.facts(at).map(Told::fact).toList();

            assertThat(facts).as(at.id()).hasAtLeastOneElementOfType(SourceRecord.class);
            assertThat(facts).as(at.id()).hasAtLeastOneElementOfType(Interaction.class);
        }
        assertThat(PEOPLE.factList()).hasAtLeastOneElementOfType(ConsentEvent.class);
    }

    @Test
    void noKeyIsUsedTwice() {
        List<RecordKey> keys = FACTS.stream().map(told -> told.fact().key()).toList();

        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void eventsNameRecordsOfTheirOwnCustomer() {
        Map<RecordKey, Integer> truth =
                FACTS.stream().collect(Collectors.toMap(told -> told.fact().key(), Told::customer));

        assertThat(FACTS.stream()
                        .filter(told -> accounts(told.fact())
                                .anyMatch(account ->
                                        !Integer.valueOf(told.customer()).equals(truth.get(account)))))
                .isEmpty();
    }

    private static Stream<RecordKey> accounts(Fact fact) {
        Stream<Subject> subjects = fact instanceof Interaction event
                ? event.subjects().stream()
                : fact instanceof ConsentEvent consent ? Stream.of(consent.subject()) : Stream.empty();
        return subjects.filter(Subject.OfRecord.class::isInstance)
                .map(subject -> ((Subject.OfRecord) subject).record());
    }

    @Test
    void twinsShareBirthDateSurnameAndAddressAndNotTheGivenName() {
        Map<Integer, List<Customer>> twins = PEOPLE.people()
                .filter(customer -> customer.phenomena().contains(Phenomenon.TWIN))
                .collect(Collectors.groupingBy(Customer::household));

        assertThat(twins).isNotEmpty().allSatisfy((household, pair) -> {
            assertThat(pair).hasSize(2);
            assertThat(pair.get(0).birth()).isEqualTo(pair.get(1).birth());
            assertThat(pair.get(0).family()).isEqualTo(pair.get(1).family());
            assertThat(pair.get(0).home()).isEqualTo(pair.get(1).home());
            assertThat(pair.get(0).given()).isNotEqualTo(pair.get(1).given());
        });
    }

    @Test
    void aRecycledNumberHasTwoHoldersAtDifferentTimes() {
        List<Customer> people = PEOPLE.people().toList();
        List<Customer> takers = people.stream()
                .filter(taker -> people.stream()
                        .anyMatch(giver -> giver.mobile().hasChanged()
                                && giver.number() != taker.number()
                                && giver.mobile().before().equals(taker.mobile().now())
                                && giver.mobile()
                                        .changed()
                                        .isBefore(taker.mobile().changed())))
                .toList();

        assertThat(takers).hasSizeGreaterThan(5);
    }

    @Test
    void noOtherMailboxOrNumberIsSharedAcrossHouseholds() {
        Set<String> mailboxes = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        PEOPLE.people()
                .filter(who -> !who.phenomena().contains(Phenomenon.SHARED_EMAIL))
                .forEach(who -> {
                    assertThat(mailboxes.add(who.email().now())).isTrue();
                    if (!who.phenomena().contains(Phenomenon.RECYCLED_PHONE)) {
                        assertThat(numbers.add(who.mobile().now())).isTrue();
                    }
                });
    }

    @Test
    void consentsChangeOverTime() {
        assertThat(FACTS.stream().map(Told::fact).filter(ConsentEvent.class::isInstance))
                .extracting(fact -> ((ConsentEvent) fact).state().name())
                .contains("GIVEN", "REFUSED", "WITHDRAWN");
    }

    @Test
    void postcodesBelongToTheirStreets() {
        Map<String, Set<String>> codes = PEOPLE.people()
                .map(who -> who.home().now())
                .filter(home -> home.country().equals("DE"))
                .collect(Collectors.groupingBy(
                        home -> home.city() + home.street().replaceAll("\\d", ""),
                        Collectors.mapping(PostalAddress::postcode, Collectors.toSet())));

        assertThat(codes)
                .isNotEmpty()
                .allSatisfy((street, set) -> assertThat(set).hasSize(1));
    }

    @Test
    void aPopulationNeedsCustomers() {
        assertThatThrownBy(() -> new Population(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 30000000 customers, not 0");
    }
}

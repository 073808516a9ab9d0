package io.crmviews.merge.weigh;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.internal.Hashing;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.weigh.Evidence.Item;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.OrganizationName;
import io.crmviews.model.party.PartyKind;
import io.crmviews.model.party.PartyName;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.source.RecordKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameEvidenceTest {

    private static final int BIT = Model.BIT;
    private static final PairScorer SCORER = new PairScorer(Model.shipped());

    @Test
    void aNameWrittenInOneWordIsTheSameInTwo() {
        int joined = person("Marie Vanderberg", "Marie Vander Berg");
        assertThat(joined).isGreaterThan(person("Marie Vanderberg", "Marie Vander Borstel") + BIT);
        assertThat(person("MarieBerg", "Marie Berg")).isGreaterThan(5 * BIT);
    }

    @Test
    void anotherTransliterationIsANearMiss() {
        assertThat(person("Iouri Khatchaturian", "Yuri Hachaturyan"))
                .isGreaterThan(person("Iouri Khatchaturian", "Mari Hammarskjold") + 15 * BIT);
    }

    @Test
    void particlesAreWorthLittleAndTheirAbsenceNothing() {
        int with = person("Omar al Farouq", "Omar al Farouq");
        int without = person("Omar al Farouq", "Omar Farouq");
        assertThat(with - without).isBetween(0, BIT);
    }

    @Test
    void ranksAndTheirNumbersNameNobody() {
        assertThat(person("John Zorbel 1st Baronet", "Mary Quandrix 1st Baronet"))
                .isNegative();
        assertThat(person("John Zorbel 1st Baronet", "John Zorbel")).isGreaterThan(15 * BIT);
    }

    @Test
    void aNameThatRepeatsIsCountedLessAndLess() {
        FrequencyCounter counter = new FrequencyCounter();
        for (int i = 0; i < 40; i++) {
            counter.add(Normaliser.features(record(PersonName.of("Ana", "Zorbel"))));
            counter.add(Normaliser.features(record(PersonName.of("Ana", "Zorbel" + (char) ('a' + i % 26) + i))));
        }
        Frequencies counted = counter.frequencies();
        assertThat(counted.count(Frequencies.Kind.WORD, Hashing.of("zorbel"))).isEqualTo(6);
        assertThat(counted.count(Frequencies.Kind.WORD, Hashing.of("ana"))).isEqualTo(46);
    }

    @Test
    void relativesShareAllButOneWord() {
        int same = person("Hana Musa Karim Rashid Amin", "Hana Musa Karim Rashid Amin");
        int other = person("Hana Musa Karim Rashid Amin", "Hana Musa Karim Rashid Zouari");
        assertThat(same - other).isGreaterThan(12 * BIT);
    }

    @Test
    void capitalsTellTheSurname() {
        List<Evidence> lines =
                evidence(record(PersonName.formatted("DUPONT Ana")), record(PersonName.of("Ana", "Dupont")));
        assertThat(weight(lines, Item.GIVEN_NAME)).isGreaterThan(8 * BIT);
        assertThat(weight(lines, Item.FAMILY_NAME)).isGreaterThan(8 * BIT);
    }

    @Test
    void whatFollowsTheLegalFormContradictsNothing() {
        int place = organization("Quandrix GmbH Hauptplatz 3 Linz", "Quandrix GmbH Ringweg 70 Graz");
        int name = organization("Quandrix Hauptplatz Linz GmbH", "Quandrix Ringweg Graz GmbH");
        assertThat(place).isGreaterThan(name + 4 * BIT);
    }

    @Test
    void legalFormsOfSeveralWordsAreForms() {
        assertThat(organization("Quandrix Joint Stock Company", "Quandrix OAO"))
                .isEqualTo(organization("Quandrix JSC", "Quandrix JSC"));
    }

    @Test
    void aCommonWordTellsLess() {
        assertThat(organization("Bank", "Bank")).isLessThan(organization("Quandrix", "Quandrix"));
        assertThat(organization("First National Bank", "First National Hotel"))
                .isLessThan(organization("Quandrix Zorbel Bank", "Quandrix Zorbel Hotel"));
    }

    @Test
    void anIdentifierProvesLittleAgainstARelative() {
        SourceRecord one = SourceRecord.builder(new RecordKey("t", "1"))
                .name(PersonName.of("Ana", "Dupont"))
                .identifier(Identifier.of("account", "73524118"))
                .build();
        int rival = evidence(one, one).stream()
                .filter(line -> line.item() == Item.IDENTIFIER)
                .mapToInt(Evidence::rivalWeight)
                .sum();
        assertThat(rival)
                .isEqualTo(Parameters.shipped().get(Parameter.RIVAL_ID))
                .isLessThan(10 * BIT);
    }

    private static int person(String one, String other) {
        return names(evidence(record(PersonName.formatted(one)), record(PersonName.formatted(other))));
    }

    private static int organization(String one, String other) {
        return names(evidence(record(OrganizationName.of(one)), record(OrganizationName.of(other))));
    }

    private static int names(List<Evidence> lines) {
        return lines.stream()
                .filter(line -> line.item() != Item.PRIOR)
                .mapToInt(Evidence::weight)
                .sum();
    }

    private static int weight(List<Evidence> lines, Item item) {
        return lines.stream()
                .filter(line -> line.item() == item)
                .mapToInt(Evidence::weight)
                .sum();
    }

    private static SourceRecord record(PartyName name) {
        PartyKind kind = name instanceof PersonName ? PartyKind.INDIVIDUAL : PartyKind.ORGANIZATION;
        return SourceRecord.builder(new RecordKey("t", "1"))
                .kind(kind)
                .name(name)
                .build();
    }

    private static List<Evidence> evidence(SourceRecord one, SourceRecord other) {
        Model model = SCORER.model();
        return SCORER.evidence(
                Prepared.of(Normaliser.features(one), model), Prepared.of(Normaliser.features(other), model));
    }
}

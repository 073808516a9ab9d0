package io.crmviews.merge.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.Origin;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.source.RecordKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final String[] SYLLABLES = {"ba", "re", "ko", "mi", "lun", "tar", "ves", "dor", "pil", "gan"};

    @Test
    void aCustomerForEachRecordIsExpectedWhereNoneRepeats() {
        assertThat(model(records(600, 1)).expectedCustomers()).isEqualTo(600);
    }

    @Test
    void fewerAreExpectedWhereCustomersHaveSeveralRecords() {
        // 400 customers of 4 records: 6 pairs each, so one pair in 532 is a match.
        assertThat(model(records(400, 4)).expectedCustomers()).isBetween(350L, 800L);
    }

    @Test
    void aSampleOfTheKeysSaysTheSame() {
        // 4,000 customers of 2 records have far more keys than the sample holds.
        assertThat(model(records(4_000, 2)).expectedCustomers()).isBetween(6_000L, 8_000L);
        assertThat(model(records(3_000, 4)).expectedCustomers()).isBetween(3_000L, 6_000L);
    }

    @Test
    void theOrderOfRecordsDoesNotMatter() {
        List<SourceRecord> records = records(2_000, 3);
        long before = model(records).expectedCustomers();
        Collections.shuffle(records, new Random(3));
        assertThat(model(records).expectedCustomers()).isEqualTo(before);
    }

    @Test
    void wherePeopleShareASurnameAndAnAddressRelativesAreExpected() {
        int alone = model(records(400, 2)).parameters().get(Parameter.RIVAL);
        List<SourceRecord> families = records(400, 2);
        Random random = new Random(5);
        for (int i = 0; i < 400; i++) {
            String surname = word(random);
            families.add(member(i, word(random), surname, 1950));
            families.add(member(i, word(random), surname, 1983));
        }
        Model model = model(families);
        assertThat(model.parameters().get(Parameter.RIVAL)).isLessThan(alone - Model.BIT);
        assertThat(model.parameters().origin(Parameter.RIVAL)).isEqualTo(Origin.ESTIMATED);
    }

    private static SourceRecord member(int family, String given, String surname, int year) {
        return SourceRecord.builder(new RecordKey("t", "f" + family + "-" + year))
                .name(PersonName.of(given, surname))
                .birthDate(PartialDate.of(LocalDate.of(year, 1 + (family + year) % 12, 1 + family % 28)))
                .medium(PhoneNumber.of("020" + (79_460_000 + 7_919L * family)))
                .medium(EmailAddress.of(surname + family + "@mail.test"))
                .build();
    }

    private static Model model(List<SourceRecord> records) {
        Calibration calibration = new Calibration(Model.shipped());
        records.forEach(calibration::add);
        assertThat(calibration.records()).isEqualTo(records.size());
        return calibration.model();
    }

    private static List<SourceRecord> records(int customers, int each) {
        Random random = new Random(11);
        List<SourceRecord> records = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            PersonName name = PersonName.of(word(random), word(random));
            int day = 1 + random.nextInt(28);
            PartialDate birth = PartialDate.of(LocalDate.of(1930 + random.nextInt(70), 1 + random.nextInt(12), day));
            for (int j = 0; j < each; j++) {
                records.add(SourceRecord.builder(new RecordKey("t", i + "-" + j))
                        .name(name)
                        .birthDate(birth)
                        .medium(EmailAddress.of("box" + i + "x" + j + "@mail.test"))
                        .build());
            }
        }
        return records;
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }
}

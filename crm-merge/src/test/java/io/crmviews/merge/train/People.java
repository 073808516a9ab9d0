package io.crmviews.merge.train;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.Usage;
import io.crmviews.model.source.RecordKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Invented people whose birth dates are often a few days off, and who they are. */
public record People(List<SourceRecord> records, Map<RecordKey, Integer> truth) {

    private static final String[] SYLLABLES = {
        "an", "bel", "cor", "dan", "el", "fin", "gar", "hol", "is", "jor", "ka", "lun"
    };

    /** Two records each. {@code damage}: how many in a hundred birth dates of second records are a few days off. */
    public static People of(int customers, int damage, long seed) {
        Random random = new Random(seed);
        List<SourceRecord> records = new ArrayList<>();
        Map<RecordKey, Integer> truth = new HashMap<>();
        for (int i = 0; i < customers; i++) {
            String given = word(random, 2);
            String family = word(random, 3);
            int day = 1 + random.nextInt(24);
            int month = 1 + random.nextInt(12);
            int year = 1930 + random.nextInt(70);
            String street = (1 + random.nextInt(90)) + " " + word(random, 2) + " Street";
            for (int copy = 0; copy < 2; copy++) {
                int off = copy == 1 && random.nextInt(100) < damage ? 1 + random.nextInt(4) : 0;
                RecordKey key = new RecordKey(copy == 0 ? "shop" : "branch", "k" + i);
                SourceRecordBuilder record = SourceRecord.builder(key)
                        .name(PersonName.of(given, family))
                        .birthDate(new PartialDate(year, month, day + off))
                        .medium(new PostalAddress(Usage.CURRENT, street, "", "Aby", "", "A" + i % 97, "GB"));
                if (random.nextBoolean()) {
                    record.medium(EmailAddress.of(given + "." + family + i + "@mail.test"));
                }
                records.add(record.build());
                truth.put(key, i);
            }
        }
        return new People(records, truth);
    }

    private static String word(Random random, int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }
}

package io.crmviews.merge.ingest;

import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.golden.Survivorship;
import io.crmviews.merge.golden.ValueForms;
import io.crmviews.merge.memory.MemoryStore;
import io.crmviews.merge.weigh.Model;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoreReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

/** Invented people, numbered, and a store to take them into: no two numbers share a value that tells anything. */
final class Town {

    static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(2_000_000), ZoneOffset.UTC);
    static final GoldenMerge GOLDEN = GoldenMerge.of(Survivorship.standard(), ValueForms.plain());

    private static final String[] SYLLABLES = {"ka", "lo", "mi", "ru", "ten", "var", "os", "bel", "quin", "dra"};

    private Town() {}

    static Ingest ingest(MemoryStore store, Model model) {
        return new Ingest(store, model, Set.of(), GOLDEN, CLOCK);
    }

    static long customerCount(MemoryStore store) {
        return store.read(StoreReader::customerCount);
    }

    /** Everything that a person states. */
    static SourceRecordBuilder person(String source, int number) {
        return named(source, number).medium(EmailAddress.of(mail(number))).medium(PhoneNumber.of(phone(number)));
    }

    static SourceRecordBuilder named(String source, int number) {
        int day = 1 + number % 28;
        int month = 1 + number / 28 % 12;
        return SourceRecord.builder(new RecordKey(source, "n" + number))
                .name(PersonName.of(word(number * 7 + 3), word(number * 13 + 5)))
                .birthDate(PartialDate.parse(String.format("%04d-%02d-%02d", 1940 + number * 11 % 60, month, day)));
    }

    static String mail(int number) {
        return word(number * 7 + 3) + "." + word(number * 13 + 5) + number + "@mail.test";
    }

    static String phone(int number) {
        return String.format("+44 20 %07d", 1_000_000 + number * 7_919L % 8_999_999);
    }

    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        for (int rest = number + 1_000; rest > 0; rest /= 10) {
            word.append(SYLLABLES[rest % 10]);
        }
        return word.toString();
    }
}

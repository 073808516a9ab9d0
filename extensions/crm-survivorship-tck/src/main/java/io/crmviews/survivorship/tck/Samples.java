package io.crmviews.survivorship.tck;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.party.Authentication;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.Usage;
import io.crmviews.model.profile.FieldGroup;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.spi.survivorship.Candidate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Customers over small pools of values, so that agreement, conflict, ties and unknown times are all frequent. */
final class Samples {

    private static final List<String> SOURCES = List.of("crm", "shop", "partner-a", "partner-b");
    private static final List<String> GIVEN = List.of("Ann", "ANN", "Anna", "A.", "");
    private static final List<String> CITIES = List.of("Hull", "York", "");
    private static final List<String> TEXTS = List.of("", "a", "gold", "10", "-1.5", "Ünïcödé");
    private static final List<Instant> TIMES = List.of(
            Instant.MIN, Instant.parse("1880-01-01T00:00:00Z"), Instant.parse("2025-02-03T00:00:00Z"), Instant.MAX);

    private Samples() {}

    static List<SourceRecord> customer(Random random) {
        List<SourceRecord> records = new ArrayList<>();
        int size = 1 + random.nextInt(6);
        for (int i = 0; i < size; i++) {
            records.add(record(new RecordKey(any(SOURCES, random), "r" + i), random));
        }
        return records;
    }

    private static SourceRecord record(RecordKey key, Random random) {
        SourceRecordBuilder record = SourceRecord.builder(key).revision(Revision.occurred(any(TIMES, random)));
        record.name(new PersonName(usage(random), "Lee, A.", any(GIVEN, random), "", "Lee", "", ""));
        record.medium(new EmailAddress(usage(random), any(GIVEN, random) + "x@mail.test", proof(random)));
        record.medium(new PhoneNumber(usage(random), "020 7946 00" + (10 + random.nextInt(3)), "", proof(random)));
        record.medium(new PostalAddress(usage(random), "1 Quay St", "", any(CITIES, random), "", "", ""));
        if (random.nextBoolean()) {
            record.birthDate(PartialDate.parse(random.nextBoolean() ? "1980-03-04" : "1980-00-00"));
        }
        if (random.nextBoolean()) {
            record.characteristic("points", "" + random.nextInt(5));
        }
        return record.build();
    }

    /** Candidates of every shape that a record can have, also of shapes that are rare. */
    static List<Candidate> candidates(SourceRecord record, Random random) {
        List<Candidate> candidates = new ArrayList<>();
        for (FieldGroup group : FieldGroup.values()) {
            String text = any(TEXTS, random);
            candidates.add(new Candidate(
                    group,
                    text,
                    text,
                    random.nextInt(7),
                    random.nextBoolean(),
                    usage(random),
                    proof(random).assurance(),
                    record));
        }
        return candidates;
    }

    private static Usage usage(Random random) {
        return any(List.of(Usage.values()), random);
    }

    private static Authentication proof(Random random) {
        return random.nextBoolean() ? Authentication.CLAIMED : Authentication.verifiedAt(Instant.EPOCH);
    }

    private static <T> T any(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}

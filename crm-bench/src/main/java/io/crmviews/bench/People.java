package io.crmviews.bench;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PartyKind;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.Usage;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.testdata.FebrlPeople;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Records of generated people, originals and duplicates mixed, from a seed. */
final class People {

    private static final Instant STATED = Instant.parse("2026-01-01T00:00:00Z");

    private People() {}

    /** That many records in an order that the seed decides. */
    static List<SourceRecord> records(int many, long seed) {
        List<SourceRecord> records = inOrder(many, seed);
        Collections.shuffle(records, new Random(seed));
        return records;
    }

    /** That many records, each person's together. */
    static List<SourceRecord> inOrder(int many, long seed) {
        List<SourceRecord> records = new ArrayList<>(many);
        FebrlPeople.rows(many, seed).forEach(row -> records.add(record(row.values())));
        return records;
    }

    private static SourceRecord record(List<String> row) {
        SourceRecordBuilder record = SourceRecord.builder(new RecordKey("people", row.get(0)))
                .revision(Revision.occurred(STATED))
                .kind(PartyKind.INDIVIDUAL);
        if (!row.get(1).isBlank() || !row.get(2).isBlank()) {
            record.name(PersonName.of(row.get(1), row.get(2)));
        }
        String street = (row.get(3) + " " + row.get(4)).strip();
        if (!(street + row.get(5) + row.get(6) + row.get(7) + row.get(8)).isBlank()) {
            record.medium(
                    new PostalAddress(Usage.CURRENT, street, row.get(5), row.get(6), row.get(8), row.get(7), "GB"));
        }
        date(row.get(9)).ifPresent(record::birthDate);
        if (!row.get(10).isBlank()) {
            record.identifier(Identifier.of("social-security", row.get(10)));
        }
        return record.build();
    }

    /** A date with a typing error that left no date is a value that its source could not state. */
    private static Optional<PartialDate> date(String digits) {
        try {
            return Optional.of(PartialDate.of(LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE)));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}

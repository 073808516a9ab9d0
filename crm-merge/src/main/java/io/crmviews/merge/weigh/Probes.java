package io.crmviews.merge.weigh;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.party.Authentication;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.Gender;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.OrganizationName;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PartyKind;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.Usage;
import io.crmviews.model.source.RecordKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Invented records that touch what normalisers, keys and comparators tell apart. */
final class Probes {

    private static final String[][] PEOPLE = {
        // given, family, birth date, e-mail, phone, street, city, postcode, identifier
        {
            "Anna",
            "Quist",
            "1980-03-04",
            "anna.quist@mail.test",
            "+44 20 7946 0018",
            "1 Mill Lane",
            "Aby",
            "A1 1AA",
            "ab-12345"
        },
        {"Ana", "Quirst", "1980-04-03", "ana.quist@post.test", "02079460018", "12 Mill Ln", "Aby", "A1 1AB", "ab-12346"
        },
        {
            "A",
            "Quist-Olsen",
            "1980-00-00",
            "aquist+shop@mail.test",
            "020 7946 0019",
            "Flat 2, 1 Mill Lane",
            "Abby",
            "A11AA",
            "zz-777"
        },
        {
            "Robert James",
            "Okafor",
            "1979-12-31",
            "bob@firm.test",
            "07700 900123",
            "9 Hill Road",
            "Beton",
            "90210",
            "12345678"
        },
        {"Bob", "Okafor Jr", "1980-12-31", "info@firm.test", "0000000000", "9 Hill Rd", "Beton", "90211", "12345687"},
        {
            "\u0410\u043d\u043d\u0430",
            "\u041a\u0432\u0438\u0441\u0442",
            "1980-03-05",
            "test@test.test",
            "1",
            "3 Other Street",
            "C",
            "1000",
            "x"
        },
        {
            "Mar\u00eda Jos\u00e9",
            "de la Cruz",
            "1900-01-01",
            "maria@mail.test",
            "+34 600 000 001",
            "Calle Mayor 3",
            "Ciudad",
            "28001",
            "m1m1m1"
        },
    };

    private static final String[] COMPANIES = {
        "Quist & Sons Ltd",
        "Quist and Sons Limited",
        "Okafor Mills GmbH",
        "Okafor Mils",
        "Northern Light Childcare Center"
    };

    private Probes() {}

    static List<SourceRecord> records() {
        List<SourceRecord> records = new ArrayList<>();
        for (String[] person : PEOPLE) {
            SourceRecordBuilder record = record(records.size(), person)
                    .name(PersonName.of(person[0], person[1]))
                    .gender(records.size() % 2 == 0 ? Gender.FEMALE : Gender.MALE);
            records.add(record.build());
            records.add(record(records.size(), person)
                    .name(PersonName.formatted(person[1] + " " + person[0]))
                    .build());
        }
        for (int i = 0; i < COMPANIES.length; i++) {
            records.add(record(records.size(), PEOPLE[i])
                    .kind(PartyKind.ORGANIZATION)
                    .name(OrganizationName.of(COMPANIES[i]))
                    .build());
        }
        records.add(SourceRecord.builder(new RecordKey("probe", "verified"))
                .medium(new EmailAddress(
                        Usage.CURRENT, "anna.quist@mail.test", Authentication.verifiedAt(Instant.EPOCH)))
                .build());
        return records;
    }

    private static SourceRecordBuilder record(int number, String[] values) {
        return SourceRecord.builder(new RecordKey("probe", "p" + number))
                .birthDate(PartialDate.parse(values[2]))
                .medium(EmailAddress.of(values[3]))
                .medium(PhoneNumber.of(values[4]))
                .medium(new PostalAddress(Usage.CURRENT, values[5], "", values[6], "Region", values[7], "GB"))
                .identifier(Identifier.of("card", values[8]))
                .characteristic("birth place", values[6]);
    }
}

package io.crmviews.merge.ingest;

import io.crmviews.merge.weigh.CheckDigit;
import io.crmviews.merge.weigh.Constraints;
import io.crmviews.merge.weigh.Constraints.Counted;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.RecordRemoval;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.party.Authentication;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.OrganizationName;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PartyKind;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.Usage;
import io.crmviews.model.party.Validity;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small populations with few values, so that everything collides with everything. */
final class CrowdedPopulations {

    private static final String[] GIVEN = {"Anna", "Hannah", "Robert", "Bob", "Maria", "J"};
    private static final String[] FAMILY = {"Quist", "Quirst", "Okafor", "Anna"};
    private static final String[] EMAIL = {"anna.quist@mail.test", "ana.quist@mail.test", "office@firm.test"};
    private static final String[] PHONE = {"+44 20 7946 0018", "02079460018", "07700 900123"};
    private static final String[] STREET = {"1 Mill Lane", "12 Mill Lane", "1 Mil Lane"};
    private static final String[] COMPANY = {"Quist Ltd", "Quist Limited", "Okafor Mills GmbH"};
    private static final PartialDate[] BIRTH = {
        PartialDate.parse("1980-03-04"), PartialDate.parse("1980-04-03"), PartialDate.parse("1991-11-30")
    };

    /** The second is the first mistyped; the last two have Luhn's digit. */
    private static final String[] NUMBER = {"310755", "31 0755 1", "882134", "79927398713", "4539 1488 0343 6467"};

    private static final Validity[] TIME = {
        Validity.ALWAYS,
        Validity.ALWAYS,
        new Validity(Instant.MIN, Instant.ofEpochSecond(1_000)),
        new Validity(Instant.ofEpochSecond(900), Instant.MAX),
        new Validity(Instant.ofEpochSecond(1_000), Instant.ofEpochSecond(2_000))
    };

    private CrowdedPopulations() {}

    static Constraints constraints(Random random) {
        Constraints constraints = random.nextBoolean() ? Constraints.shipped() : Constraints.NONE;
        if (random.nextInt(3) == 0) {
            constraints = constraints.withExclusive("club", random.nextBoolean() ? "no" : "", CheckDigit.LUHN);
        }
        if (random.nextInt(4) == 0) {
            Counted counted = Counted.values()[random.nextInt(Counted.values().length)];
            String type = counted == Counted.IDENTIFIER ? "card" : "";
            constraints = constraints.withLimit(counted, type, 1 + random.nextInt(2));
        }
        return constraints;
    }

    /**
     * Versions of records, among them removals, in half of the cases a wave of removals at the end, so that values fall
     * below their caps again; each record's versions are ordered by their sequence.
     */
    static List<Fact> facts(Random random) {
        int records = 2 + random.nextInt(18);
        int versions = records + random.nextInt(records);
        Map<RecordKey, Integer> sequences = new HashMap<>();
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < versions; i++) {
            RecordKey key = new RecordKey("source-" + random.nextInt(3), "k" + random.nextInt(records));
            int sequence = sequences.merge(key, 1, Integer::sum);
            Revision revision =
                    new Revision(sequence, Instant.ofEpochSecond(1_000_000L + random.nextInt(50)), Instant.MIN);
            facts.add(random.nextInt(8) == 0 ? new RecordRemoval(key, revision) : record(key, revision, random));
        }
        if (random.nextBoolean()) {
            sequences.forEach((key, sequence) -> {
                if (random.nextInt(3) > 0) {
                    Revision last = new Revision(sequence + 1, Instant.ofEpochSecond(2_000_000), Instant.MIN);
                    facts.add(new RecordRemoval(key, last));
                }
            });
        }
        facts.addAll(assertions(records, random));
        return facts;
    }

    /** Versions of a few assertions, some contradictory, some about records that never come. */
    private static List<Fact> assertions(int records, Random random) {
        List<Fact> facts = new ArrayList<>();
        int versions = random.nextInt(3) == 0 ? 0 : random.nextInt(8);
        for (int i = 0; i < versions; i++) {
            RecordKey a = new RecordKey("source-" + random.nextInt(3), "k" + random.nextInt(records));
            RecordKey b = new RecordKey("source-" + random.nextInt(3), "k" + random.nextInt(records));
            if (!a.equals(b)) {
                Revision revision = new Revision(i, Instant.ofEpochSecond(random.nextInt(4)), Instant.MIN);
                RecordKey key = new RecordKey("desk", "a" + random.nextInt(5));
                Verdict verdict = Verdict.values()[random.nextInt(Verdict.values().length)];
                facts.add(
                        random.nextInt(10) == 0
                                ? new RecordRemoval(key, revision)
                                : new MatchAssertion(key, revision, a, b, verdict, "clerk", "", 0));
            }
        }
        return facts;
    }

    static SourceRecord record(RecordKey key, Revision revision, Random random) {
        SourceRecordBuilder record = SourceRecord.builder(key).revision(revision);
        if (random.nextInt(6) == 0) {
            record.kind(PartyKind.ORGANIZATION).name(OrganizationName.of(pick(COMPANY, random)));
        } else {
            record.kind(random.nextBoolean() ? PartyKind.INDIVIDUAL : PartyKind.UNKNOWN);
            record.name(PersonName.of(pick(GIVEN, random), pick(FAMILY, random)));
        }
        if (random.nextInt(3) > 0) {
            record.birthDate(pick(BIRTH, random));
        }
        if (random.nextInt(2) > 0) {
            record.medium(new EmailAddress(Usage.CURRENT, pick(EMAIL, random), proof(random)));
        }
        if (random.nextInt(2) > 0) {
            record.medium(new PhoneNumber(Usage.CURRENT, pick(PHONE, random), "", proof(random)));
        }
        if (random.nextInt(2) > 0) {
            record.medium(new PostalAddress(
                    Usage.CURRENT,
                    pick(STREET, random),
                    "",
                    "Millbury",
                    "",
                    random.nextBoolean() ? "ML1 2AB" : "",
                    ""));
        }
        if (random.nextInt(4) == 0) {
            String value = "77001234" + random.nextInt(3);
            record.identifier(new Identifier("card", "", value, proof(random), Validity.ALWAYS));
        }
        for (int i = random.nextInt(5) - 2; i > 0; i--) {
            String issuer = random.nextInt(4) == 0 ? "NO" : "";
            String type = random.nextInt(4) == 0 ? "club" : "national-id";
            record.identifier(new Identifier(type, issuer, pick(NUMBER, random), proof(random), pick(TIME, random)));
        }
        return record.build();
    }

    private static Authentication proof(Random random) {
        return random.nextInt(4) == 0 ? Authentication.verifiedAt(Instant.MIN) : Authentication.CLAIMED;
    }

    private static <T> T pick(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }
}

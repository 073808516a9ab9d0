package io.crmviews.bench;

import io.crmviews.merge.golden.Strategies;
import io.crmviews.merge.golden.Strategy;
import io.crmviews.merge.golden.Survivorship;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.party.Authentication;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.Gender;
import io.crmviews.model.party.OrganizationName;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.Usage;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.Field;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Customers of several records with twenty fields, each field under a rule of its own. Every contender gets the same
 * values, already in their canonical form, with the rank that the rule gives them computed once a record: what is
 * measured is the merge, not the preparation.
 */
final class Profiles {

    /** The rules: a rank is what stands first, then the time; ties fall to the smaller text, then the smaller key. */
    @SuppressWarnings("ImmutableEnumChecker") // Strategies are immutable; nothing says so to the compiler.
    enum Rule {
        /** The latest. */
        RECENT,
        /** The best source, then the latest. */
        SOURCE,
        /** What its holder proved, then the latest. */
        PROVEN,
        /** The longest, then the latest. */
        LONGEST;

        Strategy strategy() {
            Strategy recent = Strategies.mostRecent();
            return switch (this) {
                case RECENT -> recent;
                case SOURCE -> Strategies.sourcePriority(SOURCES).then(recent);
                case PROVEN -> Strategies.verifiedFirst().then(recent);
                case LONGEST -> Strategies.longest().then(recent);
            };
        }
    }

    /**
     * What one record says of one field.
     *
     * @param field the field's place
     * @param text the value
     * @param rank its rank under the field's rule, above 0
     * @param record the record that says it
     */
    record Stated(int field, String text, long rank, String record) {

        /** The total order that every contender follows. */
        boolean beats(Stated other) {
            if (rank != other.rank) {
                return rank > other.rank;
            }
            int byText = text.compareTo(other.text);
            return byText < 0 || (byText == 0 && record.compareTo(other.record) < 0);
        }
    }

    /**
     * One customer.
     *
     * @param records its records as the library takes them
     * @param stated what each record says
     */
    record Customer(List<SourceRecord> records, List<List<Stated>> stated) {}

    private static final List<String> SOURCES = List.of("branch", "store", "web", "partner", "forum");
    private static final List<Attribute> PARTS = List.of(
            Attribute.NAME_GIVEN,
            Attribute.NAME_MIDDLE,
            Attribute.NAME_FAMILY,
            Attribute.NAME_PREFIX,
            Attribute.NAME_SUFFIX,
            Attribute.ORGANIZATION_NAME,
            Attribute.BIRTH_DATE,
            Attribute.GENDER,
            Attribute.EMAIL,
            Attribute.PHONE,
            Attribute.ADDRESS_STREET,
            Attribute.ADDRESS_UNIT,
            Attribute.ADDRESS_CITY,
            Attribute.ADDRESS_REGION,
            Attribute.ADDRESS_POSTCODE,
            Attribute.ADDRESS_COUNTRY);
    private static final List<String> CHARACTERISTICS = List.of("tier", "language", "segment", "shop");
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final int TIME_BITS = 43;
    private static final double STATED = 0.9;

    /** The fields; a field's place in this list is its number. */
    static final List<Field> FIELDS = fields();

    private Profiles() {}

    private static List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        PARTS.forEach(part -> fields.add(Field.of(part)));
        CHARACTERISTICS.forEach(name -> fields.add(new Field(Attribute.CHARACTERISTIC, name)));
        return List.copyOf(fields);
    }

    static Rule rule(int field) {
        return switch (FIELDS.get(field).attribute()) {
            case NAME_GIVEN, NAME_FAMILY, BIRTH_DATE, GENDER -> Rule.SOURCE;
            case NAME_MIDDLE -> Rule.LONGEST;
            case EMAIL, PHONE -> Rule.PROVEN;
            case CHARACTERISTIC -> field % 2 == 0 ? Rule.RECENT : Rule.LONGEST;
            default -> Rule.RECENT;
        };
    }

    /** The same rules for the library. */
    static Survivorship survivorship() {
        Survivorship.Builder rules = Survivorship.builder();
        for (int field = 0; field < FIELDS.size(); field++) {
            rules.rule(FIELDS.get(field), rule(field).strategy());
        }
        return rules.build();
    }

    /** Customers of so many records each. */
    static List<Customer> customers(int many, int records, long seed) {
        Random dice = new Random(seed * 31 + records);
        List<Customer> customers = new ArrayList<>(many);
        for (int i = 0; i < many; i++) {
            customers.add(customer(records, dice));
        }
        return customers;
    }

    private static Customer customer(int size, Random dice) {
        List<SourceRecord> records = new ArrayList<>();
        List<List<Stated>> stated = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            // Few different times, so that some ranks are equal and the order of texts and keys decides.
            int time = dice.nextInt(500);
            Random values = new Random(dice.nextLong());
            add(new RecordKey(SOURCES.get(dice.nextInt(SOURCES.size())), "r" + i), time, values, records, stated);
        }
        return new Customer(List.copyOf(records), List.copyOf(stated));
    }

    /** A record that comes last and wins nothing: all it says is old, of the last source and short. */
    static Customer withLoser(Customer customer) {
        List<SourceRecord> records = new ArrayList<>(customer.records());
        List<List<Stated>> stated = new ArrayList<>(customer.stated());
        add(new RecordKey("~last", "r"), -1, new Random(1), records, stated);
        return new Customer(List.copyOf(records), List.copyOf(stated));
    }

    private static void add(
            RecordKey key, int day, Random dice, List<SourceRecord> records, List<List<Stated>> stated) {
        boolean loser = day < 0;
        Instant at = Instant.parse("2020-01-01T00:00:00Z").plusSeconds(86_400L * 3 * day);
        boolean verified = !loser && dice.nextInt(4) == 0;
        String[] texts = new String[FIELDS.size()];
        for (int field = 0; field < texts.length; field++) {
            // The first record says everything, so that one that comes last cannot win by being alone.
            boolean says = loser || records.isEmpty() || dice.nextDouble() < STATED || field == 0;
            texts[field] = says ? text(FIELDS.get(field), loser, dice) : "";
        }
        records.add(record(key, at, verified, texts));
        List<Stated> says = new ArrayList<>();
        for (int field = 0; field < texts.length; field++) {
            if (!texts[field].isEmpty()) {
                long rank = rank(rule(field), key.source(), at, verified, texts[field]);
                says.add(new Stated(field, texts[field], rank, key.toString()));
            }
        }
        stated.add(List.copyOf(says));
    }

    private static String text(Field field, boolean loser, Random dice) {
        int any = dice.nextInt(12);
        return switch (field.attribute()) {
            case BIRTH_DATE -> "19" + (50 + any) + "-0" + (1 + any % 9) + "-11";
            case GENDER -> any % 2 == 0 ? "female" : "male";
            case EMAIL -> "someone" + any + "@example.org";
            case PHONE -> "+44113496" + (1000 + any);
            default -> loser ? "x" : field.attribute().text() + " " + "abcdefghijkl".substring(any);
        };
    }

    private static long rank(Rule rule, String source, Instant at, boolean verified, String text) {
        long time = at.toEpochMilli() - FIRST.toEpochMilli();
        int place = SOURCES.indexOf(source);
        long first = switch (rule) {
            case RECENT -> 0;
            case SOURCE -> place < 0 ? 0 : SOURCES.size() - place;
            case PROVEN -> verified ? 2 : 0;
            case LONGEST -> text.length();
        };
        return first << TIME_BITS | time;
    }

    private static SourceRecord record(RecordKey key, Instant at, boolean verified, String[] t) {
        Authentication proof = verified ? Authentication.verifiedAt(at) : Authentication.CLAIMED;
        SourceRecordBuilder record = SourceRecord.builder(key)
                .revision(Revision.occurred(at))
                .name(new PersonName(Usage.CURRENT, "", t[0], t[1], t[2], t[3], t[4]));
        if (!t[5].isEmpty()) {
            record.name(OrganizationName.of(t[5]));
        }
        if (!t[6].isEmpty()) {
            record.birthDate(PartialDate.parse(t[6]));
        }
        if (!t[7].isEmpty()) {
            record.gender(t[7].equals("female") ? Gender.FEMALE : Gender.MALE);
        }
        if (!t[8].isEmpty()) {
            record.medium(new EmailAddress(Usage.CURRENT, t[8], proof));
        }
        if (!t[9].isEmpty()) {
            record.medium(new PhoneNumber(Usage.CURRENT, t[9], "", proof));
        }
        if (!(t[10] + t[11] + t[12] + t[13] + t[14] + t[15]).isEmpty()) {
            record.medium(new PostalAddress(Usage.CURRENT, t[10], t[11], t[12], t[13], t[14], t[15]));
        }
        for (int i = 0; i < CHARACTERISTICS.size(); i++) {
            if (!t[PARTS.size() + i].isEmpty()) {
                record.characteristic(CHARACTERISTICS.get(i), t[PARTS.size() + i]);
            }
        }
        return record.build();
    }
}

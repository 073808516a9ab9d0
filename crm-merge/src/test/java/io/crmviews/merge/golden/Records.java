package io.crmviews.merge.golden;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.party.Authentication;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.Gender;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.Usage;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary records over small pools of values, so that agreement, conflict and ties are all frequent. */
final class Records {

    private static final List<Instant> TIMES = List.of(
            Instant.MIN,
            Instant.parse("1880-01-01T00:00:00Z"),
            Instant.parse("2024-05-01T10:00:00Z"),
            Instant.parse("2024-05-01T10:00:00.001Z"),
            Instant.parse("2025-02-03T00:00:00Z"),
            Instant.MAX);

    private static final List<Authentication> PROOFS = List.of(
            Authentication.CLAIMED,
            new Authentication(Authentication.Assurance.WELL_FORMED, Instant.MIN),
            Authentication.verifiedAt(TIMES.get(2)));

    private Records() {}

    /** Records of one customer, each key once. */
    static Arbitrary<List<SourceRecord>> of(int least, int most) {
        return record().list().ofMinSize(least).ofMaxSize(most).uniqueElements(SourceRecord::key);
    }

    private static Arbitrary<SourceRecord> record() {
        Arbitrary<RecordKey> key = Combinators.combine(
                        Arbitraries.of("crm", "shop", "forum"),
                        Arbitraries.integers().between(1, 60))
                .as((source, number) -> new RecordKey(source, "r" + number));
        Arbitrary<Revision> revision = Arbitraries.of(TIMES).map(Revision::occurred);
        return Combinators.combine(
                        key,
                        revision,
                        names().list().ofMaxSize(2),
                        addresses().list().ofMaxSize(2),
                        emails().list().ofMaxSize(3),
                        Arbitraries.of("1990-01-02", "1990-02-01", "1990-00-00", "1985-07-31")
                                .list()
                                .ofMaxSize(2),
                        Arbitraries.of(Gender.class),
                        Arbitraries.of("2", "10", "-1.5", "gold", "golden", "10.0")
                                .list()
                                .ofMaxSize(2))
                .as(Records::record);
    }

    private static SourceRecord record(
            RecordKey key,
            Revision revision,
            List<PersonName> names,
            List<PostalAddress> addresses,
            List<EmailAddress> emails,
            List<String> dates,
            Gender gender,
            List<String> points) {
        SourceRecordBuilder builder =
                SourceRecord.builder(key).revision(revision).gender(gender);
        names.forEach(builder::name);
        addresses.forEach(builder::medium);
        emails.forEach(builder::medium);
        dates.forEach(date -> builder.birthDate(PartialDate.parse(date)));
        points.forEach(value -> builder.characteristic("points", value));
        points.forEach(value -> builder.identifier(Identifier.of("card", value)));
        return builder.build();
    }

    private static Arbitrary<PersonName> names() {
        return Combinators.combine(
                        usage(), Arbitraries.of("", "Ann", "ANN", "Anna"), Arbitraries.of("Lee", "Li"), titles())
                .as((usage, given, family, prefix) -> new PersonName(
                        usage, given.isEmpty() ? "A. Lee" : "", given, "", given.isEmpty() ? "" : family, prefix, ""));
    }

    private static Arbitrary<String> titles() {
        return Arbitraries.of("", "Dr");
    }

    private static Arbitrary<PostalAddress> addresses() {
        return Combinators.combine(
                        usage(), Arbitraries.of("", "1 High St", "1 high st"), Arbitraries.of("Hull", "York"))
                .as((usage, street, city) -> new PostalAddress(usage, street, "", city, "", "", ""));
    }

    private static Arbitrary<EmailAddress> emails() {
        return Combinators.combine(
                        usage(), Arbitraries.of("a@x.org", "A@x.org", "b@x.org", "c@x.org"), Arbitraries.of(PROOFS))
                .as(EmailAddress::new);
    }

    private static Arbitrary<Usage> usage() {
        return Arbitraries.of(Arrays.asList(Usage.CURRENT, Usage.CURRENT, Usage.ALIAS, Usage.FORMER));
    }
}

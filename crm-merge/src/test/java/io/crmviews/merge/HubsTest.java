package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.explain.Hub;
import io.crmviews.merge.ingest.IngestReport;
import io.crmviews.merge.ingest.IngestReport.Unused;
import io.crmviews.merge.key.KeyCaps;
import io.crmviews.merge.key.KeyType;
import io.crmviews.merge.normalise.Shortfall;
import io.crmviews.merge.normalise.Shortfall.Cause;
import io.crmviews.merge.weigh.Frequencies;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.Parameters;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.profile.FieldGroup;
import io.crmviews.model.source.RecordKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is generic, cut off or unusable is reported, and never a value. */
class HubsTest {

    private static final int CAP = 5;
    private static final Model MODEL =
            new Model(Parameters.shipped(), KeyCaps.uniform(CAP).withScoring(12), new Frequencies(), 10_000);

    private static CustomerViews views() {
        return CustomerViews.builder().model(MODEL).build();
    }

    @Test
    void aCallCentresPhoneIsShownWithoutItsNumber() {
        try (CustomerViews views = views()) {
            int keys = 0;
            int values = 0;
            for (int i = 0; i < 20; i++) {
                IngestReport report = views.ingest(List.of(
                        person(i).medium(PhoneNumber.of("+44 20 7946 0018")).build()));
                keys += report.generic().keys();
                values += report.generic().values();
            }
            assertThat(keys).isOne();
            assertThat(values).isOne();
            List<Hub> hubs = views.hubs(10);
            assertThat(hubs).hasSize(1);
            Hub hub = hubs.get(0);
            assertThat(hub.type()).isEqualTo(KeyType.PHONE);
            assertThat(hub.holders()).isEqualTo(20);
            assertThat(hub.cap()).isEqualTo(CAP);
            assertThat(hub.muted()).isTrue();
            assertThat(hub.examples()).hasSize(2).doesNotHaveDuplicates();
            assertThat(hub.toString()).doesNotContain("79460018").doesNotContain("9460018");
            assertThat(views.customerCount()).isEqualTo(20);
        }
    }

    @Test
    void theLargestComeFirstAndNoMoreThanAsked() {
        try (CustomerViews views = views()) {
            List<SourceRecord> records = new ArrayList<>();
            for (int i = 0; i < 14; i++) {
                SourceRecordBuilder record = person(i).medium(EmailAddress.of("office@firm.test"));
                if (i < 8) {
                    record.medium(PhoneNumber.of("+44 20 7946 0018"));
                }
                records.add(record.build());
            }
            views.ingest(records);
            assertThat(views.hubs(9))
                    .extracting(Hub::type)
                    .containsExactlyInAnyOrder(KeyType.EMAIL, KeyType.EMAIL_LOCAL, KeyType.PHONE)
                    .endsWith(KeyType.PHONE);
            assertThat(views.hubs(9)).extracting(Hub::holders).containsExactly(14, 14, 8);
            assertThat(views.hubs(1)).hasSize(1);
        }
    }

    @Test
    void aRecordWithTenThousandPhonesIsBoundedReportedAndKept() {
        try (CustomerViews views = views()) {
            SourceRecordBuilder record = person(1);
            for (int i = 0; i < 10_000; i++) {
                record.medium(PhoneNumber.of(String.format("+44 20 %07d", 1_234_567 + 31 * i)));
            }
            SourceRecord whole = record.build();
            IngestReport report = views.ingest(List.of(whole));
            assertThat(report.unused())
                    .containsExactly(new Unused(whole.key(), new Shortfall(FieldGroup.PHONE, Cause.TRUNCATED)));
            assertThat(report.work().keys()).isLessThan(100);
            assertThat(report.accepted()).isOne();
            assertThat(views.ingest(List.of(whole)).redelivered()).isOne();
        }
    }

    @Test
    void namesThatAreHugeOrSayNothingAreReportedAndKept() {
        try (CustomerViews views = views()) {
            assertThat(unused(views, PersonName.of("Ab ".repeat(400_000), "Quist")))
                    .containsExactly(new Shortfall(FieldGroup.NAME, Cause.TRUNCATED));
            assertThat(unused(views, PersonName.of("x".repeat(1_000_000), "Quist")))
                    .containsExactly(new Shortfall(FieldGroup.NAME, Cause.TRUNCATED));
            assertThat(unused(views, PersonName.of("\u0001\u0002", "\u2028")))
                    .containsExactly(new Shortfall(FieldGroup.NAME, Cause.UNUSABLE));
            assertThat(unused(views, PersonName.of("!?", "---")))
                    .containsExactly(new Shortfall(FieldGroup.NAME, Cause.UNUSABLE));
            assertThat(unused(views, PersonName.of("\uD83D\uDE00", "\uD83D\uDE01")))
                    .isEmpty();
            assertThat(unused(views, PersonName.of("Anna", "Quist"))).isEmpty();
            assertThat(views.customerCount()).isEqualTo(6);
        }
    }

    @Test
    void placeholdersAreReported() {
        try (CustomerViews views = views()) {
            IngestReport report = views.ingest(List.of(person(1)
                    .medium(EmailAddress.of("test@test.com"))
                    .medium(PhoneNumber.of("0000000000"))
                    .build()));
            assertThat(report.unused())
                    .extracting(Unused::shortfall)
                    .containsExactly(
                            new Shortfall(FieldGroup.EMAIL, Cause.UNUSABLE),
                            new Shortfall(FieldGroup.PHONE, Cause.UNUSABLE));
        }
    }

    @Test
    void sixteenValuesAreNotTooManyHoweverOftenTheyAreRepeated() {
        try (CustomerViews views = views()) {
            SourceRecordBuilder record = person(1);
            for (int i = 0; i < 40; i++) {
                record.medium(EmailAddress.of("box" + i % 16 + "@mail.test"));
            }
            assertThat(views.ingest(List.of(record.build())).unused()).isEmpty();
            record.medium(EmailAddress.of("box16@mail.test"));
            assertThat(views.ingest(List.of(record.build())).unused()).hasSize(1);
        }
    }

    private static List<Shortfall> unused(CustomerViews views, PersonName name) {
        RecordKey key = new RecordKey("names", "n" + name.hashCode());
        return views.ingest(List.of(SourceRecord.builder(key).name(name).build())).unused().stream()
                .map(Unused::shortfall)
                .toList();
    }

    private static SourceRecordBuilder person(int i) {
        String letters = "" + (char) ('a' + i % 26) + (char) ('a' + i * 7 % 26) + (char) ('a' + i * 11 % 26);
        return SourceRecord.builder(new RecordKey("crm", "k" + i))
                .name(PersonName.of(letters + "an" + letters, "Qu" + letters + "st" + letters));
    }
}

package org.example.consumer;

import io.crmviews.merge.CustomerViews;
import io.crmviews.merge.view.Policies;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.policy.Reader;
import java.util.List;

/** A stranger's program: uses what the published modules export, and nothing else. */
public final class Consumer {
    private Consumer() {}

    /**
     * Ingests two records of one customer and finds that customer under both.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        RecordKey shop = new RecordKey("shop", "1");
        RecordKey branch = new RecordKey("branch", "A-7");
        try (CustomerViews views = CustomerViews.builder().policy(Policies.allowAll()).build()) {
            views.ingest(List.of(record(shop), record(branch)));
            Reader reader = Reader.of("staff", "service", "consumer");
            CustomerId first = views.as(reader).find(shop).orElseThrow();
            CustomerId second = views.as(reader).find(branch).orElseThrow();
            if (!first.equals(second) || views.customerCount() != 1) {
                throw new IllegalStateException("The two records are not one customer.");
            }
            System.out.println("2 records are customer " + first);
        }
        Module library = CustomerViews.class.getModule();
        System.out.println("library in " + (library.isNamed() ? "module " + library.getName() : "the class path"));
    }

    private static SourceRecord record(RecordKey key) {
        return SourceRecord.builder(key)
                .name(PersonName.of("Rosalind", "Achterberg"))
                .medium(EmailAddress.of("rosalind.achterberg@example.org"))
                .build();
    }
}

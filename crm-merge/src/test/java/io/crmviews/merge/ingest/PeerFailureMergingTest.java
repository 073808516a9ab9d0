package io.crmviews.merge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.memory.MemoryStore;
import io.crmviews.merge.weigh.Model;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.RecordRemoval;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.profile.GoldenProfile;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.spi.store.StoredRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What went wrong elsewhere when records were merged and parted. */
class PeerFailureMergingTest {

    private static final SourceRecord SHOP = Town.person("shop", 1).build();
    private static final SourceRecord BANK =
            Town.person("bank", 1).name(PersonName.of("Kalo", "Bankname")).build();

    private static MatchAssertion different(int sequence) {
        return new MatchAssertion(
                new RecordKey("desk", "1"),
                new Revision(sequence, Instant.EPOCH, Instant.MIN),
                SHOP.key(),
                BANK.key(),
                Verdict.DIFFERENT,
                "clerk",
                "",
                0);
    }

    @Test
    void line10AGoldenRecordKeepsNothingOfARejectedLinkAndNoSourceSitsInTwo() {
        try (MemoryStore store = new MemoryStore()) {
            Ingest ingest = Town.ingest(store, Model.shipped());
            ingest.ingest(List.of(SHOP, BANK));
            assertThat(StoreInvariants.profiles(store, Town.GOLDEN)).containsOnlyKeys(List.of(BANK.key(), SHOP.key()));

            ingest.ingest(List.of(different(1)));

            Map<List<RecordKey>, GoldenProfile> parted = StoreInvariants.profiles(store, Town.GOLDEN);
            assertThat(parted).containsOnlyKeys(List.of(BANK.key()), List.of(SHOP.key()));
            assertThat(parted.get(List.of(SHOP.key()))).isEqualTo(Town.GOLDEN.profile(List.of(SHOP)));
            assertThat(parted.get(List.of(BANK.key()))).isEqualTo(Town.GOLDEN.profile(List.of(BANK)));
            assertThat(StoreInvariants.check(store)).containsExactlyInAnyOrder(SHOP.key(), BANK.key());
        }
    }

    @Test
    void line31APersonPartsRecordsWithoutRewritingThemAndNothingIsLeftToDo() {
        try (MemoryStore store = new MemoryStore()) {
            Ingest ingest = Town.ingest(store, Model.shipped());
            ingest.ingest(List.of(SHOP, BANK));
            Map<RecordKey, Fact> before = current(store);

            IngestReport report = ingest.ingest(List.of(different(1)));

            assertThat(report.changes()).as("told by the same call").isNotEmpty();
            assertThat(current(store)).isEqualTo(before);
            assertThat(Town.customerCount(store)).isEqualTo(2);
            assertThat(ingest.ingest(List.of()).changes())
                    .as("no work was put off")
                    .isEmpty();

            ingest.ingest(List.of(
                    new RecordRemoval(new RecordKey("desk", "1"), new Revision(2, Instant.EPOCH, Instant.MIN))));
            assertThat(Town.customerCount(store)).as("undone").isOne();
            assertThat(current(store)).isEqualTo(before);
        }
    }

    private static Map<RecordKey, Fact> current(MemoryStore store) {
        return store.read(reader -> {
            Map<RecordKey, StoredRecord> records = reader.records(List.of(SHOP.key(), BANK.key()));
            return Map.of(
                    SHOP.key(), Objects.requireNonNull(records.get(SHOP.key())).current(),
                    BANK.key(), Objects.requireNonNull(records.get(BANK.key())).current());
        });
    }
}

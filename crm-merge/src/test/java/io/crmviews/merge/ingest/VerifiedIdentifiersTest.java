package io.crmviews.merge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.golden.Survivorship;
import io.crmviews.merge.golden.ValueForms;
import io.crmviews.merge.key.KeyCaps;
import io.crmviews.merge.memory.MemoryStore;
import io.crmviews.merge.weigh.Frequencies;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.Parameters;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.Authentication;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.Usage;
import io.crmviews.model.source.RecordKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whoever proved an address is found by it, however many others claim it. */
class VerifiedIdentifiersTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(2_000_000), ZoneOffset.UTC);
    private static final GoldenMerge GOLDEN = GoldenMerge.of(Survivorship.standard(), ValueForms.plain());
    private static final String ADDRESS = "vera.quistgaard@mail.test";
    private static final RecordKey SHOP = new RecordKey("shop", "1");
    private static final RecordKey BANK = new RecordKey("bank", "1");
    private static final int CAP = 8;
    private static final int FLOOD = 100;

    @Test
    void aFloodOfClaimsLeavesTheVerifiedTogether() {
        Random random = new Random(7);
        for (int round = 0; round < 5; round++) {
            List<Fact> facts = flood();
            facts.add(victim(SHOP, "Vera", "Quistgaard", Authentication.verifiedAt(Instant.MIN)));
            facts.add(victim(BANK, "V", "Quistgaard", Authentication.verifiedAt(Instant.MIN)));
            Collections.shuffle(facts, random);
            assertThat(united(List.of(facts))).isTrue();
        }
    }

    @Test
    void theVerifiedAreTogetherBeforeAndAfterTheFlood() {
        Fact shop = victim(SHOP, "Vera", "Quistgaard", Authentication.verifiedAt(Instant.MIN));
        Fact bank = victim(BANK, "V", "Quistgaard", Authentication.verifiedAt(Instant.MIN));
        assertThat(united(List.of(List.of(shop, bank)))).isTrue();
        assertThat(united(List.of(List.of(shop, bank), flood()))).isTrue();
        assertThat(united(List.of(List.of(shop), flood(), List.of(bank)))).isTrue();
        assertThat(united(List.of(flood(), List.of(shop), List.of(bank)))).isTrue();
    }

    @Test
    void aFloodPartsThoseWhoOnlyClaim() {
        Fact shop = victim(SHOP, "Vera", "Quistgaard", Authentication.CLAIMED);
        Fact bank = victim(BANK, "V", "Quistgaard", Authentication.CLAIMED);
        assertThat(united(List.of(List.of(shop, bank)))).isTrue();
        assertThat(united(List.of(List.of(shop, bank), flood()))).isFalse();
    }

    private static boolean united(List<List<Fact>> batches) {
        Model model = new Model(Parameters.shipped(), KeyCaps.uniform(CAP), new Frequencies(), 100_000);
        try (MemoryStore store = new MemoryStore()) {
            Ingest ingest = new Ingest(store, model, Set.of(), GOLDEN, CLOCK);
            batches.forEach(ingest::ingest);
            StoreInvariants.check(store);
            return StoreInvariants.profiles(store, GOLDEN).keySet().contains(List.of(BANK, SHOP));
        }
    }

    private static List<Fact> flood() {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < FLOOD; i++) {
            RecordKey key = new RecordKey("signup", "s" + i);
            facts.add(victim(key, "Mal" + letters(i), "Quistgaard", Authentication.CLAIMED));
        }
        return facts;
    }

    private static String letters(int i) {
        return "" + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26) + (char) ('a' + i % 19);
    }

    private static SourceRecord victim(RecordKey key, String given, String family, Authentication proof) {
        return SourceRecord.builder(key)
                .name(PersonName.of(given, family))
                .medium(new EmailAddress(Usage.CURRENT, ADDRESS, proof))
                .build();
    }
}

package io.crmviews.merge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.weigh.Evidence;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.MutedKeys;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.party.Authentication;
import io.crmviews.model.party.ContactMedium;
import io.crmviews.model.party.Device;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.PartyName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.Usage;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A value that too many hold proves nothing: a pair weighs what it would weigh without the value. */
class MutedPairsTest {

    private static final Model MODEL = Model.shipped();
    private static final String[] CARDS = {"8812345001", "8812345002", "7300912277", "4461190985"};
    private static final RecordKey KEY = new RecordKey("s", "1");

    @Property(tries = 500)
    void aMutedValueCountsAsIfItWereNotThere(@ForAll long seed) {
        Random random = new Random(seed);
        SourceRecord one = record(random);
        SourceRecord other = record(random);
        long[] muted = some(one, other, random);
        PairScorer deaf = new PairScorer(MODEL);
        deaf.mute(MutedKeys.of(muted));

        int weight = deaf.weight(prepared(one), prepared(other));

        assertThat(weight)
                .isEqualTo(
                        new PairScorer(MODEL).weight(prepared(without(one, muted)), prepared(without(other, muted))));
        assertThat(deaf.weight(prepared(other), prepared(one))).isEqualTo(weight);
        int least = random.nextBoolean() ? weight : weight - 3000 + random.nextInt(6000);
        int bounded = deaf.weight(prepared(one), prepared(other), least);
        assertThat(weight >= least ? bounded == weight : bounded < least)
                .as("a bound never gives up a pair that weighs enough")
                .isTrue();
        var lines = deaf.evidence(prepared(one), prepared(other));
        int stranger = lines.stream().mapToInt(Evidence::weight).sum();
        int rival = lines.stream().mapToInt(Evidence::rivalWeight).sum();
        assertThat(Math.min(stranger, rival)).isEqualTo(weight);
    }

    @Test
    void aValueThatBothProvedCountsWhileOnlyItsClaimsAreTooMany() {
        Prepared claimed = prepared(mailbox(Authentication.CLAIMED));
        Prepared proved = prepared(mailbox(Authentication.verifiedAt(Instant.MIN)));
        long[] keys = Subjects.identifiers(claimed.features());
        PairScorer scorer = new PairScorer(MODEL);
        int full = scorer.weight(proved, proved);
        scorer.mute(MutedKeys.of(keys));
        assertThat(scorer.weight(proved, proved)).isEqualTo(full);
        assertThat(scorer.weight(proved, claimed)).isLessThan(full);
        assertThat(scorer.weight(claimed, claimed)).isEqualTo(scorer.weight(proved, claimed));
    }

    private static SourceRecord mailbox(Authentication proof) {
        return SourceRecord.builder(KEY)
                .medium(new EmailAddress(Usage.CURRENT, "vera@mail.test", proof))
                .build();
    }

    private static Prepared prepared(SourceRecord record) {
        return Prepared.of(Normaliser.features(record), MODEL);
    }

    private static SourceRecord record(Random random) {
        SourceRecord crowded = CrowdedPopulations.record(KEY, Revision.UNKNOWN, random);
        SourceRecordBuilder claimed = SourceRecord.builder(KEY);
        if (random.nextInt(3) == 0) {
            return claimed.identifier(Identifier.of("card", CARDS[random.nextInt(CARDS.length)]))
                    .build();
        }
        claimed.kind(crowded.kind());
        crowded.names().forEach(claimed::name);
        crowded.media().stream().map(MutedPairsTest::claimed).forEach(claimed::medium);
        for (int i = random.nextInt(3); i > 0; i--) {
            claimed.medium(EmailAddress.of("box" + random.nextInt(3) + "@mail.test"));
            claimed.medium(new Device(Usage.CURRENT, "", "device-" + random.nextInt(4)));
            claimed.identifier(Identifier.of("card", CARDS[random.nextInt(CARDS.length)]));
        }
        return claimed.build();
    }

    private static ContactMedium claimed(ContactMedium medium) {
        if (medium instanceof EmailAddress email) {
            return EmailAddress.of(email.value());
        }
        return medium instanceof PhoneNumber phone ? PhoneNumber.of(phone.value()) : medium;
    }

    private static long[] some(SourceRecord one, SourceRecord other, Random random) {
        Set<Long> keys = new TreeSet<>();
        for (SourceRecord record : new SourceRecord[] {one, other}) {
            for (long key : Subjects.identifiers(Normaliser.features(record))) {
                if (random.nextBoolean()) {
                    keys.add(key);
                }
            }
        }
        return keys.stream().mapToLong(Long::longValue).toArray();
    }

    private static SourceRecord without(SourceRecord record, long[] muted) {
        SourceRecordBuilder rest = SourceRecord.builder(KEY).kind(record.kind()).gender(record.gender());
        for (PartyName name : record.names()) {
            rest.name(name);
        }
        record.birthDates().forEach(rest::birthDate);
        for (ContactMedium medium : record.media()) {
            if (!isMuted(SourceRecord.builder(KEY).medium(medium).build(), muted)) {
                rest.medium(medium);
            }
        }
        for (Identifier identifier : record.identifiers()) {
            if (!isMuted(SourceRecord.builder(KEY).identifier(identifier).build(), muted)) {
                rest.identifier(identifier);
            }
        }
        return rest.build();
    }

    private static boolean isMuted(SourceRecord single, long[] muted) {
        return Arrays.stream(Subjects.identifiers(Normaliser.features(single)))
                .anyMatch(key -> Arrays.binarySearch(muted, key) >= 0);
    }
}

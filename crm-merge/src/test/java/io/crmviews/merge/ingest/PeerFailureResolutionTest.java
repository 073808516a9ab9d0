package io.crmviews.merge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.explain.Hub;
import io.crmviews.merge.key.KeyCaps;
import io.crmviews.merge.key.Keys;
import io.crmviews.merge.memory.MemoryStore;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.train.Calibration;
import io.crmviews.merge.weigh.Frequencies;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Parameters;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.change.Change;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.RecordRemoval;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.spi.store.FeedEntry;
import io.crmviews.spi.store.Posting;
import io.crmviews.spi.store.StaleReadException;
import io.crmviews.spi.store.StoredNode;
import io.crmviews.spi.store.StoredRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What went wrong elsewhere when records were matched, by the lines of our list. */
class PeerFailureResolutionTest {

    private static final Model MODEL = Model.shipped();
    private static final Model SMALL_CAPS =
            new Model(Parameters.shipped(), KeyCaps.uniform(8), new Frequencies(), 100_000);

    /** Three records each of some people: the second shares nothing with the third but what the first has. */
    private static List<Fact> triples(int people) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            facts.add(Town.person("bridge", i).build());
            facts.add(
                    Town.named("mail", i).medium(EmailAddress.of(Town.mail(i))).build());
            facts.add(
                    Town.named("phone", i).medium(PhoneNumber.of(Town.phone(i))).build());
        }
        return facts;
    }

    private static Set<List<RecordKey>> customers(List<? extends Fact> facts, Model model) {
        try (MemoryStore store = new MemoryStore()) {
            Town.ingest(store, model).ingest(facts);
            return StoreInvariants.profiles(store, Town.GOLDEN).keySet();
        }
    }

    @Test
    void line21AnotherOrderGivesTheSameCustomersAndALateBridgeUnites() {
        List<Fact> facts = triples(12);
        Set<List<RecordKey>> expected = customers(facts, MODEL);
        assertThat(expected).hasSize(12);
        Random random = new Random(21);
        for (int round = 0; round < 6; round++) {
            Collections.shuffle(facts, random);
            try (MemoryStore store = new MemoryStore()) {
                Ingest ingest = Town.ingest(store, MODEL);
                facts.forEach(fact -> ingest.ingest(List.of(fact)));
                assertThat(StoreInvariants.profiles(store, Town.GOLDEN).keySet())
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void line22TheOrderOfTheSampleDoesNotChangeTheModel() {
        List<Fact> sample = triples(40);
        Set<String> checksums = new HashSet<>();
        for (int round = 0; round < 4; round++) {
            Calibration calibration = new Calibration(MODEL);
            sample.forEach(fact -> calibration.add((SourceRecord) fact));
            checksums.add(calibration.model().checksum());
            Collections.shuffle(sample, new Random(round));
        }
        assertThat(checksums).hasSize(1);
    }

    @Test
    void line23MoreDataLeavesTheCustomersOfTheRestAsTheyWere() {
        List<Fact> few = triples(9);
        List<Fact> many = triples(200);
        Set<List<RecordKey>> among = customers(many, MODEL);
        assertThat(among).containsAll(customers(few, MODEL)).hasSize(200);
    }

    @Test
    void line23AChainOfSharedValuesDoesNotBecomeOneCustomer() {
        List<Fact> chain = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            chain.add(Town.named("chain", i)
                    .medium(PhoneNumber.of(Town.phone(i)))
                    .medium(PhoneNumber.of(Town.phone(i + 1)))
                    .build());
        }
        assertThat(customers(chain, MODEL)).hasSize(120);
    }

    @Test
    void line24IdsStayAndEveryChangeOfThemIsAnnounced() {
        List<Fact> facts = triples(15);
        Collections.shuffle(facts, new Random(24));
        for (int i = 0; i < 15; i += 2) {
            facts.add(new RecordRemoval(
                    new RecordKey("bridge", "n" + i), Revision.occurred(Instant.ofEpochSecond(1_000))));
        }
        try (MemoryStore store = new MemoryStore()) {
            Ingest ingest = Town.ingest(store, MODEL);
            Set<CustomerId> announced = new TreeSet<>();
            for (Fact fact : facts) {
                ingest.ingest(List.of(fact)).changes().forEach(change -> replay(change, announced));
                assertThat(announced).isEqualTo(ids(store));
            }
            Set<CustomerId> before = ids(store);
            facts.forEach(fact -> ingest.ingest(List.of(fact.withRevision(fact.revision()))));
            assertThat(ids(store)).isEqualTo(before);
        }
    }

    private static Set<CustomerId> ids(MemoryStore store) {
        Set<CustomerId> ids = new TreeSet<>();
        store.read(reader -> reader.customerNumbers(0, Integer.MAX_VALUE))
                .forEach(number -> ids.add(new CustomerId(number)));
        return ids;
    }

    private static void replay(Change change, Set<CustomerId> to) {
        if (change instanceof Change.Created created) {
            to.add(created.customer());
        } else if (change instanceof Change.Merged merged) {
            to.removeAll(merged.from());
            to.add(merged.into());
        } else if (change instanceof Change.Split split) {
            to.addAll(split.into());
        } else if (change instanceof Change.Removed removed) {
            to.remove(removed.customer());
        }
    }

    @Test
    void line25BlankNamesFormNoClusterAndASkewedValueCostsNoMoreThanItsCap() {
        List<Fact> facts = new ArrayList<>();
        int count = 300;
        for (int i = 0; i < count; i++) {
            facts.add(SourceRecord.builder(new RecordKey("web", "b" + i))
                    .name(PersonName.of("unknown", "n/a"))
                    .medium(EmailAddress.of(Town.mail(i)))
                    .medium(PhoneNumber.of("+44 20 7946 0018"))
                    .build());
        }
        try (MemoryStore store = new MemoryStore()) {
            IngestReport report = Town.ingest(store, MODEL).ingest(facts);
            assertThat(Town.customerCount(store)).isEqualTo(count);
            long most = (long) count * MODEL.caps().most();
            assertThat(report.work().comparisons()).isLessThan(most);
        }
    }

    @Test
    void line27AValueMoreDoesNotCountTwiceAndNicknamesMeet() {
        SourceRecord one =
                Town.named("a", 1).medium(EmailAddress.of(Town.mail(1))).build();
        SourceRecord other =
                Town.named("b", 1).medium(EmailAddress.of(Town.mail(1))).build();
        SourceRecord several = Town.named("c", 1)
                .medium(EmailAddress.of(Town.mail(1)))
                .medium(EmailAddress.of(Town.mail(2)))
                .medium(EmailAddress.of(Town.mail(3)))
                .build();
        PairScorer scorer = new PairScorer(MODEL);
        assertThat(scorer.weight(prepared(one), prepared(several)))
                .isEqualTo(scorer.weight(prepared(one), prepared(other)));
        assertThat(customers(List.of(someone("a", "Robert"), someone("b", "Bob")), MODEL))
                .hasSize(1);
    }

    private static SourceRecord someone(String source, String given) {
        return SourceRecord.builder(new RecordKey(source, "1"))
                .name(PersonName.of(given, "Quistgaard"))
                .birthDate(PartialDate.parse("1961-05-17"))
                .medium(PhoneNumber.of("+44 20 7946 0018"))
                .build();
    }

    private static Prepared prepared(SourceRecord record) {
        return Prepared.of(Normaliser.features(record), MODEL);
    }

    @Test
    void line28EveryKeyIsUsedAndWhatIsGenericIsReported() {
        try (MemoryStore store = new MemoryStore()) {
            Ingest ingest = Town.ingest(store, SMALL_CAPS);
            int generic = 0;
            for (int i = 0; i < 20; i++) {
                SourceRecord record = Town.person("crm", i)
                        .medium(EmailAddress.of("office@firm.test"))
                        .build();
                IngestReport report = ingest.ingest(List.of(record));
                generic += report.generic().keys();
                long[] keys = Keys.of(Normaliser.features(record));
                assertThat(report.work().keys()).isEqualTo(keys.length);
                List<Posting> postings = store.read(reader -> reader.postings(keys, Integer.MAX_VALUE));
                long node = Normaliser.features(record).hash();
                assertThat(postings)
                        .allMatch(posting -> Arrays.stream(posting.holders()).anyMatch(holder -> holder == node));
            }
            assertThat(generic).isGreaterThanOrEqualTo(2);
            List<Hub> hubs = store.read(reader -> new HubsRead(reader, SMALL_CAPS.caps()).most(5));
            assertThat(hubs).hasSizeGreaterThanOrEqualTo(2).allMatch(hub -> hub.holders() > hub.cap());
        }
    }

    @Test
    void line29WritersAtOnceMakeNoDuplicatesAndCorruptNothing() throws InterruptedException, ExecutionException {
        List<Fact> facts = triples(20);
        Set<List<RecordKey>> expected = customers(facts, MODEL);
        try (MemoryStore store = new MemoryStore()) {
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                Ingest own = Town.ingest(store, MODEL);
                List<Fact> shuffled = new ArrayList<>(facts);
                Collections.shuffle(shuffled, new Random(thread));
                running.add(threads.submit(() -> shuffled.forEach(fact -> untilDone(own, fact))));
            }
            for (Future<?> one : running) {
                one.get();
            }
            threads.shutdown();
            assertThat(StoreInvariants.check(store)).hasSize(60);
            assertThat(StoreInvariants.profiles(store, Town.GOLDEN).keySet()).isEqualTo(expected);
        }
    }

    /** A writer that was overtaken too often says so and has written nothing: it may begin again. */
    private static void untilDone(Ingest ingest, Fact fact) {
        while (true) {
            try {
                ingest.ingest(List.of(fact));
                return;
            } catch (StaleReadException overtaken) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void line30TheFeedNamesEachNewCustomerWithTheCommitThatMakesIt() {
        try (MemoryStore store = new MemoryStore()) {
            Ingest ingest = Town.ingest(store, MODEL);
            ingest.ingest(triples(1));
            long position = store.read(reader -> reader.position());
            assertThat(feed(store))
                    .flatExtracting(FeedEntry::changes)
                    .hasSize(1)
                    .allMatch(Change.Created.class::isInstance);
            ingest.ingest(List.of(
                    new RecordRemoval(new RecordKey("bridge", "n0"), Revision.occurred(Instant.ofEpochSecond(1_000)))));
            Set<CustomerId> told = new TreeSet<>();
            for (FeedEntry entry : feed(store)) {
                entry.changes().forEach(change -> replay(change, told));
                assertThat(entry.position()).isBetween(1L, position + 1);
            }
            assertThat(told).isEqualTo(ids(store));
        }
    }

    private static List<FeedEntry> feed(MemoryStore store) {
        return store.read(reader -> reader.feed(0, Integer.MAX_VALUE));
    }

    @Test
    void aRedeliveryAfterARemovalDoesNotBringTheRecordBack() {
        SourceRecord numbered = Town.person("crm", 1).build().withRevision(new Revision(7, Instant.MIN, Instant.MIN));
        RecordRemoval removal = new RecordRemoval(numbered.key(), Revision.occurred(Instant.ofEpochSecond(1_000)));
        try (MemoryStore store = new MemoryStore()) {
            Ingest ingest = Town.ingest(store, MODEL);
            ingest.ingest(List.of(numbered));
            ingest.ingest(List.of(removal));
            assertThat(ingest.ingest(List.of(numbered)).redelivered()).isOne();
            assertThat(Town.customerCount(store)).isZero();
            StoredRecord stored = Objects.requireNonNull(store.read(reader -> reader.records(List.of(numbered.key())))
                    .get(numbered.key()));
            assertThat(stored.node()).isEqualTo(StoredRecord.NONE);
            long[] node = {Normaliser.features(numbered).hash()};
            List<StoredNode> nodes = store.read(reader -> reader.nodes(node));
            assertThat(nodes).isEmpty();
            Fact newer = numbered.withRevision(new Revision(8, Instant.MIN, Instant.MIN));
            ingest.ingest(List.of(newer));
            assertThat(Town.customerCount(store)).isOne();
        }
    }
}

package io.crmviews.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.CustomerViews;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.spi.store.FeedEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Several engines, each with a store object of its own as several processes would have, write into one database. */
class SeveralWritersTest {

    private static final int WRITERS = 4;
    private static final int PAIRS = 60;
    private static final int BATCH = 16;

    @TempDir
    private Path folder;

    @Test
    void overlappingShardsEndAsOneBatchOnSqlite() throws Exception {
        shards(() -> JdbcStore.sqlite(folder.resolve("shards.db"), 60_000));
    }

    @Test
    void overlappingShardsEndAsOneBatchOnPostgres() throws Exception {
        PGSimpleDataSource source = LocalPostgres.schema();
        shards(() -> JdbcStore.postgres(source));
    }

    @Test
    void simultaneousFirstHoldersOfAKeyMeetOnSqlite() throws Exception {
        pairs(() -> JdbcStore.sqlite(folder.resolve("pairs.db"), 60_000));
    }

    @Test
    void simultaneousFirstHoldersOfAKeyMeetOnPostgres() throws Exception {
        PGSimpleDataSource source = LocalPostgres.schema();
        pairs(() -> JdbcStore.postgres(source));
    }

    private static void shards(Supplier<CustomerStore> open) throws Exception {
        List<Fact> facts = DurabilityTest.facts();
        try (CustomerStore first = open.get()) {
            together(WRITERS, writer -> {
                try (CustomerViews views =
                        CustomerViews.builder().store(open.get()).build()) {
                    // Each takes a third more than its share, so that neighbours bring the same facts.
                    int share = facts.size() / WRITERS;
                    List<Fact> shard =
                            facts.subList(writer * share, Math.min(facts.size(), (writer + 1) * share + share / 3 + WRITERS));
                    for (int from = 0; from < shard.size(); from += BATCH) {
                        views.ingest(shard.subList(from, Math.min(shard.size(), from + BATCH)));
                    }
                }
            });
            CustomerViews views = CustomerViews.builder().store(first).build();
            assertThat(views.upkeep().verify()).isEmpty();
            try (CustomerViews clean = CustomerViews.builder().build()) {
                clean.ingest(facts);
                assertThat(customers(views)).isEqualTo(customers(clean));
            }
            assertFeedIsWhole(first);
        }
    }

    private static void pairs(Supplier<CustomerStore> open) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        try (CustomerStore first = open.get()) {
            together(2, side -> {
                try (CustomerViews views =
                        CustomerViews.builder().store(open.get()).build()) {
                    for (int pair = 0; pair < PAIRS; pair++) {
                        SourceRecord record = SourceRecord.builder(new RecordKey(side == 0 ? "shop" : "calls", "k" + pair))
                                .name(PersonName.of(word(2 * pair), word(2 * pair + 1)))
                                .medium(EmailAddress.of(word(3 * pair) + "@mail.example"))
                                .build();
                        barrier.await(1, TimeUnit.MINUTES);
                        views.ingest(List.of(record));
                    }
                }
            });
            CustomerViews views = CustomerViews.builder().store(first).build();
            assertThat(views.customerCount()).as("pairs that found each other").isEqualTo(PAIRS);
            assertThat(views.upkeep().verify()).isEmpty();
        }
    }

    /** A word like no other, so that pairs are not taken for each other. */
    private static String word(int seed) {
        return new Random(seed)
                .ints(9, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void assertFeedIsWhole(CustomerStore store) {
        List<Long> positions = store.read(reader -> reader.feed(0, Integer.MAX_VALUE)).stream()
                .map(FeedEntry::position)
                .toList();
        assertThat(positions).isSorted().isNotEmpty();
        long newest = store.read(reader -> reader.position());
        assertThat(positions).allMatch(position -> position <= newest);
    }

    private static Set<List<RecordKey>> customers(CustomerViews views) {
        Set<List<RecordKey>> all = new HashSet<>();
        views.forEachCustomer((id, records) -> all.add(records));
        return all;
    }

    /** What one writer does. */
    private interface Part {
        void run(int writer) throws Exception;
    }

    private static void together(int writers, Part part) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            int writer = i;
            all.add(threads.submit(() -> {
                part.run(writer);
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get(3, TimeUnit.MINUTES);
        }
        threads.shutdown();
    }
}

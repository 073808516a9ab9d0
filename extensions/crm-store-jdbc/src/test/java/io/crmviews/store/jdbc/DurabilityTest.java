package io.crmviews.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.CustomerViews;
import io.crmviews.merge.ingest.StoreCheck;
import io.crmviews.merge.memory.MemoryStore;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.testdata.Population;
import io.crmviews.testdata.Told;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that takes facts in and tells of each batch through a pipe is killed with SIGKILL at random, again and again,
 * until all is in: what it told of is there, what it was killed in is there as a whole or not at all, and the end is that
 * of a store that was never killed. {@code -Dkills=50} asks for as many kills.
 */
class DurabilityTest {

    private static final int BATCH = 8;
    private static final Population PEOPLE = new Population(120, 7);

    @Test
    void nothingToldOfIsLostWhenTheProcessIsKilled(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("customers.db");
        List<Fact> facts = facts();
        Random random = new Random(11);
        int kills = Integer.getInteger("kills", 3);
        int told = 0;
        for (int kill = 0; kill < kills; kill++) {
            int most = 1 + random.nextInt(Math.max(1, facts.size() / BATCH / kills * 2));
            told = Math.max(told, runAndKill(file, most, random.nextInt(4_000_000)));
            int committed = (int) Math.min(facts.size(), (long) told * BATCH);
            try (JdbcStore store = JdbcStore.sqlite(file)) {
                assertThat(missing(store, facts.subList(0, committed)))
                        .as("kill %s: %s batches were told of", kill, told)
                        .isEmpty();
                assertThat(verify(store)).isEmpty();
            }
        }
        runAndKill(file, Integer.MAX_VALUE, 0);
        try (JdbcStore store = JdbcStore.sqlite(file);
                CustomerViews clean =
                        CustomerViews.builder().store(new MemoryStore()).build()) {
            for (int from = 0; from < facts.size(); from += BATCH) {
                clean.ingest(facts.subList(from, Math.min(facts.size(), from + BATCH)));
            }
            CustomerViews views = CustomerViews.builder().store(store).build();
            assertThat(views.upkeep().verify()).isEmpty();
            assertThat(views.upkeep().rebuild()).as("differences").isZero();
            assertThat(customers(views)).isEqualTo(customers(clean));
        }
    }

    static List<Fact> facts() {
        return PEOPLE.facts().map(Told::fact).toList();
    }

    private static Set<RecordKey> missing(CustomerStore store, List<Fact> facts) {
        Set<RecordKey> keys = new HashSet<>();
        facts.forEach(fact -> keys.add(fact.key()));
        store.read(reader -> {
            keys.removeAll(reader.records(keys).keySet());
            keys.removeAll(reader.events(keys).keySet());
            return keys;
        });
        return keys;
    }

    private static List<StoreCheck.Finding> verify(CustomerStore store) {
        return CustomerViews.builder().store(store).build().upkeep().verify();
    }

    private static Set<List<RecordKey>> customers(CustomerViews views) {
        Set<List<RecordKey>> all = new HashSet<>();
        views.forEachCustomer((id, records) -> all.add(records));
        return all;
    }

    /** How many batches the process told of before it was killed, or all of them. */
    private static int runAndKill(Path file, int most, int nanos) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Taking.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int told = 0;
        try (BufferedReader pipe =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = pipe.readLine(); line != null; line = pipe.readLine()) {
                told = Math.max(told, Integer.parseInt(line));
                if (--most == 0) {
                    Thread.sleep(nanos / 1_000_000, nanos % 1_000_000);
                    // Of the process itself: destroyForcibly() of Process closes the pipe that is still to be read.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        return told;
    }

    /** The process that is killed: takes in what is not there yet, and tells after each commit how many batches there are. */
    static final class Taking {

        private Taking() {}

        public static void main(String[] arguments) {
            List<Fact> facts = facts();
            try (CustomerViews views = CustomerViews.builder()
                    .store(JdbcStore.sqlite(Path.of(arguments[0])))
                    .build()) {
                for (int from = 0; from < facts.size(); from += BATCH) {
                    views.ingest(facts.subList(from, Math.min(facts.size(), from + BATCH)));
                    System.out.println(from / BATCH + 1);
                    System.out.flush();
                }
            }
        }
    }
}

package io.crmviews.tck;

import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.Capability;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.ReadLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What a source delivers. */
public interface SourceCases extends KitCases {

    /**
     * Everything in the channel arrives.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void everySeededKeyArrives() throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE);
        Set<String> keys = bench.fixture().seed(25);
        bench.hear(Checkpoint.START, 10, Heard.awaiting(keys)).proveComplete("Of 25 things");
    }

    /**
     * What comes into the channel later arrives without opening the source again.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void whatComesLaterArrives() throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE);
        Set<String> first = bench.fixture().seed(5);
        try (ChannelSource source = bench.open(Checkpoint.START)) {
            bench.hear(source, 10, Heard.awaiting(first)).proveComplete("Of what was there");
            Set<String> later = bench.fixture().seed(5);
            Heard heard = Heard.awaiting(later);
            Stopwatch watch = Stopwatch.start();
            while (!heard.isComplete() && watch.isWithin(Workbench.patience())) {
                heard.add(source, source.read(Workbench.usualLimit()), true);
            }
            heard.proveComplete("Of what came later");
        }
    }

    /**
     * The same keys with the same fields come at every batch size, and in the same order where the channel has one.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void deliversTheSameAtEveryBatchSize() throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE);
        List<ChannelRecord> whole = records(bench, 1000);
        for (int size : new int[] {1, 2, 7}) {
            List<ChannelRecord> other = records(anotherBench(), size);
            if (!bench.can(Capability.PUSH)) {
                Assertions.assertEquals(order(whole), order(other), "The order differs at batch size " + size + ".");
            }
            Assertions.assertEquals(byKey(whole), byKey(other), "The fields differ at batch size " + size + ".");
        }
    }

    private static List<ChannelRecord> records(Workbench bench, int size) throws Exception {
        Set<String> keys = bench.fixture().seed(15);
        return bench.hear(Checkpoint.START, size, Heard.awaiting(keys))
                .proveComplete("At batch size " + size)
                .records();
    }

    private static List<String> order(List<ChannelRecord> records) {
        return records.stream().map(it -> it.stream() + "/" + it.key()).toList();
    }

    private static Map<String, Map<String, Object>> byKey(List<ChannelRecord> records) {
        Map<String, Map<String, Object>> fields = new TreeMap<>();
        records.forEach(it -> fields.put(it.stream() + "/" + it.key(), it.fields()));
        return fields;
    }

    /**
     * No batch holds more than the limit allows, and one byte allowed still brings one record.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void keepsToTheReadLimit() throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE);
        Set<String> keys = bench.fixture().seed(9);
        try (ChannelSource source = bench.open(Checkpoint.START)) {
            Heard heard = bench.hear(source, 2, Heard.awaiting(keys)).proveComplete("At two a batch");
            for (Batch batch : heard.batches) {
                Assertions.assertTrue(batch.records().size() + batch.rejects().size() <= 2, "More than two came.");
            }
            Set<String> more = bench.fixture().seed(4);
            Heard narrow = Heard.awaiting(more);
            Stopwatch watch = Stopwatch.start();
            while (!narrow.isComplete() && watch.isWithin(Workbench.patience())) {
                narrow.add(source, source.read(ReadLimit.of(50, 1, Duration.ofMillis(200))), true);
                Assertions.assertTrue(narrow.last().records().size() <= 1, "One byte brought several records.");
            }
            narrow.proveComplete("At one byte a batch");
        }
    }

    /**
     * A read of a channel that has nothing new comes back in time, and with nothing.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void anIdleReadIsBounded() throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE);
        Set<String> keys = bench.fixture().seed(2);
        try (ChannelSource source = bench.open(Checkpoint.START)) {
            bench.hear(source, 10, Heard.awaiting(keys)).proveComplete("Before the rest");
            source.read(Workbench.usualLimit());
            Stopwatch watch = Stopwatch.start();
            Batch idle = source.read(Workbench.usualLimit());
            Assertions.assertTrue(watch.isWithin(Duration.ofSeconds(2)), () -> "It took " + watch.told() + ".");
            Assertions.assertEquals(List.of(), idle.records(), "Something came again.");
        }
    }

    /**
     * The end of data is said.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void saysItsEndOfData() throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE, Capability.END_OF_DATA);
        Set<String> keys = bench.fixture().seed(3);
        Heard heard = bench.hear(Checkpoint.START, 10, Heard.awaiting(keys)).proveComplete("Before the end");
        Assertions.assertTrue(heard.last().endOfData(), "No end of data within 20 seconds.");
    }

    /**
     * Until when the channel is heard completely is said, and is not in the future.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void saysUntilWhenItHasHeard() throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE, Capability.HEARD_UP_TO);
        Set<String> keys = bench.fixture().seed(3);
        Heard heard = bench.hear(Checkpoint.START, 10, Heard.awaiting(keys));
        Instant latest = heard.batches.stream()
                .map(Batch::heardUpTo)
                .max(Instant::compareTo)
                .orElseThrow();
        Assertions.assertNotEquals(Instant.MIN, latest, "No batch says it.");
        Instant now = bench.fixture().clock().instant();
        Assertions.assertFalse(latest.isAfter(now.plusSeconds(2)), "It has heard the future.");
    }

    /**
     * Each record has a sequence, and a later version of a key never has a lower one.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void sequencesNeverFall() throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE, Capability.SEQUENCE);
        Set<String> keys = bench.fixture().seed(6);
        Map<String, Long> last = new HashMap<>();
        for (ChannelRecord record :
                bench.hear(Checkpoint.START, 2, Heard.awaiting(keys)).records()) {
            Assertions.assertNotEquals(ChannelRecord.NO_SEQUENCE, record.sequence(), "A record has no sequence.");
            Long before = last.put(record.stream() + "/" + record.key(), record.sequence());
            Assertions.assertTrue(before == null || before <= record.sequence(), "A sequence fell.");
        }
    }

    /**
     * What was deleted at the channel arrives as a delete of its key.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void deletesArrive() throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE, Capability.DELETES);
        Set<String> keys = bench.fixture().seed(4);
        String gone = keys.iterator().next();
        try (ChannelSource source = bench.open(Checkpoint.START)) {
            Heard first = bench.hear(source, 10, Heard.awaiting(keys)).proveComplete("Before the delete");
            Workbench.possible(bench.fixture().delete(gone), "delete");
            proveDeleted(source, gone);
            proveDeletedAfterARestart(bench, first.checkpoint(), gone);
        }
    }

    private static void proveDeletedAfterARestart(Workbench bench, Checkpoint from, String key) throws Exception {
        if (!bench.can(Capability.PUSH)) {
            try (ChannelSource source = bench.open(from)) {
                proveDeleted(source, key);
            }
        }
    }

    private static void proveDeleted(ChannelSource source, String key) throws Exception {
        Heard heard = Heard.awaiting(Set.of(key));
        Stopwatch watch = Stopwatch.start();
        while (!heard.isComplete() && watch.isWithin(Workbench.patience())) {
            heard.add(source, source.read(Workbench.usualLimit()), true);
        }
        heard.proveComplete("A deleted key");
        Assertions.assertTrue(
                heard.records().stream().anyMatch(it -> it.key().equals(key) && it.op() == ChannelRecord.Op.DELETE),
                "It came, but not as a delete.");
    }
}

package io.crmviews.tck;

import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.Capability;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.ConnectorException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Going on after a stop: nothing is lost, whatever the checkpoint. */
public interface ResumeCases extends KitCases {

    /**
     * A source that is closed and opened again after every batch delivers everything.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void goesOnAfterEveryBatch() throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE);
        Heard heard = Heard.awaiting(bench.fixture().seed(9));
        Stopwatch watch = Stopwatch.start();
        while (!heard.isComplete() && watch.isWithin(Workbench.patience())) {
            try (ChannelSource source = bench.open(copy(heard.checkpoint()))) {
                heard.add(source, source.read(Workbench.limit(2)), true);
            }
        }
        heard.proveComplete("Reopened after every batch");
    }

    /**
     * Each checkpoint, however old, brings everything that its batch and those before it did not hold.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void everyCheckpointLosesNothing() throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE).needsAChannelThatRemembers();
        Set<String> keys = bench.fixture().seed(9);
        Heard whole = bench.hear(Checkpoint.START, 2, Heard.awaiting(keys)).proveComplete("In one go");
        Set<String> missing = new HashSet<>(keys);
        for (Batch batch : whole.batches) {
            batch.records().forEach(record -> missing.remove(record.key()));
            bench.hear(copy(batch.checkpoint()), 3, Heard.awaiting(missing))
                    .proveComplete("From a checkpoint with " + missing.size() + " things to come");
        }
    }

    /**
     * The last checkpoint brings nothing again, also not what was rejected.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void theLastCheckpointCoversRecordsAndRejects() throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE).needsAChannelThatRemembers();
        Set<String> keys = new HashSet<>(bench.fixture().seed(4));
        int rejects = bench.fixture().poison() ? 1 : 0;
        keys.addAll(bench.fixture().seed(2));
        Heard whole = bench.hear(Checkpoint.START, 3, Heard.awaiting(keys, rejects));
        try (ChannelSource source = bench.open(copy(whole.checkpoint()))) {
            Batch again = source.read(Workbench.usualLimit());
            List<String> came = again.records().stream()
                    .filter(record -> record.op() != ChannelRecord.Op.DELETE)
                    .map(ChannelRecord::stream)
                    .toList();
            Assertions.assertEquals(List.of(), came, "Records came again.");
            Assertions.assertEquals(List.of(), again.rejects(), "Rejects came again.");
        }
    }

    /**
     * What was read and never acknowledged comes again after a restart.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void whatIsNotAcknowledgedComesAgain() throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE);
        Set<String> keys = bench.fixture().seed(5);
        try (ChannelSource source = bench.open(Checkpoint.START)) {
            Heard lost = Heard.awaiting(keys);
            Stopwatch watch = Stopwatch.start();
            while (lost.records().isEmpty() && watch.isWithin(Workbench.patience())) {
                lost.add(source, source.read(Workbench.limit(3)), false);
            }
        }
        bench.hear(Checkpoint.START, 3, Heard.awaiting(keys)).proveComplete("After a restart");
    }

    /**
     * A checkpoint of something else is refused with kind {@code DATA}, and not taken for a beginning or an end.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void refusesAGarbageCheckpoint() throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE);
        bench.fixture().seed(2);
        for (byte[] garbage : List.of(new byte[] {0, -1, 7, 99}, "{\"no\":[".getBytes(StandardCharsets.UTF_8))) {
            ConnectorException refusal = Assertions.assertThrows(ConnectorException.class, () -> {
                try (ChannelSource source = bench.open(Checkpoint.of(garbage))) {
                    source.read(Workbench.usualLimit());
                }
            });
            Assertions.assertEquals(ConnectorException.Kind.DATA, refusal.kind());
        }
    }

    private static Checkpoint copy(Checkpoint checkpoint) {
        return checkpoint.isStart() ? Checkpoint.START : Checkpoint.of(checkpoint.bytes());
    }
}

package io.crmviews.tck;

import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.Capability;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Channels that call us, or that forget what was acknowledged. */
public interface PushCases extends KitCases {

    /**
     * The channel is told that something is stored after {@code ack} and not before.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void confirmsOnlyWhatIsAcknowledged() throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE, Capability.PUSH);
        Set<String> keys = bench.fixture().seed(3);
        Workbench.possible(bench.fixture().confirmed() >= 0, "tell what was confirmed");
        List<Batch> read = new ArrayList<>();
        try (ChannelSource source = bench.open(Checkpoint.START)) {
            Heard heard = Heard.awaiting(keys);
            Stopwatch watch = Stopwatch.start();
            while (!heard.isComplete() && watch.isWithin(Workbench.patience())) {
                Batch batch = source.read(Workbench.limit(10));
                heard.add(source, batch, false);
                read.add(batch);
            }
            heard.proveComplete("Without acknowledging");
            Assertions.assertEquals(0, bench.fixture().confirmed(), "It was confirmed before it was stored.");
            for (Batch batch : read) {
                source.ack(batch);
            }
            while (bench.fixture().confirmed() < keys.size() && watch.isWithin(Workbench.patience())) {
                Thread.sleep(20);
            }
            Assertions.assertEquals(keys.size(), bench.fixture().confirmed(), "It was never confirmed.");
        }
    }
}

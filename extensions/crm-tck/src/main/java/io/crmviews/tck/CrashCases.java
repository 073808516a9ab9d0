package io.crmviews.tck;

import io.crmviews.spi.channel.Capability;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.tck.internal.KilledReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** A process that dies between reading and acknowledging. The connector runs in a JVM of its own, which is killed. */
public interface CrashCases extends KitCases {

    /**
     * A batch that a killed process had read and not acknowledged comes again.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void aKillBetweenReadAndAckLosesNothing() throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE);
        Set<String> keys = bench.fixture().seed(6);
        KilledReader.Read read = KilledReader.read(bench.connector(), bench.config(), 3);
        Assertions.assertFalse(read.keys().isEmpty(), "The process that was to be killed read nothing.");
        bench.hear(Checkpoint.START, 3, Heard.awaiting(keys)).proveComplete("After a kill");
    }

    /**
     * A checkpoint means the same in another process.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void aCheckpointOutlivesItsProcess() throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE).needsAChannelThatRemembers();
        Set<String> rest = new HashSet<>(bench.fixture().seed(6));
        KilledReader.Read read = KilledReader.read(bench.connector(), bench.config(), 3);
        rest.removeAll(read.keys());
        Heard heard = bench.hear(read.checkpoint(), 3, Heard.awaiting(rest))
                .proveComplete("With a dead process's checkpoint");
        // A few may come again, where the channel tells how far it is after what it tells; all of them may not.
        List<String> again = heard.records().stream().map(ChannelRecord::key).toList();
        Assertions.assertFalse(again.containsAll(read.keys()), "The checkpoint of another process began anew.");
    }
}

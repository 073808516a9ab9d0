package io.crmviews.tck;

import io.crmviews.spi.channel.Capability;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Reject;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Things in a channel that cannot be records. */
public interface BadDataCases extends KitCases {

    /**
     * A bad record becomes one reject, and everything before and after it arrives.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void aBadRecordIsRejectedAlone() throws Exception {
        Heard heard = hearPoisoned(2);
        Assertions.assertEquals(1, heard.rejects().size(), "One bad record, one reject.");
    }

    /**
     * A reject keeps the raw bytes and says where and why, without quoting a value.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void aRejectKeepsTheBytesAndQuotesNothing() throws Exception {
        for (Reject reject : hearPoisoned(100).rejects()) {
            Assertions.assertTrue(reject.raw().length > 0, "The raw bytes are gone.");
            Assertions.assertFalse(reject.reason().contains(ConnectorFixture.MARK), "The reason quotes a value.");
            Assertions.assertFalse(reject.toString().contains(ConnectorFixture.MARK), "The reject shows a value.");
            Assertions.assertFalse(
                    new String(reject.raw(), StandardCharsets.UTF_8).isBlank(), "The raw bytes are blank.");
        }
    }

    private Heard hearPoisoned(int batchSize) throws Exception {
        Workbench bench = bench().needs(Capability.SOURCE);
        Set<String> keys = new HashSet<>(bench.fixture().seed(3));
        Workbench.possible(bench.fixture().poison(), "hold a bad record");
        keys.addAll(bench.fixture().seed(3));
        return bench.hear(Checkpoint.START, batchSize, Heard.awaiting(keys, 1)).proveComplete("Around a bad record");
    }
}

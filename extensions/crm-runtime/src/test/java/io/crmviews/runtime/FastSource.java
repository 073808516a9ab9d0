package io.crmviews.runtime;

import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Config;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A process of its own with a small heap: a source that makes a million records at once, and a store that is slower. */
final class FastSource {

    private static final int BATCHES = 1000;
    private static final int RECORDS = 1000;

    private FastSource() {}

    public static void main(String[] arguments) throws InterruptedException {
        AtomicLong stored = new AtomicLong();
        ScriptedConnector connector = new ScriptedConnector((call, position) -> {
            Batch.Builder batch = Batch.builder(Checkpoint.of(Integer.toString(position + 1)));
            for (int i = 0; i < RECORDS; i++) {
                batch.add(ChannelRecord.builder("people", position + "/" + i)
                        .field("text", "x".repeat(200) + i)
                        .build());
            }
            return batch.endOfData(position + 1 == BATCHES).build();
        });
        try (ChannelRuntime runtime = ChannelRuntime.builder(delivery -> {
                    LockSupport.parkNanos(2_000_000);
                    stored.addAndGet(delivery.records().size());
                    return List.of();
                })
                .source(SourceDefinition.once(
                        "fast", connector, Config.builder().build()))
                .build()
                .start()) {
            runtime.await();
        }
        System.exit(stored.get() == (long) BATCHES * RECORDS ? 0 : 1);
    }
}

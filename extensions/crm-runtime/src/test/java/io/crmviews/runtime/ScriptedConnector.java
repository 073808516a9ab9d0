package io.crmviews.runtime;

import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.ChannelConnector;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ConnectorInfo;
import io.crmviews.spi.channel.Context;
import io.crmviews.spi.channel.Problem;
import io.crmviews.spi.channel.ReadLimit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A source whose n-th read, over all sessions, does what a script says. Its checkpoints are the number of batches. */
final class ScriptedConnector implements ChannelConnector {

    /** What the n-th read does; {@code position} counts the batches before it that were committed or delivered. */
    interface Script {
        Batch read(int call, int position) throws ConnectorException, InterruptedException;
    }

    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    final AtomicInteger acknowledged = new AtomicInteger();
    final CountDownLatch reading = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();
    private final Script script;
    private int apiLevel = 1;

    ScriptedConnector(Script script) {
        this.script = script;
    }

    ScriptedConnector level(int level) {
        apiLevel = level;
        return this;
    }

    /** A batch of one record that moves the checkpoint behind {@code position}. */
    static Batch one(int position) {
        return Batch.builder(Checkpoint.of(Integer.toString(position + 1)))
                .add(ChannelRecord.builder("s", "k" + position).build())
                .build();
    }

    static Batch end(int position) {
        return Batch.builder(Checkpoint.of(Integer.toString(position)))
                .endOfData(true)
                .build();
    }

    @Override
    public ConnectorInfo info() {
        return ConnectorInfo.builder("scripted", "1").apiLevel(apiLevel).build();
    }

    @Override
    public List<Problem> check(Config config, Context context) {
        return List.of();
    }

    @Override
    public ChannelSource openSource(Config config, Checkpoint from, Context context) {
        opened.incrementAndGet();
        int start = from.isStart() ? 0 : Integer.parseInt(from.text());
        return new ChannelSource() {
            private int position = start;

            @Override
            public Batch read(ReadLimit limit) throws ConnectorException, InterruptedException {
                reading.countDown();
                Batch batch = script.read(calls.getAndIncrement(), position);
                position = Integer.parseInt(batch.checkpoint().text());
                return batch;
            }

            @Override
            public void ack(Batch batch) {
                acknowledged.incrementAndGet();
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }
}

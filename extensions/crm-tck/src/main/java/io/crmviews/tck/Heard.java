package io.crmviews.tck;

import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.Reject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assertions;

/** What a source delivered so far, and what is still awaited. */
final class Heard {

    final List<Batch> batches = new ArrayList<>();
    private final Set<String> awaited;
    private int awaitedRejects;

    private Heard(Collection<String> awaited, int rejects) {
        this.awaited = new HashSet<>(awaited);
        this.awaitedRejects = rejects;
    }

    static Heard awaiting(Collection<String> keys) {
        return new Heard(keys, 0);
    }

    static Heard awaiting(Collection<String> keys, int rejects) {
        return new Heard(keys, rejects);
    }

    void add(ChannelSource source, Batch batch, boolean acknowledge) throws ConnectorException, InterruptedException {
        Assertions.assertNotNull(batch, "read returned null.");
        batches.add(batch);
        batch.records().forEach(record -> awaited.remove(record.key()));
        awaitedRejects -= batch.rejects().size();
        if (acknowledge) {
            source.ack(batch);
        }
    }

    /** Awaits further keys, unless they came already. */
    void awaitAlso(Collection<String> keys) {
        awaited.addAll(keys);
        records().forEach(record -> awaited.remove(record.key()));
    }

    /** Over at the end of data where the source says one, else once nothing is awaited. */
    boolean isOver(boolean saysItsEnd) {
        return saysItsEnd ? last().endOfData() : isComplete();
    }

    boolean isComplete() {
        return awaited.isEmpty() && awaitedRejects <= 0;
    }

    Batch last() {
        return batches.get(batches.size() - 1);
    }

    Checkpoint checkpoint() {
        return batches.isEmpty() ? Checkpoint.START : last().checkpoint();
    }

    List<ChannelRecord> records() {
        return batches.stream().flatMap(batch -> batch.records().stream()).toList();
    }

    List<Reject> rejects() {
        return batches.stream().flatMap(batch -> batch.rejects().stream()).toList();
    }

    /** Everything awaited came. */
    Heard proveComplete(String what) {
        Assertions.assertTrue(awaited.isEmpty(), () -> what + ": " + awaited.size() + " keys did not arrive.");
        Assertions.assertTrue(awaitedRejects <= 0, () -> what + ": a bad record left no reject.");
        return this;
    }
}

package io.crmviews.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One record comes to a memory store that holds many: normalise, find, weigh, partition, commit. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 1, batchSize = ResolveBenchmark.BATCH)
@Measurement(iterations = 3, batchSize = ResolveBenchmark.BATCH)
@Fork(value = 3, jvmArgsAppend = "-Xmx3g")
public class ResolveBenchmark {

    /** Records an iteration; divide its time by it. */
    static final int BATCH = 2_000;

    /** Records in the store beforehand. */
    @Param({"10000", "100000"})
    public int stored;

    private Resolving resolving = new Resolving(People.records(1, 7), 1);

    /** Loads the store. */
    @Setup(Level.Iteration)
    public void setUp() {
        resolving = new Resolving(People.records(stored + BATCH, 7), stored);
    }

    /** One record. */
    @Benchmark
    public void resolve() {
        resolving.resolveNext();
    }
}

package io.crmviews.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The profile merge: 20 fields, a rule of its own for each, with provenance. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class MergeBenchmark {

    /** Records of a customer. */
    @Param({"2", "8", "32"})
    public int records;

    private Meter.Operation limit = index -> "";
    private Meter.Operation library = index -> "";
    private Meter.Operation hashMap = index -> "";
    private Meter.Operation jsonTree = index -> "";
    private Meter.Operation writtenOut = index -> "";
    private Meter.Operation arrival = index -> "";
    private Meter.Operation limitArrival = index -> "";
    private int index;

    /** Prepares the customers. */
    @Setup
    public void setUp() {
        limit = Workloads.merge(new LimitMerge(), records);
        library = Workloads.merge(new LibraryMerge(), records);
        hashMap = Workloads.merge(new HashMapMerge(), records);
        jsonTree = Workloads.merge(new JsonTreeMerge(), records);
        writtenOut = Workloads.profile(records);
        arrival = Workloads.arrival(records);
        limitArrival = Workloads.limitArrival(records);
    }

    private Object next(Meter.Operation operation) {
        index = (index + 1) % Workloads.CUSTOMERS;
        return operation.run(index);
    }

    /** What is possible. */
    @Benchmark
    public Object limit() {
        return next(limit);
    }

    /** This library. */
    @Benchmark
    public Object library() {
        return next(library);
    }

    /** This library, all values and records written out. */
    @Benchmark
    public Object libraryWrittenOut() {
        return next(writtenOut);
    }

    /** This library, one record comes to a merged customer and wins nothing. */
    @Benchmark
    public Object libraryArrival() {
        return next(arrival);
    }

    /** The same at the limit. */
    @Benchmark
    public Object limitArrival() {
        return next(limitArrival);
    }

    /** The plain loop. */
    @Benchmark
    public Object hashMapLoop() {
        return next(hashMap);
    }

    /** Jackson trees. */
    @Benchmark
    public Object jsonTree() {
        return next(jsonTree);
    }
}

package io.crmviews.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Thread CPU time and bytes allocated by the calling thread; the lowest of several rounds counts. */
final class Meter {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Takes results, so that the compiler cannot leave out the work. */
    @SuppressWarnings("unused")
    private static volatile Object sink = "";

    private Meter() {}

    /** An operation that is done many times. */
    @FunctionalInterface
    interface Operation {

        /** Does it once; the index tells which input is next. */
        Object run(int index);
    }

    /**
     * The cost of one operation.
     *
     * @param nanos thread CPU time
     * @param bytes bytes allocated
     */
    record Cost(double nanos, double bytes) {

        static final Cost NONE = new Cost(Double.MAX_VALUE, Double.MAX_VALUE);

        Cost lowest(Cost other) {
            return new Cost(Math.min(nanos, other.nanos), Math.min(bytes, other.bytes));
        }
    }

    /** One round: the operation so many times. */
    static Cost round(Operation operation, int times) {
        long bytes = bytes();
        long nanos = nanos();
        Object last = "";
        for (int i = 0; i < times; i++) {
            last = operation.run(i);
        }
        long spent = nanos() - nanos;
        long allocated = bytes() - bytes;
        sink = last;
        return new Cost((double) spent / times, (double) allocated / times);
    }

    /** The lowest of several rounds. */
    static Cost lowest(Operation operation, int times, int rounds) {
        Cost lowest = Cost.NONE;
        for (int round = 0; round < rounds; round++) {
            lowest = lowest.lowest(round(operation, times));
        }
        return lowest;
    }

    static long nanos() {
        return THREADS.getCurrentThreadCpuTime();
    }

    static long bytes() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}

package io.crmviews.bench;

import io.crmviews.merge.ingest.WorkCounters;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The regression gate: bytes an operation and exact work counters against a baseline. It looks at no time, so a busy
 * machine does not matter.
 */
public final class Gate {

    private static final int[] SIZES = {2, 8, 32};
    private static final double MERGE_TOLERANCE = 0.02;
    private static final double RESOLVE_TOLERANCE = 0.05;
    private static final int PEOPLE = 4_000;
    private static final int PAIRS = 1_000;
    private static final int REPEATS = 3;
    private static final long SEED = 7;

    private Gate() {}

    /**
     * Measures and compares, or writes a new baseline. Ends the process with 1 if a line moved.
     *
     * @param args the baseline's file, and {@code true} to write it
     */
    public static void main(String[] args) {
        if (args.length == 0) {
            throw new IllegalArgumentException("Name the baseline's file, and \"true\" after it to write it anew.");
        }
        boolean rebase = args.length > 1 && args[1].equals("true");
        if (!run(Path.of(args[0]), rebase, System.out)) {
            System.exit(1);
        }
    }

    private static boolean run(Path file, boolean rebase, PrintStream out) {
        List<Line> lines = measure();
        if (rebase) {
            Baseline.of(lines).write(file);
            Baseline.of(lines).compare(lines, out);
            out.println("New baseline: " + file);
            return true;
        }
        List<String> moved = Baseline.read(file).compare(lines, out);
        moved.forEach(sentence -> out.println("FAILED: " + sentence + "."));
        out.println(
                moved.isEmpty()
                        ? "The gate is passed."
                        : "If the change is meant, write a new baseline with -Drebase and commit it with the reason.");
        return moved.isEmpty();
    }

    /** All lines. */
    static List<Line> measure() {
        List<Line> lines = new ArrayList<>();
        for (int size : SIZES) {
            String of = "merge.records-" + size;
            lines.add(bytes(of + ".bytes", Workloads.merge(new LibraryMerge(), size)));
            lines.add(bytes(of + ".written-out.bytes", Workloads.profile(size)));
            lines.add(bytes(of + ".arrival.bytes", Workloads.arrival(size)));
            lines.add(bytes(of + ".winning-arrival.bytes", Workloads.winningArrival(size)));
        }
        Scoring scoring = new Scoring(PAIRS, SEED);
        lines.add(bytes("pair.bytes", index -> scoring.weight(index) == 0 ? "" : "."));
        lines.addAll(resolve());
        return lines;
    }

    /** Bytes an operation once it is compiled: the lowest of many rounds. */
    static Line bytes(String name, Meter.Operation operation) {
        return Line.bytes(name, Meter.lowest(operation, 5_000, 40).bytes(), MERGE_TOLERANCE);
    }

    private static List<Line> resolve() {
        double lowest = Double.MAX_VALUE;
        List<Line> counters = List.of();
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            Resolving resolving = new Resolving(People.records(PEOPLE, SEED), 0);
            long before = Meter.bytes();
            while (resolving.hasNext()) {
                resolving.resolveNext();
            }
            lowest = Math.min(lowest, (double) (Meter.bytes() - before) / PEOPLE);
            counters = counters(resolving.work(), resolving.customers());
        }
        List<Line> lines = new ArrayList<>(counters);
        lines.add(Line.bytes("resolve.bytes-a-record", lowest, RESOLVE_TOLERANCE));
        return lines;
    }

    /** The counters of resolving a population, exactly. */
    static List<Line> counters(WorkCounters work, long customers) {
        return List.of(
                Line.exact("resolve.keys", work.keys()),
                Line.exact("resolve.candidates", work.candidates()),
                Line.exact("resolve.comparisons", work.comparisons()),
                Line.exact("resolve.crossings", work.crossings()),
                Line.exact("resolve.reevaluations", work.reevaluations()),
                Line.exact("resolve.edges-visited", work.edgesVisited()),
                Line.exact("resolve.customers", customers));
    }
}

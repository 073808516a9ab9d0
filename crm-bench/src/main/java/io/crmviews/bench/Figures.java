package io.crmviews.bench;

import io.crmviews.merge.ingest.WorkCounters;
import io.crmviews.model.fact.SourceRecord;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints the figures of docs/performance.md: thread CPU time and bytes an operation, all contenders in turns in one
 * process, the lowest round of each. Quicker than a full run of JMH and less sensitive to a busy machine.
 */
public final class Figures {

    private static final int[] SIZES = {2, 8, 32};
    private static final int ROUNDS = 12;
    private static final int PAIRS = 2_000;
    private static final int BLOCKS = 3;
    private static final int BLOCK = 5_000;
    private static final long SEED = 7;

    private final PrintStream out;

    private Figures(PrintStream out) {
        this.out = out;
    }

    /**
     * Prints all figures, or some.
     *
     * @param args {@code merge}, {@code pair}, {@code resolve} and after it numbers of records; all of it if empty
     */
    public static void main(String[] args) {
        Figures figures = new Figures(System.out);
        List<String> asked = args.length == 0 ? List.of("merge", "pair", "resolve", "10000", "100000") : List.of(args);
        if (asked.contains("merge")) {
            figures.merges();
        }
        if (asked.contains("pair")) {
            figures.pairs();
        }
        for (String argument : asked) {
            if (Character.isDigit(argument.charAt(0))) {
                figures.resolve(Integer.parseInt(argument));
            }
        }
    }

    private void merges() {
        for (int size : SIZES) {
            Map<String, Meter.Operation> lines = new LinkedHashMap<>();
            lines.put("limit", Workloads.merge(new LimitMerge(), size));
            lines.put("library", Workloads.merge(new LibraryMerge(), size));
            lines.put("hash map loop", Workloads.merge(new HashMapMerge(), size));
            lines.put("json tree", Workloads.merge(new JsonTreeMerge(), size));
            lines.put("library, written out", Workloads.profile(size));
            lines.put("limit, arrival", Workloads.limitArrival(size));
            lines.put("library, arrival", Workloads.arrival(size));
            lines.put("library, winning arrival", Workloads.winningArrival(size));
            inTurns("merge of " + size + " records, 20 fields", lines, 400_000 / (size + 8));
        }
    }

    private void pairs() {
        Scoring scoring = new Scoring(PAIRS, SEED);
        inTurns("pair of people", Map.of("library", index -> scoring.weight(index) > 0 ? "" : "."), PAIRS * 10);
    }

    private void inTurns(String title, Map<String, Meter.Operation> lines, int times) {
        Map<String, Meter.Cost> lowest = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            lines.forEach((name, operation) -> lowest.merge(name, Meter.round(operation, times), Meter.Cost::lowest));
        }
        out.printf("%n%s%n", title);
        Meter.Cost limit = lowest.getOrDefault("limit", Meter.Cost.NONE);
        lines.keySet().forEach(name -> {
            Meter.Cost cost = lowest.getOrDefault(name, Meter.Cost.NONE);
            String ratio =
                    lines.containsKey("limit") ? String.format("%6.2f x limit", cost.nanos() / limit.nanos()) : "";
            out.printf("  %-26s %10.1f ns %8.0f B   %s%n", name, cost.nanos(), cost.bytes(), ratio);
        });
    }

    private void resolve(int size) {
        List<SourceRecord> records = People.records(size + (BLOCKS + 1) * BLOCK, SEED);
        long start = Meter.nanos();
        Resolving resolving = new Resolving(records, size);
        double loading = (Meter.nanos() - start) / 1e3 / size;
        out.printf("%nresolve at %,d records, one a call (loaded in batches at %.1f us a record)%n", size, loading);
        block(resolving);
        WorkCounters before = resolving.work();
        List<Meter.Cost> blocks = new ArrayList<>();
        for (int i = 0; i < BLOCKS; i++) {
            blocks.add(block(resolving));
        }
        Meter.Cost lowest = blocks.stream().reduce(Meter.Cost.NONE, Meter.Cost::lowest);
        WorkCounters work = resolving.work();
        double many = (double) BLOCKS * BLOCK;
        out.printf(
                "  %.1f us, %,.0f B a record; %d customers%n",
                lowest.nanos() / 1e3, lowest.bytes(), resolving.customers());
        out.printf(
                "  a record: %.2f keys, %.2f candidates, %.2f comparisons, %.2f looked at again, %.2f edges visited%n",
                (work.keys() - before.keys()) / many,
                (work.candidates() - before.candidates()) / many,
                (work.comparisons() - before.comparisons()) / many,
                (work.reevaluations() - before.reevaluations()) / many,
                (work.edgesVisited() - before.edgesVisited()) / many);
    }

    private static Meter.Cost block(Resolving resolving) {
        return Meter.round(
                index -> {
                    resolving.resolveNext();
                    return resolving;
                },
                BLOCK);
    }
}

package io.crmviews.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The lines of an earlier measurement, kept in a text file: a header with the format's version, then name and value. */
final class Baseline {

    private static final String HEADER = "# crm-bench baseline, format 1";

    private final Map<String, Double> values;

    private Baseline(Map<String, Double> values) {
        this.values = values;
    }

    static Baseline of(List<Line> lines) {
        Map<String, Double> values = new LinkedHashMap<>();
        lines.forEach(line -> values.put(line.name(), line.value()));
        return new Baseline(values);
    }

    static Baseline read(Path file) {
        try {
            List<String> text = Files.readAllLines(file);
            if (text.isEmpty() || !text.get(0).equals(HEADER)) {
                throw new IllegalArgumentException("The file " + file + " does not begin with \"" + HEADER + "\".");
            }
            Map<String, Double> values = new LinkedHashMap<>();
            for (String line : text.subList(1, text.size())) {
                if (!line.isBlank() && line.charAt(0) != '#') {
                    int space = line.lastIndexOf(' ');
                    values.put(line.substring(0, space).strip(), Double.valueOf(line.substring(space + 1)));
                }
            }
            return new Baseline(values);
        } catch (IOException e) {
            throw new UncheckedIOException("The baseline " + file + " cannot be read; -Drebase writes one.", e);
        }
    }

    void write(Path file) {
        List<String> text = new ArrayList<>();
        text.add(HEADER);
        text.add("# JDK " + Runtime.version().feature() + "; written by -Drebase, see docs/performance.md");
        values.forEach((name, value) -> text.add(String.format(Locale.ROOT, "%-40s %.0f", name, value)));
        try {
            Files.write(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("The baseline " + file + " cannot be written.", e);
        }
    }

    /** Prints all lines beside this baseline; gives a sentence for each that moved. */
    List<String> compare(List<Line> measured, PrintStream out) {
        List<String> moved = new ArrayList<>();
        out.printf("%-36s %14s %14s %9s%n", "", "baseline", "now", "allowed");
        for (Line line : measured) {
            Double value = values.get(line.name());
            if (value == null) {
                moved.add(line.name() + " is not in the baseline");
                continue;
            }
            Line before = new Line(line.name(), value, line.tolerance());
            boolean worse = line.moved(before);
            String allowed = line.tolerance() == 0 ? "exactly" : "+" + Math.round(line.tolerance() * 100) + " %";
            String verdict = worse ? "MOVED" : line.isGain(before) ? "less: -Drebase keeps the gain" : "";
            out.printf("%-36s %,14.0f %,14.0f %9s  %s%n", line.name(), value, line.value(), allowed, verdict);
            if (worse) {
                moved.add(String.format(Locale.ROOT, "%s moved from %,.0f to %,.0f", line.name(), value, line.value()));
            }
        }
        values.keySet().stream()
                .filter(name -> measured.stream().noneMatch(line -> line.name().equals(name)))
                .forEach(name -> moved.add(name + " is in the baseline, but was not measured"));
        return moved;
    }
}

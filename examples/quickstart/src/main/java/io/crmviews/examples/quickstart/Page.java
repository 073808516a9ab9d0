package io.crmviews.examples.quickstart;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Lays out plain text: headings, sentences, tables with aligned columns. */
final class Page {

    private final PrintStream out;
    private int sections;

    Page(PrintStream out) {
        this.out = out;
    }

    void heading(String text) {
        sections++;
        String line = sections + ". " + text;
        out.println();
        out.println(line);
        out.println("-".repeat(line.length()));
    }

    void line(String text) {
        out.println(text);
    }

    @SuppressWarnings("AnnotateFormatMethod") // The annotation would be one more dependency for one method.
    void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    void gap() {
        out.println();
    }

    void flush() {
        out.flush();
    }

    /** A table whose first row is its head. Columns of nothing but numbers stand to the right. */
    void table(List<List<String>> rows) {
        int columns = rows.get(0).size();
        List<String> lines = new ArrayList<>(Collections.nCopies(rows.size(), " "));
        for (int column = 0; column < columns; column++) {
            int at = column;
            List<String> cells = rows.stream().map(row -> row.get(at)).toList();
            int width = cells.stream().mapToInt(String::length).max().orElse(0);
            boolean numbers = cells.stream().skip(1).allMatch(Page::isNumber);
            for (int row = 0; row < rows.size(); row++) {
                lines.set(row, lines.get(row) + " " + padded(cells.get(row), width, numbers) + " ");
            }
        }
        lines.forEach(line -> out.println(line.stripTrailing()));
    }

    private static String padded(String value, int width, boolean right) {
        String space = " ".repeat(width - value.length());
        return right ? space + value : value + space;
    }

    private static boolean isNumber(String value) {
        return value.matches("[+-]?[\\d,.]+( bits)?");
    }
}

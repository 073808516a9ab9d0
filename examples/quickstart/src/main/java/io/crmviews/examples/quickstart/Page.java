package io.crmviews.examples.quickstart;

import java.io.PrintStream;
import java.util.ArrayList;
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

    void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    void gap() {
        out.println();
    }

    void flush() {
        out.flush();
    }

    /** A table whose first row is its head. Columns of numbers stand to the right. */
    void table(List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < rows.get(0).size(); column++) {
            int at = column;
            widths.add(rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
        }
        rows.forEach(row -> out.println(row(row, widths)));
    }

    private static String row(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder(" ");
        for (int column = 0; column < row.size(); column++) {
            String value = row.get(column);
            String space = " ".repeat(widths.get(column) - value.length());
            line.append(' ')
                    .append(isNumber(value) ? space + value : value + space)
                    .append(' ');
        }
        return line.toString().stripTrailing();
    }

    private static boolean isNumber(String value) {
        return value.matches("[+-]?[\\d,.]+( bits)?");
    }
}

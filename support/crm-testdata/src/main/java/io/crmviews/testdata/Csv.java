package io.crmviews.testdata;

import java.util.List;
import java.util.stream.Collectors;

/** Writes one line of comma-separated values (RFC 4180). */
final class Csv {

    private Csv() {}

    static String line(List<String> values) {
        return values.stream().map(Csv::quoted).collect(Collectors.joining(","));
    }

    static String line(String... values) {
        return line(List.of(values));
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}

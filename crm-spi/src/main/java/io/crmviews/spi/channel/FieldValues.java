package io.crmviews.spi.channel;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies field values deeply and refuses types that records do not carry, so that a record is immutable and closed. */
final class FieldValues {

    /** Deep enough for documents, and far from a stack overflow. */
    private static final int MAX_DEPTH = 64;

    private FieldValues() {}

    static Map<String, Object> copy(Map<?, ?> fields) {
        return copyMap(fields, 0);
    }

    private static Map<String, Object> copyMap(Map<?, ?> fields, int depth) {
        Map<String, Object> copy = new LinkedHashMap<>(fields.size() * 2);
        fields.forEach((name, value) -> {
            if (!(name instanceof String text)) {
                throw new IllegalArgumentException("The names of fields are texts.");
            }
            copy.put(text, copyValue(value, depth + 1));
        });
        return Collections.unmodifiableMap(copy);
    }

    private static Object copyValue(Object value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("Field values nest deeper than " + MAX_DEPTH + " levels.");
        }
        if (value instanceof Map<?, ?> map) {
            return copyMap(map, depth);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(copyValue(element, depth + 1)));
            return Collections.unmodifiableList(copy);
        }
        if (isScalar(value)) {
            return value;
        }
        throw new IllegalArgumentException("A field value is a String, Long, BigDecimal, Boolean, Instant, LocalDate,"
                + " List or Map, and never null; this one is "
                + (value == null ? "null" : "a " + value.getClass().getName()) + ".");
    }

    private static boolean isScalar(Object value) {
        return value instanceof String
                || value instanceof Long
                || value instanceof BigDecimal
                || value instanceof Boolean
                || value instanceof Instant
                || value instanceof LocalDate;
    }
}

package io.crmviews.merge.mapping;

import java.util.Map;
import java.util.Set;

/** One channel record while it is mapped: its fields, the words that mean "no value", and the first refusal, if any. */
final class Scope {

    private final Map<?, ?> fields;
    private final Set<String> absent;
    private String refusal = "";

    Scope(Map<?, ?> fields, Set<String> absent) {
        this.fields = fields;
        this.absent = absent;
    }

    Map<?, ?> fields() {
        return fields;
    }

    /** A value as text: stripped, and empty when it says nothing. */
    String text(Object value) {
        String text = value instanceof java.math.BigDecimal number
                ? number.toPlainString()
                : value.toString().strip();
        return absent.contains(text) ? "" : text;
    }

    /** Refuses the record; the first reason is kept. */
    void refuse(String reason) {
        if (refusal.isEmpty()) {
            refusal = reason;
        }
    }

    /** Why the record is refused, or empty. */
    String refusal() {
        return refusal;
    }
}

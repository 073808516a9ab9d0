package io.crmviews.merge.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One channel record while it is mapped: its fields, the words that mean "no value", and the first refusal, if any. */
final class Scope {

    private final Map<?, ?> fields;
    private final Set<String> absent;
    private final List<String> refusals;

    Scope(Map<?, ?> fields, Set<String> absent) {
        this(fields, absent, new ArrayList<>(1));
    }

    private Scope(Map<?, ?> fields, Set<String> absent, List<String> refusals) {
        this.fields = fields;
        this.absent = absent;
        this.refusals = refusals;
    }

    /** The same record with other fields: a refusal in either is one of both. */
    Scope with(Map<?, ?> others) {
        return new Scope(others, absent, refusals);
    }

    Map<?, ?> fields() {
        return fields;
    }

    /** A value as text: stripped, and empty when it says nothing. */
    String text(Object value) {
        String text = value instanceof BigDecimal number
                ? number.toPlainString()
                : value.toString().strip();
        return absent.contains(text) ? "" : text;
    }

    /** Refuses the record; the first reason is kept. */
    void refuse(String reason) {
        refusals.add(reason);
    }

    /** Why the record is refused, or empty. */
    String refusal() {
        return refusals.isEmpty() ? "" : refusals.get(0);
    }
}

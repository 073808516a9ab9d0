package io.crmviews.model.profile;

import java.util.List;

/**
 * A field of a golden profile: its values and the rule that chose them.
 *
 * @param field which field
 * @param rule the survivorship rule, by its name
 * @param values the winner first; more than one only where the rule keeps the union; never empty
 */
public record GoldenField(Field field, String rule, List<GoldenValue> values) {

    /** Checks that there is a value and copies the list. */
    public GoldenField {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("A golden field needs a value.");
        }
    }

    /**
     * The value that won.
     *
     * @return the first value
     */
    public GoldenValue winner() {
        return values.get(0);
    }

    @Override
    public String toString() {
        return "GoldenField[" + field + "]";
    }
}

package io.crmviews.merge.golden;

import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.Field;
import io.crmviews.model.source.RecordKey;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What another policy would change, without changing anything. Holds references and field names, and no value.
 *
 * @param customers how many customers were looked at
 * @param changed how many of them would have another value in a field
 * @param fields in how many customers a field would change, by field
 * @param samples some of the differences, of each field those of the customers with the least ids
 */
public record Simulation(long customers, long changed, SortedMap<Field, Long> fields, List<Difference> samples) {

    /** Copies the collections. */
    public Simulation {
        fields = new TreeMap<>(fields);
        samples = List.copyOf(samples);
    }

    /**
     * A field of a customer that would change.
     *
     * @param customer the customer
     * @param field the field
     * @param before the records whose values stand there now, the winner first; empty if there is none
     * @param after the records whose values would stand there
     */
    public record Difference(CustomerId customer, Field field, List<RecordKey> before, List<RecordKey> after) {

        /** Copies the lists. */
        public Difference {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /**
     * The simulation in words.
     *
     * @return several lines
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(changed).append(" of ").append(customers).append(" customers would change\n");
        for (Map.Entry<Field, Long> field : fields.entrySet()) {
            text.append("  ")
                    .append(field.getKey())
                    .append(": ")
                    .append(field.getValue())
                    .append('\n');
        }
        for (Difference sample : samples) {
            text.append("  ").append(sample.customer()).append(", ").append(sample.field());
            text.append(": ")
                    .append(sample.before())
                    .append(" to ")
                    .append(sample.after())
                    .append('\n');
        }
        return text.toString();
    }
}

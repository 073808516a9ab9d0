package io.crmviews.merge.golden;

import io.crmviews.model.profile.Field;
import java.time.Instant;
import java.util.List;

/**
 * Why a field has the value that it has: what is kept, by which rule, and every value that lost with the reason. Holds
 * personal values; {@link #toString()} does not. Immutable.
 *
 * @param field the field
 * @param rule the rule that decided, by its name
 * @param kept what is kept, the winner first; empty if nothing is, or if the whole name or address that won lacks this part
 * @param lost what is not kept, in the order of the records
 */
public record FieldExplanation(Field field, String rule, List<Statement> kept, List<Loss> lost) {

    /** Copies the lists. */
    public FieldExplanation {
        kept = List.copyOf(kept);
        lost = List.copyOf(lost);
    }

    /**
     * A value that lost.
     *
     * @param value the value
     * @param reason why
     * @param criterion the criterion of the rule that decided; empty for every other reason
     */
    public record Loss(Statement value, LossReason reason, String criterion) {

        @Override
        public String toString() {
            return "Loss[" + value.record() + ", " + reason + "]";
        }
    }

    /**
     * The explanation in words, one line a value. It holds the values.
     *
     * @return several lines
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(field).append(" by ").append(rule).append('\n');
        kept.forEach(value -> text.append("  kept  ").append(line(value)).append('\n'));
        for (Loss loss : lost) {
            text.append("  lost  ").append(line(loss.value())).append(": ");
            text.append(loss.reason().sentence());
            text.append(loss.criterion().isEmpty() ? "" : " by " + loss.criterion())
                    .append('\n');
        }
        return text.toString();
    }

    private static String line(Statement value) {
        String said = value.text().isEmpty() ? "nothing" : "\"" + value.text() + "\"";
        String when = value.occurredAt().equals(Instant.MIN)
                ? "at an unknown time"
                : value.occurredAt().toString();
        String often = value.records() > 1 ? ", said by " + value.records() + " records" : "";
        return said + " of " + value.record() + ", " + when + often;
    }

    @Override
    public String toString() {
        return "FieldExplanation[" + field + "]";
    }
}

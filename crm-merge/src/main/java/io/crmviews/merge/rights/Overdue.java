package io.crmviews.merge.rights;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * Says what is over its time.
 *
 * @param rules the rules; where several are for something, the longest counts
 * @param now the present instant
 */
public record Overdue(List<RetentionRule> rules, Instant now) {

    /** Copies the rules. */
    public Overdue {
        rules = List.copyOf(rules);
    }

    /**
     * Whether something is over its time.
     *
     * @param source where it comes from
     * @param kind what it is
     * @param occurredAt when it happened; what has no time is never over it
     * @return true if at least one rule is for it and none keeps it longer
     */
    public boolean test(String source, String kind, Instant occurredAt) {
        List<RetentionRule> fitting =
                rules.stream().filter(rule -> rule.isFor(source, kind)).toList();
        return !fitting.isEmpty()
                && !occurredAt.equals(Instant.MIN)
                && fitting.stream().allMatch(rule -> isOver(occurredAt, rule));
    }

    private boolean isOver(Instant occurredAt, RetentionRule rule) {
        try {
            return occurredAt.plus(rule.keep()).isBefore(now);
        } catch (DateTimeException | ArithmeticException beyondTime) {
            return false;
        }
    }
}

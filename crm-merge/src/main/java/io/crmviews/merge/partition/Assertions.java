package io.crmviews.merge.partition;

import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.review.Verdict;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What people said about the records of a component.
 *
 * @param same pairs that are one customer, the latest first, equal times by key: those that cannot all hold lose from
 *     the end
 * @param different pairs that are two customers
 */
public record Assertions(List<MatchAssertion> same, List<MatchAssertion> different) {

    /** Nobody said anything. */
    public static final Assertions NONE = new Assertions(List.of(), List.of());

    private static final Comparator<MatchAssertion> LATEST_FIRST = Comparator.comparing(
                    (MatchAssertion assertion) -> assertion.revision().occurredAt())
            .reversed()
            .thenComparing(MatchAssertion::key);

    /** Copies the lists. */
    public Assertions {
        same = List.copyOf(same);
        different = List.copyOf(different);
    }

    /**
     * Sorts assertions by verdict and time.
     *
     * @param current the versions that hold, in any order, each once
     * @return those that say same or different
     */
    public static Assertions of(Collection<MatchAssertion> current) {
        return current.isEmpty()
                ? NONE
                : new Assertions(those(current, Verdict.SAME), those(current, Verdict.DIFFERENT));
    }

    private static List<MatchAssertion> those(Collection<MatchAssertion> current, Verdict verdict) {
        return current.stream()
                .filter(assertion -> assertion.verdict() == verdict)
                .sorted(LATEST_FIRST)
                .toList();
    }

    /**
     * Whether nothing moves.
     *
     * @return true if nobody said same or different
     */
    public boolean isEmpty() {
        return same.isEmpty() && different.isEmpty();
    }
}

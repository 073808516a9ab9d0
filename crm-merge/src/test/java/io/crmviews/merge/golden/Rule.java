package io.crmviews.merge.golden;

import io.crmviews.merge.golden.PlainSurvivorship.Statement;
import io.crmviews.model.party.Authentication.Assurance;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Every strategy beside its plain definition: better statements first. */
@SuppressWarnings("ImmutableEnumChecker") // Strategies and comparators here have no state.
enum Rule {
    SOURCE_PRIORITY(
            Strategies.sourcePriority(List.of("shop", "crm")),
            false,
            Comparator.comparingInt(statement -> List.of("shop", "crm", "forum")
                    .indexOf(statement.record().key().source()))),
    MOST_RECENT(Strategies.mostRecent(), false, recency()),
    VERIFIED_FIRST(
            Strategies.verifiedFirst(), false, Comparator.comparing(Statement::proof, Comparator.reverseOrder())),
    VERIFIED_THEN_RECENT(
            Strategies.verifiedFirst().then(Strategies.mostRecent()),
            false,
            Comparator.comparing(Statement::proof, Comparator.<Assurance>reverseOrder())
                    .thenComparing(recency())),
    MOST_FREQUENT(Strategies.mostFrequent(), true, Comparator.comparingInt(Statement::same)),
    FREQUENT_THEN_RECENT(Strategies.mostFrequent().then(Strategies.mostRecent()), true, recency()),
    MOST_COMPLETE(Strategies.mostComplete(), false, Comparator.comparingInt(statement -> -statement.parts())),
    LONGEST(
            Strategies.longest(),
            false,
            Comparator.comparingInt(statement -> -statement.canonical().length())),
    MINIMUM(Strategies.minimum(), false, Comparator.comparing(Statement::canonical, smallest())),
    MAXIMUM(Strategies.maximum(), false, Comparator.comparing(Statement::canonical, greatest())),
    CUSTOM(
            Strategies.custom(
                    "digits-in-key",
                    8,
                    candidate -> candidate.record().key().key().length()),
            false,
            Comparator.comparingInt(statement -> -statement.record().key().key().length()));

    private final Strategy strategy;
    private final boolean counting;
    private final Comparator<Statement> criteria;

    Rule(Strategy strategy, boolean counting, Comparator<Statement> criteria) {
        this.strategy = strategy;
        this.counting = counting;
        this.criteria = criteria;
    }

    Strategy strategy() {
        return strategy;
    }

    boolean counting() {
        return counting;
    }

    Comparator<Statement> criteria() {
        return criteria;
    }

    /** The order of texts that settles ties. */
    Comparator<String> valueOrder() {
        return this == MAXIMUM ? greatest() : smallest();
    }

    private static Comparator<Statement> recency() {
        Comparator<Instant> latest = Comparator.reverseOrder();
        return Comparator.comparing(statement -> statement.record().revision().occurredAt(), latest);
    }

    private static Comparator<String> smallest() {
        return Rule::byValue;
    }

    private static Comparator<String> greatest() {
        return smallest().reversed();
    }

    private static int byValue(String left, String right) {
        boolean number = left.matches("-?[0-9.]+");
        if (number != right.matches("-?[0-9.]+")) {
            return number ? -1 : 1;
        }
        int bySize = number ? new BigDecimal(left).compareTo(new BigDecimal(right)) : 0;
        return bySize != 0 ? bySize : left.compareTo(right);
    }
}

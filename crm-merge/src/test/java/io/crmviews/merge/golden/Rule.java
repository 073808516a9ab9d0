package io.crmviews.merge.golden;

import io.crmviews.merge.golden.PlainSurvivorship.Statement;
import io.crmviews.model.party.Authentication.Assurance;
import io.crmviews.spi.survivorship.Candidate;
import io.crmviews.spi.survivorship.CustomStrategy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

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
    WHOLE_THEN_FREQUENT_THEN_RECENT(
            Strategies.wholeFirst().then(Strategies.mostFrequent()).then(Strategies.mostRecent()),
            true,
            wholeness().thenComparing(recency())),
    CONFIRMED_THEN_RECENT(Strategies.mostFrequent(2).then(Strategies.mostRecent()), true, recency()),
    WELL_WRITTEN(Strategies.wellWritten(), false, Comparator.comparing(statement -> isOneCase(statement.raw()))),
    CONDITIONAL(
            Strategies.when(
                    Condition.from("shop", "crm").and(Condition.youngerThan(Duration.ofDays(365), Dates.AS_OF)),
                    Strategies.mostRecent()),
            false,
            Comparator.comparing((Statement statement) -> !isYoung(statement))
                    .thenComparing((left, right) -> isYoung(left) ? recency().compare(left, right) : 0)),
    CUSTOM(
            Strategies.custom(new KeyLength()),
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

    /** What comes before the count. */
    Comparator<Statement> lead() {
        return this == WHOLE_THEN_FREQUENT_THEN_RECENT ? wholeness() : Comparator.comparingInt(Statement::same);
    }

    int enough() {
        return this == CONFIRMED_THEN_RECENT ? 2 : Integer.MAX_VALUE;
    }

    boolean ordersValues() {
        return this == MINIMUM || this == MAXIMUM;
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

    private static Comparator<Statement> wholeness() {
        return Comparator.comparing(statement -> !statement.whole());
    }

    private static boolean isOneCase(String text) {
        return !text.equals(text.toLowerCase(Locale.ROOT)) != !text.equals(text.toUpperCase(Locale.ROOT));
    }

    private static boolean isYoung(Statement statement) {
        return !statement.record().key().source().equals("forum")
                && !statement.record().revision().occurredAt().isBefore(Dates.AS_OF.minus(Duration.ofDays(365)));
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

    /** From when ages are told. */
    private static final class Dates {
        static final Instant AS_OF = Instant.parse("2025-06-01T00:00:00Z");
    }

    /** A custom rule. */
    private static final class KeyLength implements CustomStrategy {

        @Override
        public String name() {
            return "digits-in-key";
        }

        @Override
        public int bits() {
            return 8;
        }

        @Override
        public long rank(Candidate candidate) {
            return candidate.record().key().key().length();
        }
    }
}

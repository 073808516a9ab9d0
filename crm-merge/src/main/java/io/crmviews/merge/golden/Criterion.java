package io.crmviews.merge.golden;

import io.crmviews.spi.survivorship.Candidate;
import io.crmviews.spi.survivorship.CustomStrategy;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * One step of a strategy: a number of a fixed width. Being exact in its width is what lets several criteria stand in one
 * long.
 *
 * @param name its name in rules and documents
 * @param arguments what it was made with, as documents write it
 * @param bits its width, 1 to {@link CustomStrategy#MAX_BITS}
 * @param ranking the number
 * @param condition which values it ranks; the others score 0
 */
record Criterion(
        String name, List<String> arguments, int bits, ToLongFunction<Candidate> ranking, Condition condition) {

    Criterion {
        arguments = List.copyOf(arguments);
        if (name.isBlank() || bits < 1 || bits > CustomStrategy.MAX_BITS) {
            throw new IllegalArgumentException(
                    "A criterion needs a name and a width of 1 to " + CustomStrategy.MAX_BITS + " bits.");
        }
    }

    static Criterion of(String name, List<String> arguments, int bits, ToLongFunction<Candidate> ranking) {
        return new Criterion(name, arguments, bits, ranking, Condition.ALWAYS);
    }

    Criterion when(Condition other) {
        return new Criterion(name, arguments, bits, ranking, condition.and(other));
    }

    long score(Candidate candidate) {
        if (!condition.holds(candidate)) {
            return 0;
        }
        long greatest = (1L << bits) - 1;
        return Math.max(0, Math.min(greatest, ranking.applyAsLong(candidate)));
    }

    /** The name with its condition, as a rule is printed. */
    String rule() {
        String called = name.equals(Strategies.CUSTOM) ? arguments.get(0) : name;
        return condition.equals(Condition.ALWAYS) ? called : called + "[" + condition + "]";
    }
}

package io.crmviews.merge.train;

import io.crmviews.merge.weigh.Evidence.Item;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.merge.weigh.Parameters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Learns the weights of levels from pairs nobody has labelled (expectation and maximisation, Dempster, Laird and Rubin 1977;
 * for record linkage Winkler 1988): by the weights so far each pair is one customer with some probability, and by these
 * probabilities each level occurs so often among customers. All sums are in one order and all logarithms are strict, so
 * the result is the same to the bit on every machine.
 */
final class ExpectationMaximization {

    /** So many matching pairs the shipped weight stands for. */
    static final double SHIPPED_PAIRS = 50;

    /** A level moves no further from its shipped weight. */
    static final double MOST_BITS = 3;

    static final double LEAST_COMPARED = 1000;
    static final double LEAST_RANDOM = 10;
    static final double LEAST_MATCHES = 100;
    private static final int MOST_ROUNDS = 50;
    private static final double STILL = 1.0 / 64;
    private static final double MOST_M = 0.9;
    private static final double LN2 = StrictMath.log(2);

    private final Parameters shipped;
    private final LevelCounts random;
    private final List<Observation> pairs = new ArrayList<>();
    private final List<EnumSet<Blocking>> ways = new ArrayList<>();
    private final double[] bits = new double[Level.values().length];
    private final double[] best = new double[bits.length];
    LevelCounts matching = new LevelCounts();
    double matches;
    double matchesAtFirst;
    int rounds;
    boolean converged;

    ExpectationMaximization(Parameters shipped, LevelCounts random) {
        this.shipped = shipped;
        this.random = random;
        for (Level level : Level.values()) {
            bits[level.ordinal()] = shippedBits(level);
            best[level.ordinal()] = bits[level.ordinal()];
        }
    }

    void add(Observation pair, EnumSet<Blocking> by) {
        pairs.add(pair);
        ways.add(by);
    }

    int pairs() {
        return pairs.size();
    }

    void run() {
        while (!converged && rounds < MOST_ROUNDS) {
            expect();
            matchesAtFirst = rounds == 0 ? matches : matchesAtFirst;
            converged = maximise() < STILL;
            rounds++;
        }
    }

    private void expect() {
        matching = new LevelCounts();
        matches = 0;
        for (int i = 0; i < pairs.size(); i++) {
            double share = share(pairs.get(i));
            matches += share;
            for (Item item : Item.values()) {
                if (ways.get(i).stream().anyMatch(way -> way.tells(item))) {
                    matching.add(pairs.get(i), share, item);
                }
            }
        }
    }

    /** The probability that a pair is one customer. */
    private double share(Observation pair) {
        return 1 / (1 + StrictMath.pow(2, -pair.weight(bits)));
    }

    private double maximise() {
        double moved = 0;
        for (Level level : Level.values()) {
            int at = level.ordinal();
            best[at] = estimate(level, matching);
            double next = level.learnt && isKnown(level) ? bounded(level, best[at]) : bits[at];
            moved = Math.max(moved, Math.abs(next - bits[at]));
            bits[at] = next;
        }
        return moved;
    }

    /** Whether the records say enough of a level to learn it. */
    boolean isKnown(Level level) {
        return random.compared(level) >= LEAST_COMPARED
                && random.at(level) >= LEAST_RANDOM
                && matching.compared(level) >= LEAST_MATCHES;
    }

    /** What a level weighs by these matching pairs, smoothed by the shipped weight. */
    double estimate(Level level, LevelCounts by) {
        double u = u(level);
        double usual = Math.min(MOST_M, u * StrictMath.pow(2, shippedBits(level)));
        double m = (by.at(level) + SHIPPED_PAIRS * usual) / (by.compared(level) + SHIPPED_PAIRS);
        return StrictMath.log(m / u) / LN2;
    }

    private double u(Level level) {
        return (random.at(level) + 0.5) / (random.compared(level) + 1);
    }

    /** A near miss stays between agreement and disagreement, and near its shipped weight. */
    private double bounded(Level level, double wanted) {
        double near = Math.max(shippedBits(level) - MOST_BITS, Math.min(shippedBits(level) + MOST_BITS, wanted));
        double agreeing = bits(shipped, agreement(level));
        double differing = shippedBits(disagreement(level));
        return Math.max(differing, Math.min(agreeing, near));
    }

    private static Parameter agreement(Level level) {
        return switch (level.item) {
            case PHONE -> Parameter.PHONE_EXACT;
            case IDENTIFIER -> Parameter.ID_EXACT;
            default -> Parameter.BIRTH_EXACT;
        };
    }

    private static Level disagreement(Level level) {
        return switch (level.item) {
            case PHONE -> Level.PHONE_DIFFERENT;
            case IDENTIFIER -> Level.ID_DIFFERENT;
            default -> Level.BIRTH_DIFFERENT;
        };
    }

    /** By how many bits the ways of finding pairs disagree on a level: 0 where one way alone says enough. */
    double disagreement(Level level, LevelCounts[] byWay) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (LevelCounts way : byWay) {
            if (way.compared(level) >= LEAST_MATCHES) {
                double estimate = estimate(level, way);
                least = Math.min(least, estimate);
                most = Math.max(most, estimate);
            }
        }
        return Math.max(0, most - least);
    }

    /** The matching pairs of each way of finding them. */
    LevelCounts[] byWay() {
        LevelCounts[] counts = new LevelCounts[Blocking.values().length];
        for (Blocking way : Blocking.values()) {
            counts[way.ordinal()] = new LevelCounts();
        }
        for (int i = 0; i < pairs.size(); i++) {
            double share = share(pairs.get(i));
            for (Blocking way : ways.get(i)) {
                counts[way.ordinal()].add(pairs.get(i), share, way);
            }
        }
        return counts;
    }

    double learnt(Level level) {
        return bits[level.ordinal()];
    }

    double best(Level level) {
        return best[level.ordinal()];
    }

    double randomAt(Level level) {
        return random.at(level);
    }

    double shippedBits(Level level) {
        return bits(shipped, level.parameter());
    }

    private static double bits(Parameters parameters, Parameter parameter) {
        return (double) parameters.get(parameter) / Model.BIT;
    }
}

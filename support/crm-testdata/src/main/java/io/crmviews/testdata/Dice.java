package io.crmviews.testdata;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Seeded pseudo-random numbers: SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).
 * Written out here so that a seed gives the same population on every Java version. Not thread-safe.
 */
final class Dice {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Independent dice for each combination of seed and coordinates, so that parts can be made in any order. */
    static Dice of(long seed, long... coordinates) {
        long state = mix(seed + GAMMA);
        for (long coordinate : coordinates) {
            state = mix(state ^ mix(coordinate + GAMMA));
        }
        return new Dice(state);
    }

    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private double fraction() {
        state += GAMMA;
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    int below(int bound) {
        return (int) (fraction() * bound);
    }

    int between(int first, int last) {
        return first + below(last - first + 1);
    }

    boolean chance(double probability) {
        return fraction() < probability;
    }

    <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }

    /** An index that falls as Zipf and Mandelbrot say: density 1 / (flat + index); the larger flat, the less skewed. */
    int skewed(int bound, double flat) {
        return (int) (flat * (Math.pow(1 + bound / flat, fraction()) - 1));
    }

    <T> T common(List<T> values) {
        return values.get(skewed(values.size(), 12));
    }

    LocalDate day(LocalDate from, LocalDate until) {
        long days = ChronoUnit.DAYS.between(from, until);
        return days <= 0 ? from : from.plusDays((long) (fraction() * days));
    }
}

package io.crmviews.merge.golden;

/**
 * One step of a strategy: a number of a fixed width. Being exact in its width is what lets several criteria stand in one
 * long.
 *
 * @param name its name in rules
 * @param bits its width, 1 to {@link Strategy#MAX_BITS}
 * @param ranking the number
 */
record Criterion(String name, int bits, Ranking ranking) {

    Criterion {
        if (name.isBlank() || bits < 1 || bits > Strategy.MAX_BITS) {
            throw new IllegalArgumentException(
                    "A criterion needs a name and a width of 1 to " + Strategy.MAX_BITS + " bits.");
        }
    }

    long score(Candidate candidate) {
        long greatest = (1L << bits) - 1;
        return Math.max(0, Math.min(greatest, ranking.rank(candidate)));
    }
}

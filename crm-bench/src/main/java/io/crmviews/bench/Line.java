package io.crmviews.bench;

/**
 * One line of the gate.
 *
 * @param name what is measured
 * @param value how much of it
 * @param tolerance by which share it may be greater than in the baseline; 0 for what must be exactly equal
 */
record Line(String name, double value, double tolerance) {

    static Line exact(String name, long value) {
        return new Line(name, value, 0);
    }

    static Line bytes(String name, double value, double tolerance) {
        return new Line(name, Math.rint(value), tolerance);
    }

    /** Whether this line is worse than the one in a baseline, or just different if it must be equal. */
    boolean moved(Line before) {
        return tolerance == 0 ? value != before.value : value > before.value * (1 + tolerance);
    }

    /** Whether a new baseline would be stricter. */
    boolean isGain(Line before) {
        return tolerance > 0 && value < before.value * (1 - tolerance);
    }
}

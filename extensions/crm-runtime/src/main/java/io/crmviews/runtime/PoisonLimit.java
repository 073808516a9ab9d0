package io.crmviews.runtime;

/**
 * When rejects are too many to be single accidents: a column was renamed, a mapping is wrong. The source then stops
 * before the batch is stored, so that nothing is lost and the dead letters do not fill. Immutable.
 *
 * @param window how many records and rejects are looked at together, at least 1
 * @param share the largest share of rejects among them, above 0 and at most 1; 1 switches the limit off
 */
public record PoisonLimit(int window, double share) {

    /** Half of 200. */
    public static final PoisonLimit USUAL = new PoisonLimit(200, 0.5);

    /** Checks the numbers. */
    public PoisonLimit {
        if (window < 1 || !(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("A poison limit needs a window of at least 1 and a share in (0, 1].");
        }
    }
}

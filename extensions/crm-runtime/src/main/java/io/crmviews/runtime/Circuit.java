package io.crmviews.runtime;

import java.time.Duration;

/**
 * When a source is left alone for a while: after so many failures in a row it rests, then one attempt shows whether it
 * works again (M. Nygard, "Release It!", 2007). Immutable.
 *
 * @param failures how many failures in a row open the circuit; 0 for never
 * @param rest how long the source is left alone, above zero
 */
public record Circuit(int failures, Duration rest) {

    /** Ten failures, fifteen minutes. */
    public static final Circuit USUAL = new Circuit(10, Duration.ofMinutes(15));

    /** Checks the numbers. */
    public Circuit {
        if (failures < 0 || rest.isNegative() || rest.isZero()) {
            throw new IllegalArgumentException("A circuit needs no negative failures and a rest above zero.");
        }
    }

    /**
     * Whether it is open.
     *
     * @param inARow the failures in a row
     * @return true if the source is to rest
     */
    public boolean isOpenAfter(int inARow) {
        return failures > 0 && inARow >= failures;
    }
}

package io.crmviews.spi.store;

import java.util.Comparator;

/**
 * A key with many holders.
 *
 * @param key the key
 * @param holders how many nodes hold it
 */
public record CrowdedKey(long key, int holders) {

    /** The most holders first, equal ones by key. */
    public static final Comparator<CrowdedKey> MOST_FIRST =
            Comparator.comparingInt(CrowdedKey::holders).reversed().thenComparingLong(CrowdedKey::key);
}

package io.crmviews.merge.rights;

import java.time.Instant;
import java.util.List;

/**
 * What a run of retention erases, or would erase: one entry for each source and kind.
 *
 * @param at the instant that ages are taken at
 * @param dryRun whether nothing was done
 * @param due what is over its time
 * @param kept what is over its time and bound by a law; restricted unless this is a dry run
 */
public record RetentionPlan(
        Instant at, boolean dryRun, List<ErasureReceipt.Erased> due, List<ErasureReceipt.Kept> kept) {

    /** Copies the lists. */
    public RetentionPlan {
        due = List.copyOf(due);
        kept = List.copyOf(kept);
    }
}

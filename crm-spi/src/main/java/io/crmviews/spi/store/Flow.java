package io.crmviews.spi.store;

import io.crmviews.model.profile.Field;
import java.util.Set;

/**
 * Where one commit found records of one source and where it left them: from what the feed of a reader is made that may
 * not see all sources. Holds names of sources, ids and fields, never values.
 *
 * @param source the source's id
 * @param before the number of the customer that the records belonged to, or {@link StoredRecord#NONE}
 * @param after the number of the customer that they belong to, or {@link StoredRecord#NONE}
 * @param leastBefore the least id that they carried, or {@link StoredRecord#NONE}
 * @param leastAfter the least id that they carry, or {@link StoredRecord#NONE}
 * @param changed the fields of which they state something else than before
 * @param carried the fields of which they state anything, if they moved
 */
public record Flow(
        String source,
        long before,
        long after,
        long leastBefore,
        long leastAfter,
        Set<Field> changed,
        Set<Field> carried) {

    /** Copies the fields. */
    public Flow {
        changed = Set.copyOf(changed);
        carried = Set.copyOf(carried);
    }
}

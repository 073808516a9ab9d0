package io.crmviews.merge.memory;

import java.util.List;
import java.util.TreeSet;

/** The muted keys. */
final class MutedTable {

    /** Ascending; replaced as a whole, so that a reader can tell by identity that nothing changed. */
    private long[] keys = {};

    void change(List<Long> more, List<Long> fewer) {
        if (!more.isEmpty() || !fewer.isEmpty()) {
            TreeSet<Long> next = new TreeSet<>();
            for (long key : keys) {
                next.add(key);
            }
            fewer.forEach(next::remove);
            next.addAll(more);
            keys = next.stream().mapToLong(Long::longValue).toArray();
        }
    }

    long[] keys() {
        return keys;
    }
}

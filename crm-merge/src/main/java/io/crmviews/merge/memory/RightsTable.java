package io.crmviews.merge.memory;

import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.Restriction;
import io.crmviews.spi.store.RightsChanges;
import io.crmviews.spi.store.Tombstone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is erased, barred and restricted: hashes and numbers, and the names of restricted records. */
final class RightsTable {

    private final TreeMap<String, Tombstone> tombstones = new TreeMap<>();
    private final Set<Long> erasedIds = new HashSet<>();
    /** Replaced as a whole, so that a reader can tell by identity that nothing changed. */
    private Map<RecordKey, Restriction> restrictions = Map.of();

    void apply(RightsChanges changes) {
        erasedIds.addAll(changes.ids());
        changes.lifted().forEach(tombstones::remove);
        changes.tombstones().forEach(tombstone -> tombstones.put(tombstone.hash(), tombstone));
        Map<RecordKey, Restriction> next = new TreeMap<>(restrictions);
        changes.records().forEach(next::remove);
        changes.unrestricted().forEach(next::remove);
        changes.restrictions().forEach(restriction -> next.put(restriction.record(), restriction));
        if (!next.equals(restrictions)) {
            restrictions = Collections.unmodifiableMap(next);
        }
    }

    Set<Long> erased(Collection<Long> ids) {
        Set<Long> found = new HashSet<>(ids);
        found.retainAll(erasedIds);
        return found;
    }

    Map<String, Tombstone> tombstones(Collection<String> hashes) {
        Map<String, Tombstone> found = new HashMap<>();
        for (String hash : hashes) {
            Tombstone tombstone = tombstones.get(hash);
            if (tombstone != null) {
                found.put(hash, tombstone);
            }
        }
        return found;
    }

    List<Tombstone> ledger(String after, int most) {
        return tombstones.tailMap(after, false).values().stream().limit(most).toList();
    }

    Map<RecordKey, Restriction> restrictions() {
        return restrictions;
    }

    /** The next keys of a table that keeps no order; costs time in proportion to the table. */
    static List<RecordKey> page(Iterable<RecordKey> keys, @Nullable RecordKey after, int most) {
        PriorityQueue<RecordKey> least = new PriorityQueue<>(Collections.reverseOrder());
        for (RecordKey key : keys) {
            if (after == null || key.compareTo(after) > 0) {
                least.add(key);
                if (least.size() > most) {
                    least.remove();
                }
            }
        }
        List<RecordKey> page = new ArrayList<>(least);
        Collections.sort(page);
        return page;
    }
}

package io.crmviews.merge.ingest;

import io.crmviews.merge.rights.ErasureKey;
import io.crmviews.merge.rights.ErasureReceipt;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.Decided;
import io.crmviews.spi.store.RightsChanges;
import io.crmviews.spi.store.Tombstone;
import io.crmviews.spi.store.WriteSet;
import java.util.ArrayList;
import java.util.List;

/** Turns a plan to erase into one write set and its receipt. */
final class Erasing {

    private final Step step;
    private final ErasurePlan plan;

    Erasing(Step step, ErasurePlan plan) {
        this.step = step;
        this.plan = plan;
    }

    Decided<ErasureReceipt> decide(long position) {
        if (plan.isEmpty()) {
            return Decided.nothing(receipt(position, List.of(), List.of()));
        }
        WriteSet writes = step.erase(plan).writes();
        List<Long> ended = step.endedIds();
        List<Tombstone> tombstones = tombstones();
        RightsChanges changes = new RightsChanges(
                List.copyOf(plan.erasedRecords()),
                List.copyOf(plan.erasedEvents().keySet()),
                ended,
                tombstones,
                List.of(),
                plan.restrictions(),
                List.of());
        return Decided.writing(
                receipt(position + 1, ended, tombstones), writes.exercising(plan.eventsToPut(), changes));
    }

    private ErasureReceipt receipt(long position, List<Long> ended, List<Tombstone> tombstones) {
        ErasureCount count = plan.counted();
        return new ErasureReceipt(
                position,
                plan.now(),
                count.allErased(),
                count.allKept(),
                count.undecided,
                ended.stream().map(CustomerId::new).toList(),
                tombstones);
    }

    private List<Tombstone> tombstones() {
        List<Tombstone> tombstones = new ArrayList<>();
        plan.erasedRecords().forEach(key -> tombstones.add(tombstone(Tombstone.Kind.RECORD, key)));
        plan.erasedEvents().keySet().forEach(key -> tombstones.add(tombstone(Tombstone.Kind.EVENT, key)));
        return tombstones;
    }

    private Tombstone tombstone(Tombstone.Kind kind, RecordKey name) {
        ErasureKey key = plan.rules().key();
        return new Tombstone(key.hash(kind, name), kind, key.id(), plan.now());
    }
}

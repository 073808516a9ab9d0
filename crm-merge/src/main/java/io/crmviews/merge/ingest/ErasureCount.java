package io.crmviews.merge.ingest;

import io.crmviews.merge.rights.ErasureReceipt;
import io.crmviews.merge.rights.LegalDuty;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.spi.store.StoredRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much an erasure takes and keeps, by place, source and kind. */
final class ErasureCount {

    private final Map<List<String>, Integer> erased = new TreeMap<>(ErasureCount::byText);
    private final Map<List<String>, Integer> kept = new TreeMap<>(ErasureCount::byText);
    int undecided;

    private static int byText(List<String> one, List<String> other) {
        return String.join("\0", one).compareTo(String.join("\0", other));
    }

    void erased(StoredRecord record) {
        String source = record.key().source();
        boolean isAssertion = record.current() instanceof MatchAssertion;
        erased(isAssertion ? "assertions" : "records", source, isAssertion ? "assertion" : LegalDuty.RECORD);
        if (!record.history().isEmpty()) {
            erased.merge(
                    List.of("versions", source, isAssertion ? "assertion" : LegalDuty.RECORD),
                    record.history().size(),
                    Integer::sum);
        }
    }

    void erased(String place, String source, String kind) {
        erased.merge(List.of(place, source, kind), 1, Integer::sum);
    }

    void kept(String ground, String source, String kind) {
        kept.merge(List.of(ground, source, kind), 1, Integer::sum);
    }

    List<ErasureReceipt.Erased> allErased() {
        return erased.entrySet().stream()
                .map(entry -> new ErasureReceipt.Erased(
                        entry.getKey().get(0),
                        entry.getKey().get(1),
                        entry.getKey().get(2),
                        entry.getValue()))
                .toList();
    }

    List<ErasureReceipt.Kept> allKept() {
        return kept.entrySet().stream()
                .map(entry -> new ErasureReceipt.Kept(
                        entry.getKey().get(0),
                        entry.getKey().get(1),
                        entry.getKey().get(2),
                        entry.getValue()))
                .toList();
    }
}

package io.crmviews.merge;

import io.crmviews.merge.ingest.Erasable;
import io.crmviews.merge.ingest.Ingest;
import io.crmviews.merge.rights.ErasureReceipt;
import io.crmviews.merge.rights.ErasureRules;
import io.crmviews.merge.rights.LegalDuty;
import io.crmviews.merge.rights.Overdue;
import io.crmviews.merge.rights.RetentionPlan;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.spi.store.StoredEvent;
import io.crmviews.spi.store.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One run of retention: a page of facts after the other. */
final class Retaining {

    private static final int PAGE = 1_000;

    private final CustomerStore store;
    private final Ingest ingest;
    private final ErasureRules rules;
    private final Overdue overdue;
    private final Map<String, ErasureReceipt.Erased> due = new TreeMap<>();
    private final Map<String, ErasureReceipt.Kept> kept = new TreeMap<>();

    Retaining(CustomerStore store, Ingest ingest, ErasureRules rules, Overdue overdue) {
        this.store = store;
        this.ingest = ingest;
        this.rules = rules;
        this.overdue = overdue;
    }

    RetentionPlan run(boolean dryRun) {
        List<RecordKey> page = store.read(state -> state.eventKeys(null, PAGE));
        while (!page.isEmpty()) {
            RecordKey last = page.get(page.size() - 1);
            act(new Erasable(List.of(), events(page)), dryRun);
            page = store.read(state -> state.eventKeys(last, PAGE));
        }
        page = store.read(state -> state.recordKeys(null, PAGE));
        while (!page.isEmpty()) {
            RecordKey last = page.get(page.size() - 1);
            act(new Erasable(records(page), List.of()), dryRun);
            page = store.read(state -> state.recordKeys(last, PAGE));
        }
        return new RetentionPlan(overdue.now(), dryRun, List.copyOf(due.values()), List.copyOf(kept.values()));
    }

    private void act(Erasable what, boolean dryRun) {
        if (!dryRun && !(what.events().isEmpty() && what.records().isEmpty())) {
            ingest.erase(state -> what, rules);
        }
    }

    private List<RecordKey> events(List<RecordKey> page) {
        List<RecordKey> old = new ArrayList<>();
        for (StoredEvent event : store.read(state -> state.events(page)).values()) {
            String kind = event.fact() instanceof Interaction said ? said.kind() : LegalDuty.CONSENT;
            if (isOverdue("events", event.fact(), kind)) {
                old.add(event.fact().key());
            }
        }
        return old;
    }

    private List<RecordKey> records(List<RecordKey> page) {
        List<RecordKey> old = new ArrayList<>();
        for (StoredRecord record : store.read(state -> state.records(page)).values()) {
            if (record.current() instanceof SourceRecord && isOverdue("records", record.current(), LegalDuty.RECORD)) {
                old.add(record.key());
            }
        }
        return old;
    }

    /** What a law binds is counted apart; it is handed on all the same, to be restricted. */
    private boolean isOverdue(String place, Fact fact, String kind) {
        String source = fact.key().source();
        if (!overdue.test(source, kind, fact.revision().occurredAt())) {
            return false;
        }
        rules.ground(source, kind, fact.revision().occurredAt(), overdue.now())
                .ifPresentOrElse(
                        ground -> kept.merge(
                                ground + "/" + source + "/" + kind,
                                new ErasureReceipt.Kept(ground, source, kind, 1),
                                (some, one) -> new ErasureReceipt.Kept(ground, source, kind, some.count() + 1)),
                        () -> due.merge(
                                place + "/" + source + "/" + kind,
                                new ErasureReceipt.Erased(place, source, kind, 1),
                                (some, one) -> new ErasureReceipt.Erased(place, source, kind, some.count() + 1)));
        return true;
    }
}

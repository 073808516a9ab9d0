package io.crmviews.bench;

import io.crmviews.merge.CustomerViews;
import io.crmviews.merge.ingest.WorkCounters;
import io.crmviews.model.fact.SourceRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A memory store with people in it, and more people who come one by one. */
final class Resolving {

    private static final int BATCH = 1_000;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T00:00:00Z"), ZoneOffset.UTC);

    private final CustomerViews views = CustomerViews.builder().clock(CLOCK).build();
    private final List<SourceRecord> records;
    private WorkCounters work = WorkCounters.NONE;
    private int next;

    /** Takes the first records in batches; the others are left to come. */
    Resolving(List<SourceRecord> records, int preloaded) {
        this.records = records;
        while (next < preloaded) {
            int to = Math.min(preloaded, next + BATCH);
            views.ingest(records.subList(next, to));
            next = to;
        }
    }

    boolean hasNext() {
        return next < records.size();
    }

    /** One record, one call. */
    void resolveNext() {
        work = work.plus(views.ingest(List.of(records.get(next++))).work());
    }

    /** The work of the records that came one by one. */
    WorkCounters work() {
        return work;
    }

    long customers() {
        return views.customerCount();
    }
}

package io.crmviews.merge.ingest;

import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.ingest.IngestReport.Rejected;
import io.crmviews.merge.ingest.IngestReport.Unused;
import io.crmviews.merge.internal.LongSet;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.normalise.Shortfall;
import io.crmviews.merge.partition.Partitioner;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.model.change.Change;
import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.RecordRemoval;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.FeedEntry;
import io.crmviews.spi.store.SourceState;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredEvent;
import io.crmviews.spi.store.StoredRecord;
import io.crmviews.spi.store.StoredReview;
import io.crmviews.spi.store.WriteSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One synchronous step of the engine: reads what a batch of facts touches, decides without I/O of its own, and says what
 * to write. The result depends on the facts that are then current, not on the order or the batches they came in; only
 * the numbers of customers follow history.
 */
final class Step {

    private final Parts parts;
    private final StoreReader reader;
    private final Instant now;
    private final Records records;
    private final Graph graph;
    private final Counters counters = new Counters();
    private final Map<RecordKey, StoredEvent> events = new LinkedHashMap<>();
    private final Map<String, SourceState> sources;
    private final Set<String> heard = new LinkedHashSet<>();
    private final List<Rejected> rejects = new ArrayList<>();
    private final List<Unused> unused = new ArrayList<>();
    private long nextNumber;
    private int accepted;
    private int redelivered;
    private int older;

    Step(Parts parts, Instant now) {
        this.parts = parts;
        this.now = now;
        reader = parts.reader();
        records = new Records(reader);
        graph = new Graph(reader, parts.scorer(), counters);
        sources = new LinkedHashMap<>(reader.sources());
        nextNumber = reader.nextNumber();
    }

    /**
     * What a step works with.
     *
     * @param reader the state of the store
     * @param scorer the scorer of this thread
     * @param partitioner the partitioner of this thread
     * @param golden the merge of golden profiles
     * @param wholeComponent up to how many nodes a component is cut as a whole
     * @param model the checksum of the model
     */
    record Parts(
            StoreReader reader,
            PairScorer scorer,
            Partitioner partitioner,
            GoldenMerge golden,
            int wholeComponent,
            String model) {}

    /** What a step decided. */
    record Decision(WriteSet writes, IngestReport report) {

        boolean isEmpty() {
            return report.accepted() + report.older() == 0 && writes.sources().isEmpty();
        }
    }

    Decision decide(List<? extends Fact> facts, Map<String, Instant> heardUntil) {
        heardUntil.forEach((source, until) -> {
            SourceState state = sources.getOrDefault(source, SourceState.silent(source));
            if (until.isAfter(state.heardUntil())) {
                sources.put(source, state.heard(until));
                heard.add(source);
            }
        });
        List<RecordKey> recordKeys = new ArrayList<>();
        List<RecordKey> eventKeys = new ArrayList<>();
        for (Fact fact : facts) {
            (isEvent(fact) ? eventKeys : recordKeys).add(fact.key());
        }
        records.load(recordKeys);
        Map<RecordKey, StoredEvent> known = reader.events(eventKeys);
        for (Fact fact : facts) {
            Fact learnt = fact.withRevision(fact.revision().recorded(now));
            if (isEvent(fact)) {
                takeEvent(learnt, known);
            } else {
                takeRecord(learnt);
            }
        }
        moveRecords();
        StatedMatches stated = new StatedMatches(reader, records);
        touch(stated.endpoints(records));
        graph.settle();
        Regions regions = new Regions(parts, graph, records, stated, counters);
        Membership membership = new Membership(records, parts.golden(), regions.clusters());
        return written(membership, regions.reviews().changes());
    }

    /** What is said about records that are there may move them; about absent ones it sleeps. */
    private void touch(Set<RecordKey> endpoints) {
        records.load(endpoints);
        for (RecordKey endpoint : endpoints) {
            long node = records.require(endpoint).node;
            if (node != StoredRecord.NONE) {
                graph.touched().add(node);
            }
        }
    }

    private static boolean isEvent(Fact fact) {
        return fact instanceof Interaction || fact instanceof ConsentEvent;
    }

    private void takeEvent(Fact event, Map<RecordKey, StoredEvent> known) {
        StoredEvent same = events.getOrDefault(event.key(), known.get(event.key()));
        if (same != null) {
            takeKnown(event, same.fact());
            return;
        }
        events.put(event.key(), new StoredEvent(event, Subjects.of(event)));
        heard(event);
        accepted++;
    }

    /** A redelivery of an event has the same key; but an interaction must not swallow a consent of its name. */
    private void takeKnown(Fact event, Fact same) {
        if (event.getClass() == same.getClass()) {
            redelivered++;
        } else {
            rejects.add(new Rejected(event.key(), "An interaction and a consent event must not have one key."));
        }
    }

    private void takeRecord(Fact version) {
        RecordState state = records.require(version.key());
        if (isOtherKind(version, state)) {
            rejects.add(new Rejected(version.key(), "A record and an assertion must not have one key."));
            return;
        }
        if (state.current == null) {
            become(state, version);
            return;
        }
        switch (Versions.of(version, state.current, state.history)) {
            case REDELIVERED -> redelivered++;
            case OLDER -> {
                state.history = Versions.with(state.history, version);
                state.dirty = true;
                heard(version);
                older++;
            }
            case CURRENT -> {
                state.history = Versions.with(state.history, state.current);
                become(state, version);
            }
        }
    }

    private static boolean isOtherKind(Fact version, RecordState state) {
        Class<?> other = version instanceof MatchAssertion ? SourceRecord.class : MatchAssertion.class;
        return !(version instanceof RecordRemoval)
                && (other.isInstance(state.current) || state.history.stream().anyMatch(other::isInstance));
    }

    private void become(RecordState state, Fact version) {
        state.become(version);
        if (state.ids.isEmpty() && version instanceof SourceRecord) {
            state.ids.add(nextNumber++);
        }
        heard(version);
        accepted++;
    }

    private void heard(Fact fact) {
        String source = fact.key().source();
        SourceState state = sources.getOrDefault(source, SourceState.silent(source));
        sources.put(source, state.after(fact.revision().occurredAt(), now));
        heard.add(source);
    }

    /** Moves each record that has a new version from the node of its old features to that of its new ones. */
    private void moveRecords() {
        Map<RecordState, Features> joining = new LinkedHashMap<>();
        LongSet needed = new LongSet();
        for (RecordState state : records.all()) {
            if (!state.isNewVersion()) {
                continue;
            }
            if (state.node != StoredRecord.NONE) {
                needed.add(state.node);
            }
            state.live().ifPresent(record -> {
                Features features = Normaliser.features(record);
                joining.put(state, features);
                Shortfall.of(record, features).forEach(one -> unused.add(new Unused(state.key, one)));
                needed.add(features.hash());
            });
        }
        graph.load(needed);
        for (RecordState state : records.all()) {
            if (state.isNewVersion()) {
                move(state, joining);
            }
        }
    }

    private void move(RecordState state, Map<RecordState, Features> joining) {
        Features features = joining.get(state);
        if (state.node != StoredRecord.NONE) {
            graph.leave(state.key, state.node);
        }
        state.node = StoredRecord.NONE;
        if (features != null) {
            graph.join(state.key, features);
            state.node = features.hash();
        }
    }

    private Decision written(Membership membership, List<List<StoredReview>> reviews) {
        List<FeedEntry> feed = membership.changes(reader.position() + 1);
        List<Change> changes =
                feed.stream().flatMap(entry -> entry.changes().stream()).toList();
        Map<Long, RecordKey> carriers = membership.carriers();
        WriteSet writes = new WriteSet(
                reader.position(),
                nextNumber,
                records.toPut(),
                graph.nodesToPut(),
                graph.nodesToRemove(),
                graph.postings().added(),
                graph.postings().removed(),
                graph.postings().muted(),
                graph.postings().unmuted(),
                membership.put(),
                membership.removed(),
                reviews.get(0),
                reviews.get(1),
                carriers,
                List.copyOf(events.values()),
                heard.stream().map(sources::get).toList(),
                feed,
                parts.model());
        IngestReport report = new IngestReport(
                reader.position(),
                accepted,
                redelivered,
                older,
                rejects,
                unused,
                graph.postings().generic(),
                changes,
                counters.total());
        return new Decision(writes, report);
    }
}

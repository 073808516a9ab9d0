package io.crmviews.merge.ingest;

import io.crmviews.merge.partition.Assertions;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoreReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people said about the records of one step: as stored, and as the step itself brings it. */
final class StatedMatches {

    private final StoreReader reader;
    /** The assertions that this step changes; those that were removed have no value. */
    private final Map<RecordKey, Fact> changed = new HashMap<>();

    private final Map<RecordKey, List<MatchAssertion>> byRecord = new HashMap<>();
    private final Set<RecordKey> asked = new HashSet<>();

    StatedMatches(StoreReader reader, Records records) {
        this.reader = reader;
        for (RecordState state : records.all()) {
            if (state.isNewVersion() && state.current != null && isAssertion(state)) {
                changed.put(state.key, state.current);
                if (state.current instanceof MatchAssertion assertion) {
                    index(assertion);
                }
            }
        }
    }

    static boolean isAssertion(RecordState state) {
        return state.current instanceof MatchAssertion
                || (state.before != null && state.before.current() instanceof MatchAssertion);
    }

    /** The records that this step may move though nothing of their own changed: somebody speaks, or spoke, of them. */
    Set<RecordKey> endpoints(Records records) {
        Set<RecordKey> endpoints = new HashSet<>();
        List<RecordKey> moved = new ArrayList<>();
        for (RecordState state : records.all()) {
            if (changed.containsKey(state.key)) {
                add(state.current, endpoints);
                add(state.before == null ? null : state.before.current(), endpoints);
            } else if (state.isNewVersion()) {
                moved.add(state.key);
            }
        }
        load(moved);
        moved.forEach(record -> endpoints.addAll(sameAs(record)));
        return endpoints;
    }

    private static void add(@Nullable Fact version, Set<RecordKey> to) {
        if (version instanceof MatchAssertion assertion) {
            to.add(assertion.a());
            to.add(assertion.b());
        }
    }

    /** Reads what was said about records that were not asked for before; one read. */
    void load(Collection<RecordKey> records) {
        List<RecordKey> missing = records.stream().filter(asked::add).toList();
        if (!missing.isEmpty()) {
            for (MatchAssertion stored : reader.assertionsAbout(missing)) {
                if (!changed.containsKey(stored.key())) {
                    index(stored);
                }
            }
        }
    }

    private void index(MatchAssertion assertion) {
        if (assertion.verdict() == Verdict.SAME || assertion.verdict() == Verdict.DIFFERENT) {
            index(assertion.a(), assertion);
            index(assertion.b(), assertion);
        }
    }

    private void index(RecordKey record, MatchAssertion assertion) {
        List<MatchAssertion> about = byRecord.computeIfAbsent(record, any -> new ArrayList<>(2));
        if (!about.contains(assertion)) {
            about.add(assertion);
        }
    }

    /** The records of which somebody said that they are the same as this one. */
    List<RecordKey> sameAs(RecordKey record) {
        List<MatchAssertion> about = byRecord.getOrDefault(record, List.of());
        return about.isEmpty()
                ? List.of()
                : about.stream()
                        .filter(assertion -> assertion.verdict() == Verdict.SAME)
                        .map(assertion -> assertion.a().equals(record) ? assertion.b() : assertion.a())
                        .toList();
    }

    /** What was said about any of the records. */
    Assertions about(Iterable<WorkNode> nodes) {
        if (byRecord.isEmpty()) {
            return Assertions.NONE;
        }
        Map<RecordKey, MatchAssertion> found = new LinkedHashMap<>();
        for (WorkNode node : nodes) {
            for (RecordKey record : node.records()) {
                byRecord.getOrDefault(record, List.of()).forEach(one -> found.put(one.key(), one));
            }
        }
        return Assertions.of(found.values());
    }
}

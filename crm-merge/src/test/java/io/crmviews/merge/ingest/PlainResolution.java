package io.crmviews.merge.ingest;

import io.crmviews.merge.key.Keys;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.partition.Edge;
import io.crmviews.merge.partition.Partitioner;
import io.crmviews.merge.partition.Vertex;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.source.RecordKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The specification written down plainly: the customers of the current records, without postings, increments or
 * components. Every pair of nodes is looked at.
 */
final class PlainResolution {

    private PlainResolution() {}

    /** The current version of each record: the one with the highest sequence. */
    static Map<RecordKey, SourceRecord> current(List<Fact> facts) {
        Map<RecordKey, Fact> newest = new TreeMap<>();
        for (Fact fact : facts) {
            newest.merge(
                    fact.key(),
                    fact,
                    (x, y) -> y.revision().sequence() > x.revision().sequence() ? y : x);
        }
        Map<RecordKey, SourceRecord> records = new TreeMap<>();
        newest.forEach((key, fact) -> {
            if (fact instanceof SourceRecord record) {
                records.put(key, record);
            }
        });
        return records;
    }

    static Set<List<RecordKey>> customers(Iterable<SourceRecord> records, Model model, Set<String> duplicateFree) {
        Map<Features, TreeSet<RecordKey>> byFeatures = new HashMap<>();
        for (SourceRecord record : records) {
            byFeatures
                    .computeIfAbsent(Normaliser.features(record), f -> new TreeSet<>())
                    .add(record.key());
        }
        PairScorer scorer = new PairScorer(model);
        List<Vertex> vertices = new ArrayList<>();
        byFeatures.forEach((features, keys) -> {
            Prepared prepared = Prepared.of(features, model);
            vertices.add(new Vertex(prepared, scorer.weight(prepared, prepared), List.copyOf(keys)));
        });
        Map<Long, Integer> holders = new HashMap<>();
        for (Vertex vertex : vertices) {
            for (long key : Keys.of(vertex.prepared().features())) {
                holders.merge(key, 1, Integer::sum);
            }
        }
        List<Edge> edges = new ArrayList<>();
        for (int a = 0; a < vertices.size(); a++) {
            for (int b = 0; b < a; b++) {
                int weight = scorer.weight(
                        vertices.get(a).prepared(), vertices.get(b).prepared());
                if (weight >= Partitioner.leastWeight(model)
                        && shareLiveKey(vertices.get(a), vertices.get(b), holders, model)) {
                    edges.add(new Edge(a, b, weight));
                }
            }
        }
        return new HashSet<>(new Partitioner(scorer, duplicateFree)
                .partition(vertices, edges)
                .clusters());
    }

    private static boolean shareLiveKey(Vertex a, Vertex b, Map<Long, Integer> holders, Model model) {
        Set<Long> keys = new HashSet<>();
        for (long key : Keys.of(a.prepared().features())) {
            if (holders.getOrDefault(key, 0) <= model.caps().of(key)) {
                keys.add(key);
            }
        }
        for (long key : Keys.of(b.prepared().features())) {
            if (keys.contains(key)) {
                return true;
            }
        }
        return false;
    }
}

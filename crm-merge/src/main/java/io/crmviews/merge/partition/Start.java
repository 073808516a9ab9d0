package io.crmviews.merge.partition;

import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.source.RecordKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The clusters before any edge is looked at: one a vertex where its records are one by themselves, else one a record. */
final class Start {

    private final List<Vertex> vertices;
    private final UnionRules rules;
    private final Set<String> duplicateFree;
    private final int match;
    private final Cluster[][] clusters;
    private final List<Proposal> asserted = new ArrayList<>();

    Start(List<Vertex> vertices, Assertions assertions, UnionRules rules, Set<String> duplicateFree, int match) {
        this.rules = rules;
        this.vertices = vertices;
        this.duplicateFree = duplicateFree;
        this.match = match;
        clusters = new Cluster[vertices.size()][];
        Map<RecordKey, Set<RecordKey>> apart = apart(assertions.different());
        for (int i = 0; i < clusters.length; i++) {
            clusters[i] = clusters(vertices.get(i), apart);
        }
        if (!assertions.isEmpty()) {
            take(assertions);
        }
    }

    private static Map<RecordKey, Set<RecordKey>> apart(List<MatchAssertion> different) {
        if (different.isEmpty()) {
            return Map.of();
        }
        Map<RecordKey, Set<RecordKey>> apart = new HashMap<>();
        for (MatchAssertion one : different) {
            apart.computeIfAbsent(one.a(), any -> new HashSet<>()).add(one.b());
            apart.computeIfAbsent(one.b(), any -> new HashSet<>()).add(one.a());
        }
        return apart;
    }

    private Cluster[] clusters(Vertex vertex, Map<RecordKey, Set<RecordKey>> apart) {
        if (isOne(vertex, apart)) {
            return new Cluster[] {cluster(vertex, vertex.records())};
        }
        return vertex.records().stream()
                .map(record -> cluster(vertex, List.of(record)))
                .toArray(Cluster[]::new);
    }

    private Cluster cluster(Vertex vertex, List<RecordKey> records) {
        return new Cluster(vertex.prepared(), records, duplicateFree, rules.holdings(vertex.prepared()));
    }

    private boolean isOne(Vertex vertex, Map<RecordKey, Set<RecordKey>> apart) {
        if (vertex.records().size() == 1) {
            return true;
        }
        if (vertex.selfWeight() < match) {
            return false;
        }
        Set<String> sources = new HashSet<>();
        for (RecordKey record : vertex.records()) {
            if (duplicateFree.contains(record.source()) && !sources.add(record.source())) {
                return false;
            }
            for (RecordKey other : apart.getOrDefault(record, Set.of())) {
                if (vertex.records().contains(other)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void take(Assertions assertions) {
        Map<RecordKey, Integer> at = new HashMap<>();
        Map<RecordKey, Cluster> of = new HashMap<>();
        for (int i = 0; i < clusters.length; i++) {
            for (Cluster cluster : clusters[i]) {
                for (RecordKey record : cluster.records) {
                    of.put(record, cluster);
                    at.put(record, i);
                }
            }
        }
        for (MatchAssertion different : assertions.different()) {
            Cluster a = of.get(different.a());
            Cluster b = of.get(different.b());
            if (a != null && b != null) {
                a.isDifferentFrom(b);
                b.isDifferentFrom(a);
            }
        }
        for (MatchAssertion same : assertions.same()) {
            Cluster a = of.get(same.a());
            Cluster b = of.get(same.b());
            if (a != null && b != null) {
                Vertex x = vertices.get(at.getOrDefault(same.a(), 0));
                Vertex y = vertices.get(at.getOrDefault(same.b(), 0));
                asserted.add(new Proposal(a, b, x.prepared(), y.prepared(), Union.ASSERTED));
            }
        }
    }

    /** How the records of vertices that start as one cluster came together, in an order that is that of features. */
    List<Union> unions() {
        List<Vertex> one = new ArrayList<>();
        for (int i = 0; i < clusters.length; i++) {
            if (!isSplit(i) && vertices.get(i).records().size() > 1) {
                one.add(vertices.get(i));
            }
        }
        one.sort(Comparator.comparing(vertex -> vertex.prepared().features(), Partitioner.BY_HASH));
        List<Union> unions = new ArrayList<>();
        for (Vertex vertex : one) {
            List<RecordKey> equal = vertex.records();
            for (int i = 1; i < equal.size(); i++) {
                unions.add(new Union(equal.get(0), equal.get(i), vertex.selfWeight(), i, 1));
            }
        }
        return unions;
    }

    /** What people said is one, the latest first. */
    List<Proposal> asserted() {
        return asserted;
    }

    boolean isSplit(int vertex) {
        return clusters[vertex].length > 1;
    }

    Iterable<Cluster> clusters() {
        return () -> Arrays.stream(clusters).flatMap(Arrays::stream).iterator();
    }

    /** The edges between clusters, in order. */
    List<Proposal> proposals(List<Edge> edges) {
        List<Proposal> proposals = new ArrayList<>(edges.size());
        for (Edge edge : edges) {
            Vertex x = vertices.get(edge.a());
            Vertex y = vertices.get(edge.b());
            Cluster[] lefts = clusters[edge.a()];
            Cluster[] rights = clusters[edge.b()];
            for (int i = 0; i < lefts.length; i++) {
                for (int j = edge.a() == edge.b() ? i + 1 : 0; j < rights.length; j++) {
                    proposals.add(new Proposal(lefts[i], rights[j], x.prepared(), y.prepared(), edge.weight()));
                }
            }
        }
        return proposals;
    }
}

package io.crmviews.merge.partition;

import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.partition.Refusal.Reason;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.merge.weigh.Parameters;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.source.RecordKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Cuts a component of the graph into customers: from the strongest edge to the weakest, in one total order that no
 * arrival order changes, two clusters unite unless a constraint refuses. Constrained agglomeration in the manner of
 * Kruskal (1956); a pure function of vertices, edges and model. One partitioner a thread.
 */
public final class Partitioner {

    private final PairScorer scorer;
    private final Set<String> duplicateFree;
    private final int match;
    private final int strong;
    private final int bridge;
    private final int weakBridge;
    private final int crossLeast;
    private final int crossMost;

    /**
     * A partitioner for one thread.
     *
     * @param scorer the scorer of the same thread
     * @param duplicateFree the sources that never hold one customer twice
     */
    public Partitioner(PairScorer scorer, Set<String> duplicateFree) {
        this.scorer = scorer;
        this.duplicateFree = Set.copyOf(duplicateFree);
        Parameters p = scorer.model().parameters();
        match = p.get(Parameter.MATCH);
        strong = p.get(Parameter.STRONG);
        bridge = p.get(Parameter.BRIDGE);
        weakBridge = p.get(Parameter.WEAK_BRIDGE);
        crossLeast = p.get(Parameter.CROSS_LEAST);
        crossMost = p.get(Parameter.CROSS_MOST);
    }

    /**
     * The least weight of an edge that can unite anything.
     *
     * @param model the model
     * @return 1/1024 bits
     */
    public static int leastWeight(Model model) {
        return model.parameters().get(Parameter.MATCH) - model.parameters().get(Parameter.WEAK_SPAN);
    }

    /**
     * The customers of a component. O(edges log edges), and at most sixteen comparisons for each edge that is not
     * strong.
     *
     * @param vertices the component's vertices, in any order
     * @param edges its edges of at least {@link #leastWeight(Model)}, in any order
     * @return the partition, the same for every order
     */
    public Partition partition(List<Vertex> vertices, List<Edge> edges) {
        Run run = new Run(vertices);
        List<Edge> ordered = new ArrayList<>(edges.size() + 2);
        edges.forEach(edge -> ordered.add(oriented(vertices, edge)));
        for (int i = 0; i < vertices.size(); i++) {
            if (run.clusters[i].length > 1 && vertices.get(i).selfWeight() >= match) {
                ordered.add(new Edge(i, i, vertices.get(i).selfWeight()));
            }
        }
        ordered.sort(order(vertices));
        for (Edge edge : ordered) {
            run.take(edge);
        }
        return run.result();
    }

    /** The order of oriented edges. */
    private static Comparator<Edge> order(List<Vertex> vertices) {
        return Comparator.comparingInt((Edge edge) -> -edge.weight()).thenComparing((one, other) -> {
            int first = compare(features(vertices, one.a()), features(vertices, other.a()));
            return first != 0 ? first : compare(features(vertices, one.b()), features(vertices, other.b()));
        });
    }

    private static Features features(List<Vertex> vertices, int index) {
        return vertices.get(index).prepared().features();
    }

    /** The lesser features first: which end of an edge comes first must not hang on the order of arrival. */
    private static Edge oriented(List<Vertex> vertices, Edge edge) {
        boolean inOrder = compare(features(vertices, edge.a()), features(vertices, edge.b())) <= 0;
        return inOrder ? edge : new Edge(edge.b(), edge.a(), edge.weight());
    }

    private static int compare(Features a, Features b) {
        int first = Long.compare(a.hash(), b.hash());
        return first != 0 ? first : Long.compare(a.hash2(), b.hash2());
    }

    /** Whether the records of a vertex start as one cluster. */
    private boolean startsAsOne(Vertex vertex) {
        if (vertex.records().size() == 1) {
            return true;
        }
        if (vertex.selfWeight() < match) {
            return false;
        }
        return vertex.records().stream()
                        .map(RecordKey::source)
                        .filter(duplicateFree::contains)
                        .distinct()
                        .count()
                == vertex.records().stream()
                        .map(RecordKey::source)
                        .filter(duplicateFree::contains)
                        .count();
    }

    /** The state of one call. */
    private final class Run {

        private final List<Vertex> vertices;
        private final Cluster[][] clusters;
        private final IdentityHashMap<Cluster, Cluster> pouredInto = new IdentityHashMap<>();
        private final List<Refusal> refusals = new ArrayList<>();
        private final List<Union> unions = new ArrayList<>();

        Run(List<Vertex> vertices) {
            this.vertices = vertices;
            clusters = new Cluster[vertices.size()][];
            List<Vertex> started = new ArrayList<>();
            for (int i = 0; i < clusters.length; i++) {
                Vertex vertex = vertices.get(i);
                if (startsAsOne(vertex)) {
                    clusters[i] = new Cluster[] {new Cluster(vertex.prepared(), vertex.records(), duplicateFree)};
                    started.add(vertex);
                } else {
                    clusters[i] = vertex.records().stream()
                            .map(record -> new Cluster(vertex.prepared(), List.of(record), duplicateFree))
                            .toArray(Cluster[]::new);
                }
            }
            started.sort((x, y) -> compare(x.prepared().features(), y.prepared().features()));
            started.forEach(this::startAsOne);
        }

        private void startAsOne(Vertex vertex) {
            List<RecordKey> equal = vertex.records();
            for (int i = 1; i < equal.size(); i++) {
                unions.add(new Union(equal.get(0), equal.get(i), vertex.selfWeight(), i, 1));
            }
        }

        void take(Edge edge) {
            for (Cluster left : clusters[edge.a()]) {
                for (Cluster right : clusters[edge.b()]) {
                    Cluster a = find(left);
                    Cluster b = find(right);
                    if (a != b) {
                        unite(edge, left, right, a, b);
                    }
                }
            }
        }

        private void unite(Edge edge, Cluster left, Cluster right, Cluster a, Cluster b) {
            Reason reason = refuse(edge, a, b);
            if (reason == null) {
                unions.add(new Union(left.records.get(0), right.records.get(0), edge.weight(), a.size(), b.size()));
                Cluster larger = a.size() >= b.size() ? a : b;
                Cluster smaller = larger == a ? b : a;
                larger.pour(smaller);
                pouredInto.put(smaller, larger);
            } else if (edge.weight() >= match) {
                refusals.add(new Refusal(left.records.get(0), right.records.get(0), edge.weight(), reason));
            }
        }

        private @org.jspecify.annotations.Nullable Reason refuse(Edge edge, Cluster a, Cluster b) {
            if (PairScorer.excludes(a.kind, b.kind)) {
                return Reason.KIND;
            }
            for (String source : a.exclusiveSources) {
                if (b.exclusiveSources.contains(source)) {
                    return Reason.DUPLICATE_FREE_SOURCE;
                }
            }
            if (edge.weight() >= strong) {
                return null;
            }
            return supported(edge, a, b) ? null : Reason.WEAK_BRIDGE;
        }

        private boolean supported(Edge edge, Cluster a, Cluster b) {
            Prepared left = vertices.get(edge.a()).prepared();
            Prepared right = vertices.get(edge.b()).prepared();
            int sum = 0;
            int pairs = 0;
            for (Prepared x : a.speakers) {
                for (Prepared y : b.speakers) {
                    if ((x == left && y == right) || (x == right && y == left)) {
                        continue;
                    }
                    sum += Math.max(crossLeast, Math.min(crossMost, scorer.weight(x, y, crossLeast)));
                    pairs++;
                }
            }
            boolean weak = edge.weight() < match;
            return pairs == 0 ? !weak : sum >= (long) pairs * (weak ? weakBridge : bridge);
        }

        private Cluster find(Cluster cluster) {
            Cluster root = cluster;
            for (Cluster next = pouredInto.get(root); next != null; next = pouredInto.get(root)) {
                root = next;
            }
            if (root != cluster) {
                pouredInto.put(cluster, root);
            }
            return root;
        }

        Partition result() {
            List<List<RecordKey>> found = new ArrayList<>();
            for (Cluster[] of : clusters) {
                for (Cluster cluster : of) {
                    if (!pouredInto.containsKey(cluster)) {
                        found.add(cluster.records.stream().sorted().toList());
                    }
                }
            }
            found.sort(Comparator.comparing((List<RecordKey> records) -> records.get(0)));
            return new Partition(found, refusals, unions);
        }
    }
}

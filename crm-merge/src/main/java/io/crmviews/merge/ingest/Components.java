package io.crmviews.merge.ingest;

import io.crmviews.merge.internal.LongMap;
import io.crmviews.merge.internal.LongSet;
import io.crmviews.merge.partition.Edge;
import io.crmviews.merge.partition.Partitioner;
import io.crmviews.merge.partition.Vertex;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.model.source.RecordKey;
import java.util.ArrayList;
import java.util.List;

/** Finds the components that a step touched and cuts each into customers. */
final class Components {

    private final Graph graph;
    private final PairScorer scorer;
    private final Partitioner partitioner;
    private final Counters counters;
    private final int least;
    private final LongSet visited = new LongSet();

    Components(Graph graph, PairScorer scorer, Partitioner partitioner, Counters counters) {
        this.graph = graph;
        this.scorer = scorer;
        this.partitioner = partitioner;
        this.counters = counters;
        least = Partitioner.leastWeight(scorer.model());
    }

    /** The customers of all components that hold a touched node. */
    List<List<RecordKey>> clusters() {
        List<List<RecordKey>> clusters = new ArrayList<>();
        LongSet touched = graph.touched();
        graph.load(touched);
        for (int i = 0; i < touched.size(); i++) {
            WorkNode node = graph.nodes().get(touched.get(i));
            if (node != null && !node.isEmpty() && visited.add(node.id)) {
                cut(component(node), clusters);
            }
        }
        return clusters;
    }

    private List<WorkNode> component(WorkNode start) {
        List<WorkNode> members = new ArrayList<>();
        members.add(start);
        int from = 0;
        while (from < members.size()) {
            LongSet next = new LongSet();
            for (; from < members.size(); from++) {
                WorkNode node = members.get(from);
                for (int i = 0; i < node.degree(); i++) {
                    counters.edgesVisited++;
                    if (node.weight(i) >= least && visited.add(node.neighbour(i))) {
                        next.add(node.neighbour(i));
                    }
                }
            }
            graph.load(next);
            for (int i = 0; i < next.size(); i++) {
                members.add(graph.nodes().require(next.get(i)));
            }
        }
        return members;
    }

    private void cut(List<WorkNode> members, List<List<RecordKey>> clusters) {
        if (members.size() == 1 && members.get(0).recordCount() == 1) {
            clusters.add(members.get(0).records());
            return;
        }
        LongMap<Integer> indexes = new LongMap<>();
        List<Vertex> vertices = new ArrayList<>(members.size());
        List<Edge> edges = new ArrayList<>();
        for (WorkNode node : members) {
            indexes.put(node.id, vertices.size());
            int self = node.recordCount() > 1 ? scorer.weight(node.prepared, node.prepared) : 0;
            vertices.add(new Vertex(node.prepared, self, node.records()));
        }
        for (int a = 0; a < members.size(); a++) {
            WorkNode node = members.get(a);
            for (int i = 0; i < node.degree(); i++) {
                Integer b = node.weight(i) >= least ? indexes.get(node.neighbour(i)) : null;
                if (b != null && a < b) {
                    edges.add(new Edge(a, b, node.weight(i)));
                }
            }
        }
        clusters.addAll(partitioner.partition(vertices, edges).clusters());
    }
}
